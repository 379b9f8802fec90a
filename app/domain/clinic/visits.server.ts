/** The visit: arranged by the expert or the park, or picked by the enterprise; moved when it must be; begun on the spot. */
import type { Writer } from "#db/store.server";
import type { EnterpriseMember, Expert, ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { VisitForm } from "./diagnosis-form";
import { rescheduleReasons } from "./diagnosis-status";
import {
  caseToAct,
  caseToMove,
  writeStep,
  type Diagnosis,
  type MoveRefusal,
  type Said,
  type SeenCase,
} from "./moves.server";
import { minuteAt } from "./shanghai-time";
import { bookTime, freeTimeOf, isBooked, timeFrom, type Time } from "./slot-booking.server";
import type { PickForm } from "./slot-form";
import { tellCase, type Listener } from "./tidings.server";

type Arranger = EnterpriseMember | Expert | ParkStaff;
type Sent = Diagnosis & { expertUserId: string };
type ScheduleRefusal = MoveRefusal | "text_missing";
type Agreement = Said & { time: Time; visitNote: string };

/**
 * Agrees the time of the visit, or moves an agreed one for a reason with words; `visitAt` in milliseconds. The promise of the
 * visit does not move. Refuses a time that has passed or in which the expert has another visit.
 * Writes the step, expert_slot, the journal and notices to the others concerned.
 */
export async function arrangeVisit(
  tx: Writer,
  actor: Expert | ParkStaff,
  id: string,
  form: VisitForm,
): Promise<Outcome<Diagnosis, ScheduleRefusal | "visit_in_past" | "visit_taken">> {
  const found = await caseToSchedule(tx, actor, { id, edit: form.edit }, form);
  if (!found.ok) return found;
  if (form.visitAt < Date.now()) return refused("visit_in_past");
  const time = await timeFrom(tx, found.value.expertUserId, form.visitAt);
  return agree(tx, actor, found.value, { ...form, time });
}

/**
 * Agrees, or moves for a reason, the visit to one of the times the expert has published, from tomorrow on.
 * Refuses a time that somebody else was given or that was taken back meanwhile. Writes as `arrangeVisit` does.
 */
export async function pickVisit(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  form: PickForm,
): Promise<Outcome<Diagnosis, ScheduleRefusal | "visit_taken">> {
  const found = await caseToSchedule(tx, member, { id, edit: form.edit }, form);
  if (!found.ok) return found;
  const time = await freeTimeOf(tx, found.value.expertUserId, form.slotId, Date.now());
  return time ? agree(tx, member, found.value, { ...form, time }) : refused("visit_taken");
}

/** Begins the visit: from now on the enterprise cannot withdraw, and the report's clock runs. Tells the park. */
export async function startVisit(tx: Writer, expert: Expert, seen: SeenCase): Promise<Outcome<Diagnosis, MoveRefusal>> {
  const found = await caseToMove(tx, expert, seen, "on_site");
  if (!found.ok) return found;
  const after = await writeStep(tx, expert, found.value, "on_site");
  await tellCase(tx, expert, after, ["park"], "diagnosis.on_site");
  return done(after);
}

/** The case, ready for its visit to be agreed or moved; moving needs one of its own reasons, and words. */
async function caseToSchedule(
  tx: Writer,
  actor: Arranger,
  seen: SeenCase,
  { reason, text }: Said,
): Promise<Outcome<Sent, ScheduleRefusal>> {
  const first = await caseToMove(tx, actor, seen, "scheduled");
  const found = first.ok || first.reason !== "not_possible" ? first : await caseToAct(tx, actor, seen, "reschedule");
  if (!found.ok) return found;
  const { expertUserId } = found.value;
  if (expertUserId === null) return refused("not_possible");
  if (isMove(found.value) && !rescheduleReasons.some((known) => known === reason)) return refused("reason_missing");
  if (isMove(found.value) && !text) return refused("text_missing");
  return done({ ...found.value, expertUserId });
}

async function agree(
  tx: Writer,
  actor: Arranger,
  before: Sent,
  { time, visitNote, reason, text }: Agreement,
): Promise<Outcome<Diagnosis, "visit_taken">> {
  if (await isBooked(tx, before, time)) return refused("visit_taken");
  const said = isMove(before) ? { reason, text } : { text: visitNote };
  const after = await writeStep(tx, actor, before, "scheduled", said, { visitAt: time.startsAt, visitNote });
  await bookTime(tx, before, time);
  const when = { when: minuteAt(time.startsAt).replace("T", " "), text: text ?? "" };
  const kind = isMove(before) ? "diagnosis.visit_moved" : "diagnosis.scheduled";
  await tellCase(tx, actor, after, others[actor.kind], kind, when);
  return done(after);
}

const others: Record<Arranger["kind"], readonly Listener[]> = {
  enterprise: ["expert", "park"],
  expert: ["enterprise", "park"],
  park: ["enterprise", "expert"],
};

function isMove({ status }: Diagnosis): boolean {
  return status === "scheduled";
}
