/** Working hours between two times: 09:00 to 17:00 of working days in Asia/Shanghai, so that nobody is slow over a holiday. */
import { dayAt, DAY_MS, timeOn } from "~/domain/clinic/shanghai-time";
import { isWorkingDay } from "~/domain/clinic/working-days";

const HOUR_MS = 3_600_000;

/** Hours with fractions; 0 when `to` is not later. */
export function workingHoursBetween(from: number, to: number): number {
  let sum = 0;
  for (let midnight = timeOn(dayAt(from), "00:00"); midnight < to; midnight += DAY_MS) {
    const day = dayAt(midnight);
    if (!isWorkingDay(day)) continue;
    const opens = Math.max(from, timeOn(day, "09:00"));
    const closes = Math.min(to, timeOn(day, "17:00"));
    sum += Math.max(0, closes - opens);
  }
  return sum / HOUR_MS;
}
