/** What an owner does with old versions: look through them, compare, take one up again, start another solution like it. */
import { and, desc, eq } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { user } from "#db/schema/identity.server";
import { journalEntry } from "#db/schema/support.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import {
  beginDraft,
  factOf,
  isPutAway,
  newestVersion,
  ownSolutionRow,
  versionOf,
  type VersionRow,
} from "./own-solution.server";
import { createSolution, editDraft } from "./solution-drafts.server";
import type { SolutionContent, SolutionField } from "./solution-sections";
import { isSolutionEditable } from "./solution-status";
import { undoneFields } from "./undone-fields";
import { differingFields } from "./version-difference";
import { copyVersionFiles } from "./version-files.server";

export type PastVersion = VersionRow & {
  /** Who handed it in; null: a draft, or an import. */
  by: string | null;
  isPutAway: boolean;
  /** What differs from the version before it; null: it is the first. */
  changed: SolutionField[] | null;
};

/** All versions of an own solution, newest first, each with what it changed. Null when it is not the member's. */
export async function ownVersions(db: Reader, member: ProviderMember, solutionId: string) {
  const owned = await ownSolutionRow(db, member, solutionId);
  if (!owned) return null;
  const rows = await db
    .select({ version: solutionVersion, by: user.name })
    .from(solutionVersion)
    .leftJoin(user, eq(user.id, solutionVersion.submittedByUserId))
    .where(eq(solutionVersion.solutionId, solutionId))
    .orderBy(desc(solutionVersion.number));
  const versions = rows.map(({ version, by }, at): PastVersion => {
    const earlier = rows[at + 1]?.version;
    const changed = earlier ? differingFields(earlier, version) : null;
    return { ...version, by, isPutAway: isPutAway(version), changed };
  });
  return {
    solution: owned,
    versions,
    live: versions.find(({ id }) => id === owned.currentVersionId) ?? null,
    hasDraft: versions.some(({ status }) => status === "draft"),
  };
}

/**
 * Begins a draft with the content of an earlier version; nothing else changes until it is approved.
 * Refuses: `draft_exists`, so that no draft is lost, `not_allowed` when refused or archived. Writes version, solution, journal.
 */
export async function restoreVersion(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
  versionId: string,
): Promise<Outcome<{ number: number }, "not_found" | "not_allowed" | "draft_exists">> {
  const owned = await ownSolutionRow(tx, member, solutionId);
  const source = owned && (await versionOf(tx, solutionId, versionId));
  if (!source) return refused("not_found");
  if (!isSolutionEditable(owned.status)) return refused("not_allowed");
  if ((await newestVersion(tx, solutionId))?.status === "draft") return refused("draft_exists");
  const draft = await beginDraft(tx, source);
  await tx.update(solution).set({ updatedAt: Date.now() }).where(eq(solution.id, solutionId));
  await record(tx, member, {
    ...factOf(member, solutionId),
    action: "solution.restored_version",
    before: { version: source.number },
    after: { version: draft.number },
  });
  return done({ number: draft.number });
}

/**
 * Starts another solution with the content of an own one. The new id comes from the form, so the same form sent twice makes one
 * copy. Refuses what createSolution refuses. Writes solution, version, version_file, journal.
 */
export async function copySolution(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
  copy: { id: string; title: string },
): Promise<Outcome<{ id: string }, "not_found" | "provider_closed">> {
  const owned = await ownSolutionRow(tx, member, solutionId);
  const source = owned && (await newestVersion(tx, solutionId));
  if (!source) return refused("not_found");
  if (await ownSolutionRow(tx, member, copy.id)) return done({ id: copy.id });
  const made = await createSolution(tx, member, { ...copy, summary: source.summary }, contentOf(source));
  const draft = made.ok ? await newestVersion(tx, made.value.id) : null;
  if (draft) await copyVersionFiles(tx, source.id, draft.id);
  return made;
}

/** The fields of an own draft that would undo what an import changed in the live version since the draft was begun. */
export async function draftUndoes(db: Reader, solutionId: string, liveId: string | null): Promise<SolutionField[]> {
  const draft = await newestVersion(db, solutionId);
  if (draft?.status !== "draft" || liveId === null) return [];
  const all = await db.select().from(solutionVersion).where(eq(solutionVersion.solutionId, solutionId));
  return undoneFields(draft, liveId, all);
}

/** Takes the live version's values into the draft where the draft would undo them. Refuses nothing twice. Writes version, solution, journal. */
export async function takeLiveValues(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
): Promise<Outcome<undefined, "not_found" | "not_allowed">> {
  const owned = await ownSolutionRow(tx, member, solutionId);
  const draft = owned && (await newestVersion(tx, solutionId));
  if (!draft) return refused("not_found");
  const live = owned.currentVersionId && (await versionOf(tx, solutionId, owned.currentVersionId));
  if (!live || draft.status !== "draft" || !isSolutionEditable(owned.status)) return refused("not_allowed");
  const fields = await draftUndoes(tx, solutionId, live.id);
  if (fields.length === 0) return done();
  const pick = (of: SolutionContent): Partial<SolutionContent> =>
    Object.fromEntries(fields.map((field) => [field, of[field]]));
  await editDraft(tx, draft, pick(live));
  await tx.update(solution).set({ updatedAt: Date.now() }).where(eq(solution.id, solutionId));
  await record(tx, member, {
    ...factOf(member, solutionId),
    action: "solution.edited",
    before: { version: draft.number, ...pick(draft) },
    after: { version: draft.number, ...pick(live) },
  });
  return done();
}

/** Who last changed the solution's content, and when; for whoever is told that somebody did. */
export async function lastEdit(db: Reader, solutionId: string): Promise<{ by: string | null; at: number } | null> {
  return one(
    db
      .select({ by: user.name, at: journalEntry.at })
      .from(journalEntry)
      .leftJoin(user, eq(user.id, journalEntry.actorUserId))
      .where(and(eq(journalEntry.subjectKind, "solution"), eq(journalEntry.subjectId, solutionId)))
      .orderBy(desc(journalEntry.id))
      .limit(1),
  );
}

/** Only what readers see of a version. */
function contentOf(version: SolutionContent): SolutionContent {
  const { title, summary, painPoints, functions, description, industries, scenarios, parks, regions } = version;
  const { deployment, priceModel, priceMinFen, priceMaxFen, firstYearCostFen } = version;
  const { deployDays, levelFrom, levelTo, hardware, dataExport, security } = version;
  const { effects, service, keywords, trial, ai } = version;
  return {
    ...{ title, summary, painPoints, functions, description, industries, scenarios, parks, regions },
    ...{ deployment, priceModel, priceMinFen, priceMaxFen, firstYearCostFen },
    ...{ deployDays, levelFrom, levelTo, hardware, dataExport, security },
    ...{ effects, service, keywords, trial, ai },
  };
}
