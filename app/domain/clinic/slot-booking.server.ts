/** An expert's time as cases take it: what is free to pick, and one visit at a time. Rules: docs/decisions/0020. */
import { and, asc, eq, gt, isNotNull, isNull, lt, lte, ne, or, type SQL } from "drizzle-orm";
import { newId } from "#db/ids.server";
import type { diagnosis } from "#db/schema/clinic.server";
import { expertSlot } from "#db/schema/clinic-work.server";
import { expert, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { isLaidDown } from "./diagnosis-status";
import { midnightAfter } from "./shanghai-time";

/** From and to, in milliseconds. */
export type Time = { startsAt: number; endsAt: number };
export type FreeTime = Time & { id: string };

type Case = Pick<typeof diagnosis.$inferSelect, "id" | "status" | "expertUserId" | "visitAt">;
type OfExpert = { id: string; expertUserId: string };

/** How long a visit takes that was arranged without a published time. */
export const ARRANGED_MS = 3 * 3_600_000;

/**
 * The published times an enterprise may pick: from tomorrow on, clear of every visit of this expert, earliest first. None of
 * an expert who has left: the park sends another.
 */
export async function freeTimes(db: Reader, expertUserId: string, now: number): Promise<FreeTime[]> {
  const tomorrow = midnightAfter(now);
  const { id, startsAt, endsAt, diagnosisId } = expertSlot;
  const isHere = and(eq(expert.isActive, true), isNull(user.disabledAt));
  const rows = await db
    .select({ id, startsAt, endsAt, diagnosisId })
    .from(expertSlot)
    .innerJoin(expert, eq(expert.userId, expertSlot.expertUserId))
    .innerJoin(user, eq(user.id, expertSlot.expertUserId))
    .where(and(eq(expertSlot.expertUserId, expertUserId), gt(expertSlot.endsAt, tomorrow), isHere))
    .orderBy(asc(expertSlot.startsAt));
  const booked = rows.filter(({ diagnosisId }) => diagnosisId !== null);
  return rows
    .filter((row) => row.diagnosisId === null && row.startsAt >= tomorrow && !booked.some((visit) => meet(row, visit)))
    .map((row) => ({ id: row.id, startsAt: row.startsAt, endsAt: row.endsAt }));
}

/** One of those times, or null when it was taken or removed since. */
export async function freeTimeOf(
  db: Reader,
  expertUserId: string,
  slotId: string,
  now: number,
): Promise<FreeTime | null> {
  return (await freeTimes(db, expertUserId, now)).find(({ id }) => id === slotId) ?? null;
}

/** The published time that begins then, else three hours from then. */
export async function timeFrom(db: Reader, expertUserId: string, startsAt: number): Promise<Time> {
  const published = await one(
    db
      .select({ startsAt: expertSlot.startsAt, endsAt: expertSlot.endsAt })
      .from(expertSlot)
      .where(and(beginsAt(expertUserId, startsAt), isNull(expertSlot.diagnosisId))),
  );
  return published ?? { startsAt, endsAt: startsAt + ARRANGED_MS };
}

/** Whether another case has the expert at any moment of that time. */
export async function isBooked(db: Reader, { id, expertUserId }: OfExpert, time: Time): Promise<boolean> {
  const isOther = and(isNotNull(expertSlot.diagnosisId), ne(expertSlot.diagnosisId, id));
  return (await db.$count(expertSlot, and(eq(expertSlot.expertUserId, expertUserId), meets(time), isOther))) > 0;
}

/**
 * Books a time that was found clear for a case whose former time was released: the published one that begins then, else one
 * of its own. The same time again is no change. The unique indexes refuse a second visit at the same start and a second time
 * for the same case. Writes expert_slot.
 */
export async function bookTime(tx: Writer, { id, expertUserId }: OfExpert, time: Time): Promise<void> {
  if ((await tx.$count(expertSlot, eq(expertSlot.diagnosisId, id))) > 0) return;
  const isFree = and(beginsAt(expertUserId, time.startsAt), isNull(expertSlot.diagnosisId));
  const taken = await tx.update(expertSlot).set({ diagnosisId: id }).where(isFree).returning({ id: expertSlot.id });
  if (taken.length > 0) return;
  const { startsAt, endsAt } = time;
  const own = { startsAt, endsAt, diagnosisId: id, isOffered: false, createdAt: Date.now() };
  await tx.insert(expertSlot).values({ id: newId("slt"), expertUserId, ...own });
}

/**
 * Gives the expert's time back when a change of the case ends its visit: moved, another expert, withdrawn or cancelled. A
 * published time that lies ahead is free again, any other goes. Writes expert_slot.
 */
export async function releaseTime(tx: Writer, before: Case, after: Case): Promise<void> {
  const isSame = before.visitAt === after.visitAt && before.expertUserId === after.expertUserId;
  if (before.visitAt === null || (isSame && !isLaidDown(after.status))) return;
  const isOfCase = eq(expertSlot.diagnosisId, before.id);
  const isUseless = or(eq(expertSlot.isOffered, false), lte(expertSlot.startsAt, Date.now()));
  await tx.delete(expertSlot).where(and(isOfCase, isUseless));
  await tx.update(expertSlot).set({ diagnosisId: null }).where(isOfCase);
}

/** Whether two times share a moment; one that begins as the other ends does not. */
export function meet(a: Time, b: Time): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

function meets({ startsAt, endsAt }: Time): SQL | undefined {
  return and(lt(expertSlot.startsAt, endsAt), gt(expertSlot.endsAt, startsAt));
}

function beginsAt(expertUserId: string, startsAt: number): SQL | undefined {
  return and(eq(expertSlot.expertUserId, expertUserId), eq(expertSlot.startsAt, startsAt));
}
