/** When a digest leaves: at once, every morning at eight in the province, or on Mondays. */
import type { AlertCadence } from "#db/vocabulary/notices";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;
const MORNING_MS = 8 * HOUR_MS;
/** 1 January 1970 was a Thursday; the first Monday is day 4. */
const FIRST_MONDAY = 4;

/**
 * What was found before this moment is due now; null: nothing is ever. What comes after it waits for the next morning, so
 * that nobody is written to twice on a day.
 */
export function dueBefore(cadence: AlertCadence, now: number): number | null {
  if (cadence === "never") return null;
  if (cadence === "now") return now + 1;
  const day = Math.floor((now + SHANGHAI_MS - MORNING_MS) / DAY_MS);
  const last = cadence === "daily" ? day : day - ((((day - FIRST_MONDAY) % 7) + 7) % 7);
  return last * DAY_MS - SHANGHAI_MS + MORNING_MS;
}
