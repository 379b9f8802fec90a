/** Writing what an import of solutions settled: published at once, in the index within the same transaction. */
import type Sqlite from "better-sqlite3";
import { and, eq, max } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { into } from "#db/seed/rows.server";
import { one, type Writer } from "#db/store.server";
import type { ImportWriting, Settled } from "~/domain/exchange";
import { record, recordImport } from "~/domain/journal/journal.server";
import type { Reference } from "~/domain/scenarios/reference";
import { writeDocuments } from "~/domain/search/index.server";
import { markChanged } from "./changes.server";
import type { ChangedSolution, MadeSolution } from "./import-solutions.server";
import { documentOf } from "./search-document";
import { slugInBulk } from "./slugs.server";
import { copyVersionFiles } from "./version-files.server";

type Content = Parameters<typeof documentOf>[0]["version"];
type Document = Parameters<typeof documentOf>[0];

/** Fields a file says nothing about. */
const unsaid = { painPoints: "", functions: "", effects: "" };

/**
 * New solutions are published with a current version; a changed one gets a new current version with the pictures and papers of
 * the one before, and whether it is shown stays as its owner and staff decided. Writes solution, version, index, and the journal: one entry for the import, one for each
 * solution it changed.
 */
export async function solutionsWriting(
  tx: Writer,
  writer: Sqlite.Database,
  reference: Reference,
  at: number,
): Promise<ImportWriting<MadeSolution, ChangedSolution>> {
  const make = await solutionMaker(tx, writer, at);
  const touched: number[] = [];
  return {
    async write(batch) {
      const documents: Document[] = [];
      for (const settled of batch) {
        const document = settled.kind === "created" ? make(settled.made) : await changeOf(tx, settled, at);
        if (document) documents.push(document);
      }
      await writeDocuments(
        tx,
        documents.map((document) => documentOf(document, reference)),
      );
      for (const { no } of documents) touched.push(no);
    },
    async finish(file, counts) {
      await markChanged(tx, touched);
      await recordImport(tx, "solutions.imported", { file, ...counts });
    },
  };
}

/** Adds one solution after the other; answers its document unless its provider is hidden from readers. */
async function solutionMaker(tx: Writer, writer: Sqlite.Database, at: number) {
  const addSolution = into(writer, solution);
  const addVersion = into(writer, solutionVersion);
  const highest = await one(tx.select({ no: max(solution.no) }).from(solution));
  let no = highest?.no ?? 0;
  return ({ row, owner }: MadeSolution): Document | null => {
    no += 1;
    const id = newId("sol");
    const currentVersionId = newId("ver");
    const slug = slugInBulk(row.content.title, id);
    const times = { createdAt: at, updatedAt: at, publishedAt: at, confirmedAt: at };
    addSolution({ id, no, providerId: owner.id, slug, status: "published", currentVersionId, ...times });
    const decided = { createdAt: at, submittedAt: at, decidedAt: at };
    addVersion({ id: currentVersionId, solutionId: id, number: 1, status: "current", ...row.content, ...decided });
    return owner.isOpen ? { no, version: { ...unsaid, ...row.content }, providerName: owner.name } : null;
  };
}

async function changeOf(
  tx: Writer,
  settled: Settled<MadeSolution, ChangedSolution>,
  at: number,
): Promise<Document | null> {
  if (settled.kind !== "updated") return null;
  const { changed } = settled;
  const version = await renew(tx, changed, at);
  await record(tx, null, {
    action: "solution.imported",
    subject: { kind: "solution", id: changed.solution.id },
    ownerOrganisationId: changed.owner.id,
    parkSlug: changed.owner.parkSlug,
    regionCode: changed.owner.regionCode,
    before: { version: changed.version.number, ...changed.before },
    after: { version: version.number, ...changed.after },
  });
  const isLive = changed.owner.isOpen && changed.solution.status === "published";
  return isLive ? { no: changed.solution.no, version, providerName: changed.owner.name } : null;
}

async function renew(tx: Writer, { solution: of, version: live, row }: ChangedSolution, at: number) {
  const version = {
    ...live,
    ...row.given,
    id: newId("ver"),
    number: await numberBeforeDraft(tx, of.id),
    submittedByUserId: null,
    ...{ createdAt: at, submittedAt: at, decidedAt: at, edit: 1 },
  } satisfies Content & typeof solutionVersion.$inferInsert;
  await tx.update(solutionVersion).set({ status: "superseded" }).where(eq(solutionVersion.id, live.id));
  await tx.insert(solutionVersion).values(version);
  await copyVersionFiles(tx, live.id, version.id);
  await tx
    .update(solution)
    .set({ currentVersionId: version.id, updatedAt: at, confirmedAt: at })
    .where(eq(solution.id, of.id));
  return version;
}

/** The next number; the owner's draft moves behind it, so that it stays the version the owner goes on writing. */
async function numberBeforeDraft(tx: Writer, solutionId: string): Promise<number> {
  const ofSolution = eq(solutionVersion.solutionId, solutionId);
  const isDraft = and(ofSolution, eq(solutionVersion.status, "draft"));
  const { number } = solutionVersion;
  const draft = await one(tx.select({ number }).from(solutionVersion).where(isDraft));
  const newest = await one(
    tx
      .select({ number: max(number) })
      .from(solutionVersion)
      .where(ofSolution),
  );
  const next = (newest?.number ?? 0) + 1;
  if (!draft || draft.number !== newest?.number) return next;
  await tx.update(solutionVersion).set({ number: next }).where(isDraft);
  return next - 1;
}
