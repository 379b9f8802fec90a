import { and, desc, eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { solutionVersion } from "#db/schema/catalogue.server";
import { decision as decisionTable } from "#db/schema/moderation.server";
import { one, type Writer } from "#db/store.server";
import { decideVersion, moveProviderAsStaff, moveSolutionAsStaff } from "~/domain/catalogue/standing.server";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import type { ProviderDecision, SolutionDecision } from "./decision-form";
import { decisionsOnProvider, providerMove, solutionMove, versionMove } from "./decision-rules";
import { fencedProvider, fencedSolution, type Moderator } from "./fence.server";

export type DecisionRefusal = "not_found" | "stale" | "not_allowed";

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
 * profile was edited after the page was drawn, and it stays in the queue. `not_allowed` when the workflow has no such step.
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
 * `stale` when that version was edited or replaced by a later one, which stays in the queue; `not_allowed` when the workflow
 * has no such step. The same decision sent twice is one. Writes version, solution, index, decision, journal, notices.
 */
export async function decideOnSolution(
  tx: Writer,
  moderator: Moderator,
  id: string,
  form: SolutionDecision,
): Promise<Outcome<undefined, DecisionRefusal>> {
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
  const ofSolution = solutionMove(form.decision);
  const isMoved = ofVersion
    ? await decideVersion(tx, solution, version, ofVersion)
    : ofSolution !== null && (await moveSolutionAsStaff(tx, solution, ofSolution));
  if (!isMoved) return repeatedOr("not_allowed", tx, moderator, subject, form);
  await writeDecision(tx, moderator, subject, form, { before: solution.status, after: ofVersion ?? ofSolution });
  await tellOwner(tx, moderator, subject, version.title, form);
  return done();
}

async function versionOf(tx: Writer, solutionId: string, versionId: string) {
  return one(
    tx
      .select()
      .from(solutionVersion)
      .where(and(eq(solutionVersion.id, versionId), eq(solutionVersion.solutionId, solutionId))),
  );
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
