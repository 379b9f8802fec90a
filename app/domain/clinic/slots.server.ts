/** The times an expert publishes for visits, and what became of them. Rules: docs/decisions/0020. */
import { and, asc, eq, gt, gte, isNull, lt } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { diagnosis } from "#db/schema/clinic.server";
import { expertSlot } from "#db/schema/clinic-work.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader, Writer } from "#db/store.server";
import type { Expert } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { DAY_MS, timeOn } from "./shanghai-time";
import { meet, type Time } from "./slot-booking.server";
import type { PublishForm } from "./slot-form";

/** Nobody plans further ahead; a slip in the year is caught. */
const FURTHEST_MS = 366 * DAY_MS;
const HOUR_MS = 3_600_000;

/** `visit` null: free. `isCovered`: a visit lies across it, so that nobody may pick it. */
export type ShownTime = Time & {
  id: string;
  visit: { diagnosisId: string; enterprise: string } | null;
  isCovered: boolean;
};

type Overlap = { ok: false; reason: "time_overlaps"; other: Time };

/**
 * Publishes a time, or the same time in several weeks; all or none. Answers how many.
 * Refuses times that have begun, that lie more than a year ahead, or that meet a time the expert has already: the first such
 * is answered. Writes expert_slot and journal.
 */
export async function publishTimes(
  tx: Writer,
  expert: Expert,
  form: PublishForm,
): Promise<Outcome<{ count: number }, "time_in_past" | "time_too_far"> | Overlap> {
  const now = Date.now();
  const times = timesOf(form);
  if (times.some(({ startsAt }) => startsAt <= now)) return refused("time_in_past");
  if (times.some(({ startsAt }) => startsAt > now + FURTHEST_MS)) return refused("time_too_far");
  const other = await firstMet(tx, expert, times);
  if (other) return { ...refused("time_overlaps"), other };
  for (const time of times) {
    await tx.insert(expertSlot).values({ id: newId("slt"), expertUserId: expert.userId, ...time, createdAt: now });
  }
  await note(tx, expert, "times.published", { firstAt: times[0]?.startsAt, hours: form.hours, weeks: form.weeks });
  return done({ count: times.length });
}

/** Takes a free time back. Refuses what is not there, not the expert's, or booked meanwhile. Writes expert_slot and journal. */
export async function removeTime(tx: Writer, expert: Expert, slotId: string): Promise<Outcome<undefined, "time_gone">> {
  const isOwnFree = and(
    eq(expertSlot.id, slotId),
    eq(expertSlot.expertUserId, expert.userId),
    isNull(expertSlot.diagnosisId),
  );
  const [removed] = await tx.delete(expertSlot).where(isOwnFree).returning({ startsAt: expertSlot.startsAt });
  if (!removed) return refused("time_gone");
  await note(tx, expert, "times.removed", { at: removed.startsAt });
  return done();
}

/** An expert's times of the seven days from `monday`, free and booked, earliest first. */
export async function timesOfWeek(db: Reader, expert: Expert, monday: string): Promise<ShownTime[]> {
  const from = timeOn(monday, "00:00");
  const isOfWeek = and(
    eq(expertSlot.expertUserId, expert.userId),
    gte(expertSlot.startsAt, from),
    lt(expertSlot.startsAt, from + 7 * DAY_MS),
  );
  const rows = await db
    .select({
      ...{ id: expertSlot.id, startsAt: expertSlot.startsAt, endsAt: expertSlot.endsAt },
      ...{ diagnosisId: expertSlot.diagnosisId, enterprise: organisation.name },
    })
    .from(expertSlot)
    .leftJoin(diagnosis, eq(diagnosis.id, expertSlot.diagnosisId))
    .leftJoin(organisation, eq(organisation.id, diagnosis.enterpriseId))
    .where(isOfWeek)
    .orderBy(asc(expertSlot.startsAt));
  const visits = rows.filter(({ diagnosisId }) => diagnosisId !== null);
  return rows.map(({ diagnosisId, enterprise, ...time }) => ({
    ...time,
    visit: diagnosisId === null ? null : { diagnosisId, enterprise: enterprise ?? "" },
    isCovered: diagnosisId === null && visits.some((visit) => meet(time, visit)),
  }));
}

function timesOf({ day, start, hours, weeks }: PublishForm): Time[] {
  const first = timeOn(day, start);
  return Array.from({ length: weeks }, (_, week) => {
    const startsAt = first + week * 7 * DAY_MS;
    return { startsAt, endsAt: startsAt + hours * HOUR_MS };
  });
}

/** The expert's earliest time that meets one of these, which are in order. */
async function firstMet(tx: Writer, expert: Expert, times: readonly Time[]): Promise<Time | null> {
  const from = times[0]?.startsAt ?? 0;
  const to = times.at(-1)?.endsAt ?? 0;
  const isAround = and(gt(expertSlot.endsAt, from), lt(expertSlot.startsAt, to));
  const present = await tx
    .select({ startsAt: expertSlot.startsAt, endsAt: expertSlot.endsAt })
    .from(expertSlot)
    .where(and(eq(expertSlot.expertUserId, expert.userId), isAround))
    .orderBy(asc(expertSlot.startsAt));
  return present.find((other) => times.some((time) => meet(time, other))) ?? null;
}

async function note(tx: Writer, expert: Expert, action: string, after: Record<string, unknown>): Promise<void> {
  const subject = { kind: "expert", id: expert.userId };
  await record(tx, expert, { action, subject, ownerOrganisationId: expert.organisationId, after });
}
