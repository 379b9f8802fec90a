/** How the promises of promise-days.ts stand, computed when read. */
import { addWorkingDays, shanghaiDay, workingDaysBetween } from "~/domain/clinic/working-days";

export type Promised = {
  /** Working days it has waited. */
  ageDays: number;
  /** The last day of the promise, YYYY-MM-DD. */
  dueOn: string;
  /** Working days past it; 0 in time. */
  lateDays: number;
};

/** How a promise of `days` working days that began at `since` stands at `now`. */
export function promised(since: number, days: number, now: number): Promised {
  const [from, today] = [shanghaiDay(since), shanghaiDay(now)];
  const dueOn = addWorkingDays(from, days).day;
  return { ageDays: workingDaysBetween(from, today), dueOn, lateDays: workingDaysBetween(dueOn, today) };
}
