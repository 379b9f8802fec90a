/** What an enterprise chooses from when it picks or moves its visit. */
import type { Reader } from "#db/store.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { mayAct, moveOf } from "./diagnosis-status";
import { diagnosisFor, type Diagnosis } from "./moves.server";
import { expertOf, type ShownExpert } from "./parties.server";
import { freeTimes, type FreeTime } from "./slot-booking.server";

export type Picking = {
  case: Pick<Diagnosis, "id" | "edit" | "visitAt" | "visitNote">;
  expert: ShownExpert;
  isMove: boolean;
  times: FreeTime[];
};

/** Null when the enterprise has no such case; "not_possible" when its visit is not to be agreed or moved now. */
export async function pickingFor(
  db: Reader,
  member: EnterpriseMember,
  id: string,
  now: number,
): Promise<Picking | "not_possible" | null> {
  const found = await diagnosisFor(db, member, id);
  if (!found) return null;
  const isMove = mayAct("reschedule", found.status, "enterprise");
  const expert = await expertOf(db, found.expertUserId);
  if (!expert || (!isMove && !moveOf(found.status, "scheduled", "enterprise"))) return "not_possible";
  const { edit, visitAt, visitNote } = found;
  return { case: { id, edit, visitAt, visitNote }, expert, isMove, times: await freeTimes(db, expert.userId, now) };
}
