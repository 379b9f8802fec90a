/** What a park's desk does with a case: accept it, ask for more, decline it, send an expert, and, with the province, cancel. */
import { and, eq, isNull } from "drizzle-orm";
import { expert, user } from "#db/schema/identity.server";
import { one, type Writer } from "#db/store.server";
import type { AuthorityStaff, ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { AssignForm } from "./diagnosis-form";
import { statusAfterReassign } from "./diagnosis-status";
import { newestReport } from "./draft-report.server";
import {
  caseToAct,
  caseToMove,
  writeStep,
  type Diagnosis,
  type MoveRefusal,
  type Said,
  type SeenCase,
} from "./moves.server";
import { isCorrection } from "./report-version";
import { tellCase, tellReplacedExpert, type Listener } from "./tidings.server";

type Moved = Promise<Outcome<Diagnosis, MoveRefusal>>;

/** Takes the case on. Writes the step, the journal and a notice to the enterprise. */
export async function acceptDiagnosis(tx: Writer, staff: ParkStaff, seen: SeenCase): Moved {
  const found = await caseToMove(tx, staff, seen, "accepted");
  if (!found.ok) return found;
  const after = await writeStep(tx, staff, found.value, "accepted");
  await tellCase(tx, staff, after, ["enterprise"], "diagnosis.accepted");
  return done(after);
}

/** Asks the enterprise for more, with a reason; the park's clock stands still until it answers. */
export async function requestChanges(tx: Writer, staff: ParkStaff, seen: SeenCase, said: Said): Moved {
  const found = await caseToMove(tx, staff, seen, "changes_requested", said);
  if (!found.ok) return found;
  const after = await writeStep(tx, staff, found.value, "changes_requested", said);
  await tellCase(tx, staff, after, ["enterprise"], "diagnosis.changes_requested", { text: said.text ?? "" });
  return done(after);
}

/** Turns the request down for good, with a reason; the enterprise may file a new one. */
export async function declineDiagnosis(tx: Writer, staff: ParkStaff, seen: SeenCase, said: Said): Moved {
  const found = await caseToMove(tx, staff, seen, "declined", said);
  if (!found.ok) return found;
  const after = await writeStep(tx, staff, found.value, "declined", said);
  await tellCase(tx, staff, after, ["enterprise"], "diagnosis.declined", { text: said.text ?? "" });
  return done(after);
}

/** Ends a case of which no report was issued yet, with a reason. The park may, and the province over its head. */
export async function cancelDiagnosis(
  tx: Writer,
  staff: ParkStaff | AuthorityStaff,
  seen: SeenCase,
  said: Said,
): Moved {
  const found = await caseToMove(tx, staff, seen, "cancelled", said);
  if (!found.ok) return found;
  if (isCorrection(await newestReport(tx, seen.id))) return refused("not_possible");
  const after = await writeStep(tx, staff, found.value, "cancelled", said);
  const listeners = ["enterprise", "park", "expert"] as const;
  await tellCase(tx, staff, after, listeners, "diagnosis.cancelled", { text: said.text ?? "" });
  return done(after);
}

/**
 * Sends an expert, or another one until the report is handed in; a visit agreed with the one replaced is agreed anew. A park
 * may, and an authority to whom the broken promise has gone up. The same expert again is no change.
 * Refuses an expert who is not active or does not visit this park. Tells the enterprise, both experts, and a park passed over.
 */
export async function assignExpert(
  tx: Writer,
  staff: ParkStaff | AuthorityStaff,
  id: string,
  form: AssignForm,
): Promise<Outcome<Diagnosis, AssignRefusal>> {
  const seen = { id, edit: form.edit };
  const first = await caseToMove(tx, staff, seen, "assigned");
  const found = first.ok || first.reason !== "not_possible" ? first : await caseToAct(tx, staff, seen, "reassign");
  if (!found.ok) return found;
  const before = found.value;
  const sent = await expertToSend(tx, before.parkSlug, form.expertUserId);
  if (!sent) return refused("unknown_expert");
  if (before.expertUserId === sent.userId) return done(before);
  const status = statusAfterReassign(before.status);
  const change = { expertUserId: sent.userId, ...(before.status === "scheduled" ? noVisit : {}) };
  const after = await writeStep(tx, staff, before, status, { text: form.text }, change);
  await tellOfExpert(tx, staff, { before, after, name: sent.name, text: form.text });
  return done(after);
}

export type AssignRefusal = MoveRefusal | "unknown_expert";

const noVisit = { visitAt: null, visitNote: "" };

async function tellOfExpert(
  tx: Writer,
  staff: ParkStaff | AuthorityStaff,
  { before, after, name, text }: { before: Diagnosis; after: Diagnosis; name: string; text: string },
): Promise<void> {
  const isFirst = before.expertUserId === null;
  const listeners: Listener[] = staff.kind === "park" ? ["enterprise"] : ["enterprise", "park"];
  const kind = isFirst ? "diagnosis.assigned" : "diagnosis.expert_replaced";
  await tellCase(tx, staff, after, listeners, kind, { expert: name });
  await tellCase(tx, staff, after, ["expert"], "diagnosis.assigned_to_you", { text });
  await tellReplacedExpert(tx, staff, before);
}

/** An active expert whose account is open and who is willing to visit this park. */
async function expertToSend(tx: Writer, parkSlug: string, userId: string) {
  const found = await one(
    tx
      .select({ userId: expert.userId, name: user.name, parks: expert.parks })
      .from(expert)
      .innerJoin(user, eq(user.id, expert.userId))
      .where(and(eq(expert.userId, userId), eq(expert.isActive, true), isNull(user.disabledAt))),
  );
  return found && (found.parks.length === 0 || found.parks.includes(parkSlug)) ? found : null;
}
