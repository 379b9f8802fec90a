/** Days, weeks and clocks of Asia/Shanghai, eight hours ahead of UTC all year round. Days are `YYYY-MM-DD`. Client-safe. */
const HOUR_MS = 3_600_000;
const SHANGHAI_MS = 8 * HOUR_MS;
export const DAY_MS = 24 * HOUR_MS;

/** 2026-03-05T09:30 */
export function minuteAt(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 16);
}

/** The day of a time. */
export function dayAt(at: number): string {
  return minuteAt(at).slice(0, 10);
}

/** The time of a clock (HH:MM) on a day. */
export function timeOn(day: string, clock: string): number {
  return Date.parse(`${day}T${clock}:00Z`) - SHANGHAI_MS;
}

/** The midnight that ends the day of a time. */
export function midnightAfter(at: number): number {
  return timeOn(dayAt(at), "00:00") + DAY_MS;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysLater(day, -sinceMonday);
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
