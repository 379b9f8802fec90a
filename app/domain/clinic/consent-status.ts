/** How long a consent holds. Computed whenever it is asked, so that nothing has to happen for it to end. Pure; client-safe. */
import { DAY_MS, dayAt, daysLater, timeOn } from "./shanghai-time";

export type ConsentState = "valid" | "expired" | "withdrawn";

/** Days offered when nobody says otherwise, and the most that may be given. */
export const DEFAULT_DAYS = 30;
export const MAX_DAYS = 365;

/** Providers a search by name answers with. */
export const MAX_FOUND = 20;

type Span = { until: number; withdrawnAt: number | null };

/** `until` is the first moment at which it no longer holds. */
export function consentStateAt({ until, withdrawnAt }: Span, now: number): ConsentState {
  if (withdrawnAt !== null) return "withdrawn";
  return now < until ? "valid" : "expired";
}

/** The moment after the last one of a day in Shanghai. */
export function endOfDay(day: string): number {
  return timeOn(day, "00:00") + DAY_MS;
}

/** The last day on which a consent holds. */
export function lastDayOf(until: number): string {
  return dayAt(until - 1);
}

/** From today to a year from now. */
export function isPossibleDay(day: string, now: number): boolean {
  return day >= dayAt(now) && day <= lastPossibleDay(now);
}

export function lastPossibleDay(now: number): string {
  return daysLater(dayAt(now), MAX_DAYS);
}

export function defaultDay(now: number): string {
  return daysLater(dayAt(now), DEFAULT_DAYS);
}
