import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addWorkingDays,
  isHolidayTableKnown,
  isWorkingDay,
  shanghaiDay,
  workingDaysBetween,
} from "~/domain/clinic/working-days";

// Holidays and make-up days of 2025 and 2026 by the State Council's notices.
test.each([
  ["2026-02-13", true, "the Friday before the Spring Festival"],
  ["2026-02-14", true, "a Saturday worked in lieu"],
  ["2026-02-16", false, "New Year's Eve"],
  ["2026-02-23", false, "the last day of the Spring Festival"],
  ["2026-02-24", true, "the first day after it"],
  ["2026-02-28", true, "a Saturday worked in lieu"],
  ["2026-03-07", false, "an ordinary Saturday"],
  ["2025-10-01", false, "the National Day"],
  ["2025-10-11", true, "a Saturday worked in lieu"],
])("%s is a working day: %s (%s)", (day, isWorking) => {
  expect(isWorkingDay(day)).toBe(isWorking);
});

test("three working days from the eve of the Spring Festival end after it", () => {
  expect(addWorkingDays("2026-02-13", 3)).toEqual({ day: "2026-02-25", isCertain: true });
});

test("no days is the day itself, also on a Sunday", () => {
  expect(addWorkingDays("2026-03-08", 0).day).toBe("2026-03-08");
});

test("a year without a holiday table is counted from Monday to Friday and says so", () => {
  expect(isHolidayTableKnown(2026)).toBe(true);
  expect(isHolidayTableKnown(2099)).toBe(false);
  expect(addWorkingDays("2099-10-01", 1)).toEqual({ day: "2099-10-02", isCertain: false });
  expect(addWorkingDays("2098-12-30", 5).isCertain).toBe(false);
});

test("a day in Shanghai begins eight hours before that of Greenwich", () => {
  expect(shanghaiDay(Date.parse("2026-03-04T15:59:59Z"))).toBe("2026-03-04");
  expect(shanghaiDay(Date.parse("2026-03-04T16:00:00Z"))).toBe("2026-03-05");
});

test("counting forward and counting between agree", () => {
  const day = fc
    .date({ min: new Date("2015-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), (from, n) => {
      const reached = addWorkingDays(from, n).day;
      expect(isWorkingDay(reached)).toBe(true);
      expect(workingDaysBetween(from, reached)).toBe(n);
    }),
    { numRuns: 200 },
  );
});
