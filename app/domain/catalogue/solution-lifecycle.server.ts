import { and, eq, ne } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { one, type Writer } from "#db/store.server";
import type { SolutionStatus } from "#db/vocabulary/catalogue";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import {
  beginDraft,
  factOf,
  isInUse,
  isPutAway,
  newestVersion,
  ownSolutionRow,
  versionOf,
  type SolutionRow,
  type VersionRow,
} from "./own-solution.server";
import { refreshIndex } from "./published.server";
import type { DrawnFrom } from "./solution-form";
import { missingForSubmit } from "./solution-sections";
import { hasBeenPublished, mayMoveSolution } from "./solution-status";

type NotMoved = "not_found" | "not_allowed";

/**
 * Hands the draft to the home park; an earlier submission still waiting is replaced by it. A second click changes nothing.
 * Refuses: `provider_not_open`, `nothing_new` when there is no draft, `incomplete` (missingForSubmit names the fields),
 * `stale` when the draft was edited after the page was drawn. Writes version, solution, journal and notices to the park.
 */
export async function submitSolution(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
  drawnFrom: DrawnFrom,
): Promise<Outcome<undefined, NotMoved | "provider_not_open" | "nothing_new" | "incomplete" | "stale">> {
  const owned = await ownSolutionRow(tx, member, solutionId);
  const draft = owned && (await newestVersion(tx, solutionId));
  if (!draft) return refused("not_found");
  if (draft.status === "submitted" && draft.id === drawnFrom.versionId) return done();
  if (draft.status !== "draft") return refused("nothing_new");
  if (draft.id !== drawnFrom.versionId || draft.edit !== drawnFrom.seenEdit) return refused("stale");
  if (!maySubmit(owned.status)) return refused("not_allowed");
  if (!(await isOwnProviderOpen(tx, member))) return refused("provider_not_open");
  if (missingForSubmit(draft).length > 0) return refused("incomplete");

  await supersedeSubmitted(tx, solutionId);
  await putInQueue(tx, member, owned, draft);
  await tellPark(tx, member, solutionId, draft.title);
  return done();
}

/**
 * Takes back what waits for the park. It goes on as a draft: the one there is already, else a copy, for what was submitted never
 * changes. A second click changes nothing. Refuses: `not_allowed` when nothing waits any more. Writes versions, solution, journal.
 */
export async function takeBackSolution(
  tx: Writer,
  member: ProviderMember,
  id: string,
): Promise<Outcome<undefined, NotMoved>> {
  const owned = await ownSolutionRow(tx, member, id);
  const newest = owned && (await newestVersion(tx, id));
  if (!newest) return refused("not_found");
  const waiting = await waitingVersion(tx, id);
  if (!waiting) return newest.status === "draft" ? done() : refused("not_allowed");
  const status = hasBeenPublished(owned.status) ? owned.status : "draft";
  if (status !== owned.status && !mayMoveSolution("owner", owned.status, status)) return refused("not_allowed");

  await supersedeSubmitted(tx, id);
  if (newest.status !== "draft") await beginDraft(tx, waiting);
  await tx.update(solution).set({ status, updatedAt: Date.now() }).where(eq(solution.id, id));
  await record(tx, member, {
    ...factOf(member, id),
    action: "solution.taken_back",
    before: { status: owned.status, version: waiting.number },
    after: { status },
  });
  return done();
}

/**
 * Puts the draft away; what was there before it goes on. It is kept and can be restored. Refuses: `stale` when the draft was
 * edited after the page was drawn, `not_allowed` when it is the only version: that one is archived. Writes version, journal.
 */
export async function putDraftAway(
  tx: Writer,
  member: ProviderMember,
  id: string,
  drawnFrom: DrawnFrom,
): Promise<Outcome<undefined, NotMoved | "stale">> {
  const owned = await ownSolutionRow(tx, member, id);
  const draft = owned && (await newestVersion(tx, id));
  if (!draft) return refused("not_found");
  if (draft.id !== drawnFrom.versionId) {
    const named = await versionOf(tx, id, drawnFrom.versionId);
    return named && isPutAway(named) ? done() : refused("stale");
  }
  if (draft.status !== "draft" || !(await hasOtherVersion(tx, draft))) return refused("not_allowed");
  if (draft.edit !== drawnFrom.seenEdit) return refused("stale");
  await tx.update(solutionVersion).set({ status: "superseded" }).where(eq(solutionVersion.id, draft.id));
  await tx.update(solution).set({ updatedAt: Date.now() }).where(eq(solution.id, id));
  await record(tx, member, {
    ...factOf(member, id),
    action: "solution.draft_put_away",
    before: { version: draft.number },
  });
  return done();
}

/** Hides the own published solution from readers, until the owner shows it again. Writes solution, index and journal. */
export async function withdrawSolution(
  tx: Writer,
  member: ProviderMember,
  id: string,
): Promise<Outcome<undefined, NotMoved>> {
  return moveOwn(tx, member, id, "withdrawn", "solution.withdrawn");
}

/** Shows a solution again that its owner had hidden. Refuses what staff took down. Writes solution, index and journal. */
export async function republishSolution(
  tx: Writer,
  member: ProviderMember,
  id: string,
): Promise<Outcome<undefined, NotMoved>> {
  return moveOwn(tx, member, id, "published", "solution.republished");
}

/** Puts a solution away for good; what was waiting for the park leaves the queue. Writes solution, version, index, journal. */
export async function archiveSolution(
  tx: Writer,
  member: ProviderMember,
  id: string,
): Promise<Outcome<undefined, NotMoved>> {
  const moved = await moveOwn(tx, member, id, "archived", "solution.archived");
  if (moved.ok) await supersedeSubmitted(tx, id);
  return moved;
}

function maySubmit(status: SolutionStatus): boolean {
  return status === "submitted" || hasBeenPublished(status) || mayMoveSolution("owner", status, "submitted");
}

async function isOwnProviderOpen(tx: Writer, member: ProviderMember): Promise<boolean> {
  const owner = await one(
    tx.select({ status: provider.status }).from(provider).where(eq(provider.organisationId, member.organisationId)),
  );
  return owner?.status === "open";
}

async function waitingVersion(tx: Writer, solutionId: string): Promise<VersionRow | null> {
  const isWaiting = and(eq(solutionVersion.solutionId, solutionId), eq(solutionVersion.status, "submitted"));
  return one(tx.select().from(solutionVersion).where(isWaiting));
}

/** Whether the solution has a version to go on from. */
async function hasOtherVersion(tx: Writer, draft: VersionRow): Promise<boolean> {
  const isOther = and(eq(solutionVersion.solutionId, draft.solutionId), ne(solutionVersion.id, draft.id), isInUse);
  return (await tx.$count(solutionVersion, isOther)) > 0;
}

async function supersedeSubmitted(tx: Writer, solutionId: string) {
  await tx
    .update(solutionVersion)
    .set({ status: "superseded" })
    .where(and(eq(solutionVersion.solutionId, solutionId), eq(solutionVersion.status, "submitted")));
}

async function putInQueue(tx: Writer, member: ProviderMember, owned: SolutionRow, draft: VersionRow) {
  const at = Date.now();
  const status = hasBeenPublished(owned.status) ? owned.status : "submitted";
  await tx
    .update(solutionVersion)
    .set({ status: "submitted", submittedAt: at, submittedByUserId: member.userId })
    .where(eq(solutionVersion.id, draft.id));
  await tx.update(solution).set({ status, updatedAt: at }).where(eq(solution.id, owned.id));
  await record(tx, member, {
    ...factOf(member, owned.id),
    action: "solution.submitted",
    before: { status: owned.status },
    after: { status, version: draft.number },
  });
}

async function tellPark(tx: Writer, member: ProviderMember, solutionId: string, title: string) {
  if (!member.parkSlug) return;
  const params = { title, provider: member.organisationName };
  const href = paths.parkDesk.solution(solutionId);
  await tell(tx, { parkSlug: member.parkSlug }, { kind: "solution.submitted", params, href }, member);
}

async function moveOwn(
  tx: Writer,
  member: ProviderMember,
  id: string,
  to: "withdrawn" | "published" | "archived",
  action: string,
): Promise<Outcome<undefined, NotMoved>> {
  const owned = await ownSolutionRow(tx, member, id);
  if (!owned) return refused("not_found");
  if (owned.status === to) return done();
  if (!mayMoveSolution("owner", owned.status, to)) return refused("not_allowed");
  await tx.update(solution).set({ status: to, updatedAt: Date.now() }).where(eq(solution.id, id));
  await refreshIndex(tx, id);
  await record(tx, member, {
    ...factOf(member, id),
    action,
    before: { status: owned.status },
    after: { status: to },
  });
  return done();
}
