/** Certificates run out by the calendar of the province; what is expired is computed when read. */
import { dayOf } from "~/i18n/format";

const DAY_MS = 86_400_000;

/** How many days before its end an owner is reminded. */
export const reminderDays = [60, 30, 7] as const;
export type ReminderDays = (typeof reminderDays)[number];

/** Whole days from today until the last valid day; negative once it is over; null for what does not run out. */
export function daysLeft(validUntil: string | null, now: number): number | null {
  if (validUntil === null) return null;
  return Math.round((Date.parse(validUntil) - Date.parse(dayOf(now))) / DAY_MS);
}

export function isExpired(validUntil: string | null, now: number): boolean {
  const left = daysLeft(validUntil, now);
  return left !== null && left < 0;
}

/** The reminder that is due now: the narrowest that fits, so that a late start does not send three at once. */
export function reminderDue(validUntil: string | null, now: number): ReminderDays | null {
  const left = daysLeft(validUntil, now);
  if (left === null || left < 0) return null;
  return reminderDays.findLast((days) => left <= days) ?? null;
}
