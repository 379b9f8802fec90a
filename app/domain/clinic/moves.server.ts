/** The one way a case changes: fenced by actor, checked against the table and the form's `edit`, stepped and journalled. */
import { and, asc, desc, eq, ne, type SQL } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { diagnosis, diagnosisStep } from "#db/schema/clinic.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { DiagnosisReason, DiagnosisStatus } from "#db/vocabulary/clinic";
import type { AuthorityStaff, EnterpriseMember, Expert, ParkStaff } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { isOnceEscalated, mayAct, moveOf, type DiagnosisAct, type DiagnosisRole } from "./diagnosis-status";
import { reachedBy, whereIsIt, type Where } from "./promises";
import { releaseTime } from "./slot-booking.server";

export type CaseActor = EnterpriseMember | Expert | ParkStaff | AuthorityStaff;
export type Diagnosis = typeof diagnosis.$inferSelect;

/** A case as somebody saw it: its id and the `edit` number of the page. */
export type SeenCase = { id: string; edit: number };
export type Said = { reason?: DiagnosisReason; text?: string };

/** not_found: there is no such case for this actor. stale: it changed since the page was drawn. */
export type MoveRefusal = "not_found" | "stale" | "not_possible" | "reason_missing";

type Change = Partial<Omit<typeof diagnosis.$inferInsert, "id" | "status" | "statusSince" | "edit">>;

/** Which cases an actor may see at all. A draft is the enterprise's alone. */
export function fence(actor: CaseActor): SQL | undefined {
  const isHandedIn = ne(diagnosis.status, "draft");
  switch (actor.kind) {
    case "enterprise":
      return eq(diagnosis.enterpriseId, actor.organisationId);
    case "expert":
      return and(eq(diagnosis.expertUserId, actor.userId), isHandedIn);
    case "park":
      return and(eq(diagnosis.parkSlug, actor.parkSlug), isHandedIn);
    case "authority":
      return actor.level === "province" ? isHandedIn : and(eq(diagnosis.regionCode, actor.regionCode), isHandedIn);
  }
}

/** The part an actor plays in the workflow table. */
export function roleOf(actor: CaseActor): DiagnosisRole {
  return actor.kind === "authority" ? actor.level : actor.kind;
}

/** The case when this actor may see it, else null. */
export function diagnosisFor(db: Reader, actor: CaseActor, id: string): Promise<Diagnosis | null> {
  return one(
    db
      .select()
      .from(diagnosis)
      .where(and(eq(diagnosis.id, id), fence(actor))),
  );
}

/** The case, ready for the move to `to`; refuses what is not there, stale, not in the table, or without its reason. */
export async function caseToMove(
  tx: Writer,
  actor: CaseActor,
  seen: SeenCase,
  to: DiagnosisStatus,
  said: Said = {},
): Promise<Outcome<Diagnosis, MoveRefusal>> {
  const found = await seenCase(tx, actor, seen);
  if (!found.ok) return found;
  const move = moveOf(found.value.status, to, roleOf(actor));
  if (!move) return refused("not_possible");
  if (move.reasons.length > 0 && !move.reasons.some((reason) => reason === said.reason))
    return refused("reason_missing");
  return found;
}

/** The case, ready for an act beside the line; refuses authorities to whom its broken promise has not gone up. */
export async function caseToAct(
  tx: Writer,
  actor: CaseActor,
  seen: SeenCase,
  act: DiagnosisAct,
): Promise<Outcome<Diagnosis, "not_found" | "stale" | "not_possible">> {
  const found = await seenCase(tx, actor, seen);
  if (!found.ok) return found;
  const role = roleOf(actor);
  if (!mayAct(act, found.value.status, role)) return refused("not_possible");
  if (!isOnceEscalated(act, role)) return found;
  const reached: readonly string[] = reachedBy(await whereIs(tx, found.value));
  return reached.includes(role) ? found : refused("not_possible");
}

/** Where a case stands now, by its steps. The caller has read it as its actor. */
export async function whereIs(db: Reader, about: Diagnosis): Promise<Where> {
  const { toStatus, at, id } = diagnosisStep;
  const isOfCase = eq(diagnosisStep.diagnosisId, about.id);
  const steps = await db.select({ toStatus, at }).from(diagnosisStep).where(isOfCase).orderBy(asc(at), asc(id));
  return whereIsIt(about, steps, Date.now());
}

async function seenCase(
  tx: Writer,
  actor: CaseActor,
  seen: SeenCase,
): Promise<Outcome<Diagnosis, "not_found" | "stale">> {
  const found = await diagnosisFor(tx, actor, seen.id);
  if (!found) return refused("not_found");
  return found.edit === seen.edit ? done(found) : refused("stale");
}

/**
 * Writes the step of a checked case and returns the case as it is now. Staying in a status is a step from it to itself.
 * Writes diagnosis, diagnosis_step, the journal, and expert_slot when the visit no longer stands; whom to tell is the
 * command's business.
 */
export async function writeStep(
  tx: Writer,
  actor: CaseActor,
  before: Diagnosis,
  to: DiagnosisStatus,
  said: Said = {},
  change: Change = {},
): Promise<Diagnosis> {
  const at = await stepTime(tx, before.id);
  const statusSince = to === before.status ? before.statusSince : at;
  const after = { ...before, ...change, status: to, statusSince, edit: before.edit + 1 };
  await tx.update(diagnosis).set(after).where(eq(diagnosis.id, before.id));
  await releaseTime(tx, before, after);
  await insertStep(tx, actor, { ...said, id: before.id, from: before.status, to, at });
  await record(tx, actor, {
    action: `diagnosis.${to}`,
    subject: { kind: "diagnosis", id: before.id },
    ownerOrganisationId: before.enterpriseId,
    parkSlug: before.parkSlug,
    regionCode: before.regionCode,
    before: { status: before.status, expertUserId: before.expertUserId, visitAt: before.visitAt },
    after: { status: to, expertUserId: after.expertUserId, visitAt: after.visitAt, reason: said.reason ?? null },
  });
  return after;
}

/** Now; or the time of the last step when the machine's clock was set back since: a history never runs backwards. */
async function stepTime(tx: Writer, id: string): Promise<number> {
  const { at, diagnosisId } = diagnosisStep;
  const last = await one(tx.select({ at }).from(diagnosisStep).where(eq(diagnosisId, id)).orderBy(desc(at)).limit(1));
  return Math.max(Date.now(), last?.at ?? 0);
}

type Step = Said & { id: string; from: DiagnosisStatus | null; to: DiagnosisStatus; at: number };

/** One row of the case's history. */
export async function insertStep(tx: Writer, actor: CaseActor, step: Step): Promise<void> {
  await tx.insert(diagnosisStep).values({
    id: newId("dst"),
    diagnosisId: step.id,
    fromStatus: step.from,
    toStatus: step.to,
    reason: step.reason ?? null,
    text: step.text ?? "",
    byUserId: actor.userId,
    at: step.at,
  });
}
