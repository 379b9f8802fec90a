/** How fast a provider answers: the median working time from an enquiry to its first answer. */
import { and, desc, eq, gte, isNotNull, lt } from "drizzle-orm";
import { enquiry } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import { dayAt, DAY_MS, timeOn } from "~/domain/clinic/shanghai-time";
import { medianOf } from "./median";
import { workingHoursBetween } from "./working-hours";

/** Fewer answers say nothing. */
export const LEAST_ANSWERS = 3;
const WINDOW_DAYS = 365;
const MOST = 500;

export type ResponseTime = { hours: number; answers: number };

/**
 * Median of the first answers of a year up to yesterday, so that the figure moves at midnight as the public page does
 * (docs/decisions/0026); null under three.
 */
export async function responseTime(db: Reader, providerId: string, now: number): Promise<ResponseTime | null> {
  const today = timeOn(dayAt(now), "00:00");
  const isAnswered = and(
    eq(enquiry.providerId, providerId),
    isNotNull(enquiry.firstAnswerAt),
    lt(enquiry.firstAnswerAt, today),
    gte(enquiry.createdAt, today - WINDOW_DAYS * DAY_MS),
  );
  const rows = await db
    .select({ createdAt: enquiry.createdAt, firstAnswerAt: enquiry.firstAnswerAt })
    .from(enquiry)
    .where(isAnswered)
    .orderBy(desc(enquiry.createdAt))
    .limit(MOST);
  if (rows.length < LEAST_ANSWERS) return null;
  const hours = medianOf(
    rows.map(({ createdAt, firstAnswerAt }) => workingHoursBetween(createdAt, firstAnswerAt ?? 0)),
  );
  return hours === null ? null : { hours, answers: rows.length };
}
