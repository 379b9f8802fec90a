/** The visit: agreed by the expert or the park, moved when it must be, begun by the expert on the spot. */
import type { Writer } from "#db/store.server";
import type { Expert, ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { VisitForm } from "./diagnosis-form";
import { caseToAct, caseToMove, writeStep, type Diagnosis, type MoveRefusal, type SeenCase } from "./moves.server";
import { tellCase, type Listener } from "./tidings.server";

const MINUTE_MS = 60_000;
const SHANGHAI_MS = 8 * 60 * MINUTE_MS;

/**
 * Agrees the time of the visit, or moves an agreed one; `visitAt` in milliseconds. The promise of the visit does not move.
 * Refuses a time that has passed. Writes the step, the journal and notices to the others concerned.
 */
export async function arrangeVisit(
  tx: Writer,
  actor: Expert | ParkStaff,
  id: string,
  form: VisitForm,
): Promise<Outcome<Diagnosis, MoveRefusal | "visit_in_past">> {
  const seen = { id, edit: form.edit };
  const first = await caseToMove(tx, actor, seen, "scheduled");
  const found = first.ok || first.reason !== "not_possible" ? first : await caseToAct(tx, actor, seen, "reschedule");
  if (!found.ok) return found;
  if (form.visitAt < Date.now()) return refused("visit_in_past");
  return done(await agree(tx, actor, found.value, form));
}

/** Begins the visit: from now on the enterprise cannot withdraw, and the report's clock runs. Tells the park. */
export async function startVisit(tx: Writer, expert: Expert, seen: SeenCase): Promise<Outcome<Diagnosis, MoveRefusal>> {
  const found = await caseToMove(tx, expert, seen, "on_site");
  if (!found.ok) return found;
  const after = await writeStep(tx, expert, found.value, "on_site");
  await tellCase(tx, expert, after, ["park"], "diagnosis.on_site");
  return done(after);
}

async function agree(tx: Writer, actor: Expert | ParkStaff, before: Diagnosis, form: VisitForm): Promise<Diagnosis> {
  const { visitAt, visitNote } = form;
  const after = await writeStep(tx, actor, before, "scheduled", { text: visitNote }, { visitAt, visitNote });
  const others: Listener[] = actor.kind === "expert" ? ["enterprise", "park"] : ["enterprise", "expert"];
  await tellCase(tx, actor, after, others, "diagnosis.scheduled", { when: minuteOf(visitAt) });
  return after;
}

/** 2026-03-05 09:30 in Shanghai: reads the same in both languages. */
function minuteOf(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 16).replace("T", " ");
}
