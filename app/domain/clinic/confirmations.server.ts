/** The end of a case: the enterprise confirms or objects, the park answers and closes. */
import { eq } from "drizzle-orm";
import { diagnosisStep } from "#db/schema/clinic.server";
import type { Writer } from "#db/store.server";
import type { EnterpriseMember, ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { ConfirmForm, NoteForm } from "./diagnosis-form";
import { caseToAct, caseToMove, writeStep, type Diagnosis, type MoveRefusal, type SeenCase } from "./moves.server";
import { whereIsIt } from "./promises";
import { tellCase } from "./tidings.server";

type ActRefusal = "not_found" | "stale" | "not_possible";

/** Confirms the report, with a note if wanted. Tells the park and the expert. */
export async function confirmReport(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  form: ConfirmForm,
): Promise<Outcome<Diagnosis, MoveRefusal>> {
  const found = await caseToMove(tx, member, { id, edit: form.edit }, "confirmed");
  if (!found.ok) return found;
  const after = await writeStep(tx, member, found.value, "confirmed", { text: form.note }, { confirmNote: form.note });
  await tellCase(tx, member, after, ["park", "expert"], "diagnosis.confirmed");
  return done(after);
}

/**
 * Objects to the report in words. The report stays as issued; the park has to answer and the confirmation's clock stands
 * still meanwhile. Refuses a second objection before the answer.
 */
export async function objectToReport(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  form: NoteForm,
): Promise<Outcome<Diagnosis, ActRefusal>> {
  const found = await caseToAct(tx, member, { id, edit: form.edit }, "object");
  if (!found.ok) return found;
  if (await isObjected(tx, found.value)) return refused("not_possible");
  const after = await writeStep(tx, member, found.value, "reported", { text: form.note }, { confirmNote: form.note });
  await tellCase(tx, member, after, ["park", "expert"], "diagnosis.objected", { text: form.note });
  return done(after);
}

/** Answers an objection; it is the enterprise's turn again. Refuses when there is none. */
export async function answerObjection(
  tx: Writer,
  staff: ParkStaff,
  id: string,
  form: NoteForm,
): Promise<Outcome<Diagnosis, ActRefusal>> {
  const found = await caseToAct(tx, staff, { id, edit: form.edit }, "answer_objection");
  if (!found.ok) return found;
  if (!(await isObjected(tx, found.value))) return refused("not_possible");
  const after = await writeStep(tx, staff, found.value, "reported", { text: form.note });
  await tellCase(tx, staff, after, ["enterprise", "expert"], "diagnosis.objection_answered", { text: form.note });
  return done(after);
}

/** Files the confirmed case. Tells the enterprise and the expert. */
export async function closeDiagnosis(
  tx: Writer,
  staff: ParkStaff,
  seen: SeenCase,
): Promise<Outcome<Diagnosis, MoveRefusal>> {
  const found = await caseToMove(tx, staff, seen, "closed");
  if (!found.ok) return found;
  const after = await writeStep(tx, staff, found.value, "closed");
  await tellCase(tx, staff, after, ["enterprise", "expert"], "diagnosis.closed");
  return done(after);
}

async function isObjected(tx: Writer, about: Diagnosis): Promise<boolean> {
  const steps = await tx
    .select({ toStatus: diagnosisStep.toStatus, at: diagnosisStep.at })
    .from(diagnosisStep)
    .where(eq(diagnosisStep.diagnosisId, about.id))
    .orderBy(diagnosisStep.at, diagnosisStep.id);
  return whereIsIt(about, steps, Date.now()).isObjected;
}
