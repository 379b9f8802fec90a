import { isWorkingDay } from "~/domain/clinic/working-days";
import type { Random } from "./random";

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Working days as a numbered line, so that the history of 16,000 cases is counted by addition. */
export type WorkingCalendar = {
  /** The number of the last working day that began before this time. */
  dayAt(time: number): number;
  /** A minute of that day's office hours, in Shanghai. */
  timeOn(day: number, random: Random): number;
  /** The same at a given hour. */
  hourOn(day: number, hour: number): number;
};

/** From the first of January of a year to half a year after now. */
export function workingCalendar(firstYear: number, now: number): WorkingCalendar {
  const days: number[] = [];
  for (let day = Date.UTC(firstYear, 0, 1); day < now + 183 * DAY_MS; day += DAY_MS) {
    if (isWorkingDay(new Date(day).toISOString().slice(0, 10))) days.push(day - SHANGHAI_MS);
  }
  const midnight = (day: number) => days[Math.max(0, Math.min(day, days.length - 1))] ?? 0;
  return {
    dayAt(time) {
      let [low, high] = [0, days.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (midnight(middle) <= time) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    timeOn: (day, random) => midnight(day) + (8 * 60 + 30 + random.whole(0, 530)) * 60_000,
    hourOn: (day, hour) => midnight(day) + hour * 3_600_000,
  };
}

/** The day of a time in Shanghai, YYYY-MM-DD. */
export function dayText(time: number): string {
  return new Date(time + SHANGHAI_MS).toISOString().slice(0, 10);
}
