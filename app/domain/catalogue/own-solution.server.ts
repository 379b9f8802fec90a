/** Finding one's own solution and its versions: every write on the owner's side starts here. */
import { and, desc, eq, isNotNull, max, ne, or, type SQL } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ProviderMember } from "~/domain/identity/actor";
import type { SolutionContent } from "./solution-sections";
import { copyVersionFiles } from "./version-files.server";

export type SolutionRow = typeof solution.$inferSelect;
export type VersionRow = typeof solutionVersion.$inferSelect;

/** The member's own solution, or null: another provider's is not there. */
export async function ownSolutionRow(db: Reader, member: ProviderMember, id: string): Promise<SolutionRow | null> {
  return one(
    db
      .select()
      .from(solution)
      .where(and(eq(solution.id, id), eq(solution.providerId, member.organisationId))),
  );
}

/** A draft that its owner put away: kept so that it can be taken up again, and shown to nobody else. */
export const isPutAway = (version: Pick<VersionRow, "status" | "submittedAt">): boolean =>
  version.status === "superseded" && version.submittedAt === null;

/** Versions that count: not those that were put away, taken back or replaced before anybody decided on them. */
export const isInUse = or(ne(solutionVersion.status, "superseded"), isNotNull(solutionVersion.decidedAt));

/** The same of a version that was read. */
export const isVersionInUse = (version: Pick<VersionRow, "status" | "decidedAt">): boolean =>
  version.status !== "superseded" || version.decidedAt !== null;

/**
 * The version in use with the highest number: the draft when there is one, else what was last submitted. What was archived before
 * anybody decided on it has none in use: then the last there was.
 */
export async function newestVersion(db: Reader, solutionId: string): Promise<VersionRow | null> {
  const ofSolution = eq(solutionVersion.solutionId, solutionId);
  const last = (which: SQL | undefined) =>
    one(db.select().from(solutionVersion).where(which).orderBy(desc(solutionVersion.number)).limit(1));
  return (await last(and(ofSolution, isInUse))) ?? last(ofSolution);
}

/** One of the solution's versions, or null. */
export async function versionOf(db: Reader, solutionId: string, id: string): Promise<VersionRow | null> {
  const isOurs = and(eq(solutionVersion.id, id), eq(solutionVersion.solutionId, solutionId));
  return one(db.select().from(solutionVersion).where(isOurs));
}

/** Begins a draft with the content, pictures and papers of a version, but for `values`. Writes version and version_file. */
export async function beginDraft(
  tx: Writer,
  source: VersionRow,
  values: Partial<SolutionContent> = {},
): Promise<VersionRow> {
  const ofSolution = eq(solutionVersion.solutionId, source.solutionId);
  const highest = await one(
    tx
      .select({ number: max(solutionVersion.number) })
      .from(solutionVersion)
      .where(ofSolution),
  );
  const draft: VersionRow = {
    ...source,
    ...values,
    id: newId("ver"),
    number: (highest?.number ?? 0) + 1,
    status: "draft",
    createdAt: Date.now(),
    submittedAt: null,
    submittedByUserId: null,
    decidedAt: null,
    edit: 1,
  };
  await tx.insert(solutionVersion).values(draft);
  await copyVersionFiles(tx, source.id, draft.id);
  return draft;
}

/** The journal's words for a solution of this member. */
export function factOf(member: ProviderMember, solutionId: string) {
  return {
    subject: { kind: "solution", id: solutionId },
    ownerOrganisationId: member.organisationId,
    parkSlug: member.parkSlug,
  };
}
