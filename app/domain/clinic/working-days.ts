/**
 * Working days of mainland China: the State Council's yearly notice on holidays and make-up days, as packaged by
 * `chinese-days` (named only here). Days are `YYYY-MM-DD` in Asia/Shanghai.
 */
import chineseDays from "chinese-days";

export type CountedDay = {
  day: string;
  /** False when a year on the way has no published holiday table yet and Monday to Friday were counted. */
  isCertain: boolean;
};

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

// Every list of cases asks for the same few hundred days; looking one up in the package costs 30 times as much as here.
const workingByDay = new Map<string, boolean>();
const knownYears = new Map<number, boolean>();
const countByDays = new Map<string, number>();
const MOST_COUNTS = 10_000;

/** The day of a time in Shanghai. */
export function shanghaiDay(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** Whether people work on this day: Monday to Friday and make-up days, holidays aside. Never throws for a far year. */
export function isWorkingDay(day: string): boolean {
  let isWorking = workingByDay.get(day);
  if (isWorking === undefined) {
    isWorking = chineseDays.isWorkday(localNoon(day));
    workingByDay.set(day, isWorking);
  }
  return isWorking;
}

/** Whether the holiday table of a year is known: every such table has the National Day. */
export function isHolidayTableKnown(year: number): boolean {
  let isKnown = knownYears.get(year);
  if (isKnown === undefined) {
    const nationalDay = localNoon(`${year}-10-01`);
    isKnown = chineseDays.getHolidaysInRange(nationalDay, nationalDay, false).length > 0;
    knownYears.set(year, isKnown);
  }
  return isKnown;
}

/** The n-th working day after a day; a negative n counts back, 0 is the day itself. */
export function addWorkingDays(day: string, n: number): CountedDay {
  const direction = n < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(n); left > 0;) {
    reached = shift(reached, direction);
    if (isWorkingDay(reached)) left -= 1;
  }
  return { day: reached, isCertain: isHolidayTableKnown(yearOf(day)) && isHolidayTableKnown(yearOf(reached)) };
}

/** The day itself when it is a working day, else the last one before it: what a clock that starts on a holiday counts from. */
export function workingDayUpTo(day: string): string {
  let reached = day;
  while (!isWorkingDay(reached)) reached = shift(reached, -1);
  return reached;
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  if (to <= from) return 0;
  const key = `${from} ${to}`;
  const known = countByDays.get(key) ?? countBetween(from, to);
  if (countByDays.size > MOST_COUNTS) countByDays.clear();
  countByDays.set(key, known);
  return known;
}

function countBetween(from: string, to: string): number {
  let count = 0;
  for (let day = shift(from, 1); day <= to; day = shift(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The package reads the machine's time zone; noon of the same calendar day is the same day in all of them. */
function localNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
