import { and, desc, eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { solutionVersion } from "#db/schema/catalogue.server";
import { decision as decisionTable } from "#db/schema/moderation.server";
import { one, type Writer } from "#db/store.server";
import { areRequiredPassed } from "~/domain/catalogue/qualifications.server";
import { versionOf, type SolutionRow, type VersionRow } from "~/domain/catalogue/own-solution.server";
import { decideVersion, moveProviderAsStaff, moveSolutionAsStaff } from "~/domain/catalogue/standing.server";
import { undoneFields } from "~/domain/catalogue/undone-fields";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import type { ProviderDecision, SolutionDecision, SolutionNotes } from "./decision-form";
import { decisionsOnProvider, providerMove, solutionMove, versionMove } from "./decision-rules";
import { fencedProvider, fencedSolution, type Moderator } from "./fence.server";
import { needsOtherEyes } from "./second-look.server";
import { keepNotes, settlePoints } from "./version-comments.server";

/** `second_look`: returned twice, the last time by this moderator, so that others decide (second-look.ts). */
export type DecisionRefusal = "not_found" | "stale" | "not_allowed" | "qualifications_open" | "second_look";

type Subject = {
  kind: "provider" | "solution";
  id: string;
  providerId: string;
  versionId: string | null;
  parkSlug: string | null;
  regionCode: string;
};

/**
 * Decides on a provider within the moderator's fence. A decision about the application names the `edit` seen: `stale` when the
 * profile was edited after the page was drawn, and it stays in the queue. `not_allowed` when the workflow has no such step,
 * `qualifications_open` for an approval before every required qualification has passed.
 * The same decision sent twice is one. Writes provider, index, decision, journal and notices to the owner.
 */
export async function decideOnProvider(
  tx: Writer,
  moderator: Moderator,
  id: string,
  form: ProviderDecision,
): Promise<Outcome<undefined, DecisionRefusal>> {
  const found = await fencedProvider(tx, moderator, id);
  if (!found) return refused("not_found");
  const { provider, organisation } = found;
  const subject: Subject = { kind: "provider", id, providerId: id, versionId: null, ...placeOf(organisation) };
  if (!decisionsOnProvider(provider).includes(form.decision))
    return repeatedOr("not_allowed", tx, moderator, subject, form);
  if (provider.status === "pending_approval" && provider.edit !== form.seenEdit) return refused("stale");
  if (provider.status === "pending_approval" && (await needsOtherEyes(tx, moderator, subject)))
    return refused("second_look");
  if (form.decision === "approved" && !(await areRequiredPassed(tx, id))) return refused("qualifications_open");

  const to = providerMove(provider.status, form.decision);
  if (!to || !(await moveProviderAsStaff(tx, provider, to))) return refused("not_allowed");
  await writeDecision(tx, moderator, subject, form, { before: provider.status, after: to });
  const params = { park: moderator.organisationName, text: form.text };
  const href = paths.providerDesk.profile();
  await tell(tx, { organisationId: id }, { kind: `provider.${form.decision}`, params, href }, moderator);
  return done();
}

/**
 * Decides on a solution within the moderator's fence: on the submitted version the moderator saw, or on its being shown at all.
 * `stale` when that version was edited, taken back or replaced by a later one, which stays in the queue, or when readers see
 * another version than on the moderator's page; `undoes` when approving would undo what an import changed meanwhile and the
 * moderator has not said so; `not_allowed` when the workflow has no such step. The same decision sent twice is one.
 * Notes go along with a decision against the version. Writes version, solution, index, decision, comments, journal, notices.
 */
export async function decideOnSolution(
  tx: Writer,
  moderator: Moderator,
  id: string,
  form: SolutionDecision,
): Promise<Outcome<undefined, DecisionRefusal | "undoes">> {
  const found = await fencedSolution(tx, moderator, id);
  const version = found && (await versionOf(tx, id, form.versionId));
  if (!version || version.status === "draft") return refused("not_found");
  const { solution, organisation } = found;
  const subject: Subject = {
    kind: "solution",
    id,
    providerId: solution.providerId,
    versionId: version.id,
    ...placeOf(organisation),
  };

  const ofVersion = versionMove(form.decision);
  if (ofVersion && found.provider.status !== "open") return refused("not_allowed");
  if (ofVersion && (version.status === "superseded" || version.edit !== form.seenEdit)) return refused("stale");
  if (ofVersion && version.status === "submitted" && (await needsOtherEyes(tx, moderator, subject)))
    return refused("second_look");
  const hidden =
    ofVersion === "current" && version.status === "submitted" ? await notSeen(tx, solution, version, form) : null;
  if (hidden) return refused(hidden);
  const ofSolution = solutionMove(form.decision);
  const isMoved = ofVersion
    ? await decideVersion(tx, solution, version, ofVersion)
    : ofSolution !== null && (await moveSolutionAsStaff(tx, solution, ofSolution));
  if (!isMoved) return repeatedOr("not_allowed", tx, moderator, subject, form);
  if (ofVersion) await closeReview(tx, moderator, id, form, ofVersion);
  await writeDecision(tx, moderator, subject, form, { before: solution.status, after: ofVersion ?? ofSolution });
  await tellOwner(tx, moderator, subject, version.title, form);
  return done();
}

/**
 * Keeps the moderator's notes on the version that waits. Refuses: `not_found` outside the fence, `stale` when the version was
 * replaced or taken back. Writes version_comment.
 */
export async function noteOnSolution(
  tx: Writer,
  moderator: Moderator,
  id: string,
  { versionId, seenEdit, notes = {} }: SolutionNotes,
): Promise<Outcome<undefined, "not_found" | "stale">> {
  const found = await fencedSolution(tx, moderator, id);
  const version = found && (await versionOf(tx, id, versionId));
  if (!version || version.status === "draft") return refused("not_found");
  if (version.status !== "submitted" || version.edit !== seenEdit) return refused("stale");
  await keepNotes(tx, moderator, versionId, notes);
  return done();
}

/** What the moderator's page did not show, though approving changes it for readers. */
async function notSeen(
  tx: Writer,
  solution: SolutionRow,
  version: VersionRow,
  form: SolutionDecision,
): Promise<"stale" | "undoes" | null> {
  if (form.liveId !== undefined && form.liveId !== (solution.currentVersionId ?? "")) return "stale";
  if (form.undoes) return null;
  const all = await tx.select().from(solutionVersion).where(eq(solutionVersion.solutionId, solution.id));
  return undoneFields(version, solution.currentVersionId, all).length > 0 ? "undoes" : null;
}

/** An approval settles every point; otherwise those stay open that the moderator did not mark. */
async function closeReview(
  tx: Writer,
  moderator: Moderator,
  id: string,
  form: SolutionDecision,
  to: "current" | "changes_requested" | "rejected",
) {
  const settled = new Set(form.settled);
  await settlePoints(tx, moderator, id, (point) => to === "current" || settled.has(point.id));
  if (form.notes) await keepNotes(tx, moderator, form.versionId, form.notes);
}

/** A step that is no longer there is a refusal, unless the newest decision is this very one by the same person: a double click. */
async function repeatedOr<R extends DecisionRefusal>(
  reason: R,
  tx: Writer,
  moderator: Moderator,
  subject: Subject,
  form: ProviderDecision,
): Promise<Outcome<undefined, R>> {
  const newest = await one(
    tx
      .select()
      .from(decisionTable)
      .where(and(eq(decisionTable.subjectKind, subject.kind), eq(decisionTable.subjectId, subject.id)))
      .orderBy(desc(decisionTable.at), desc(decisionTable.id))
      .limit(1),
  );
  const isRepeated =
    newest !== null &&
    newest.byUserId === moderator.userId &&
    newest.decision === form.decision &&
    newest.versionId === subject.versionId &&
    newest.seenEdit === form.seenEdit &&
    newest.text === form.text;
  return isRepeated ? done() : refused(reason);
}

async function writeDecision(
  tx: Writer,
  moderator: Moderator,
  subject: Subject,
  form: ProviderDecision,
  status: { before: string; after: string | null },
) {
  await tx.insert(decisionTable).values({
    id: newId("dec"),
    subjectKind: subject.kind,
    subjectId: subject.id,
    providerId: subject.providerId,
    versionId: subject.versionId,
    seenEdit: form.seenEdit,
    decision: form.decision,
    reason: form.reason,
    text: form.text,
    byUserId: moderator.userId,
    at: Date.now(),
  });
  await record(tx, moderator, {
    action: `${subject.kind}.${form.decision}`,
    subject: { kind: subject.kind, id: subject.id },
    ownerOrganisationId: subject.providerId,
    parkSlug: subject.parkSlug,
    regionCode: subject.regionCode,
    before: { status: status.before },
    after: { status: status.after, reason: form.reason, versionId: subject.versionId, seenEdit: form.seenEdit },
  });
}

async function tellOwner(tx: Writer, moderator: Moderator, subject: Subject, title: string, form: SolutionDecision) {
  if (form.decision === "terminated") return;
  const params = { park: moderator.organisationName, title, text: form.text };
  const href = paths.providerDesk.solution(subject.id);
  await tell(
    tx,
    { organisationId: subject.providerId },
    { kind: `solution.${form.decision}`, params, href },
    moderator,
  );
}

function placeOf(organisation: { parkSlug: string | null; regionCode: string }) {
  return { parkSlug: organisation.parkSlug, regionCode: organisation.regionCode };
}
