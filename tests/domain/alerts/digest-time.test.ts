import fc from "fast-check";
import { expect, test } from "vitest";
import { dueBefore } from "~/domain/alerts/digest-time";

const at = (text: string) => Date.parse(`${text}+08:00`);

/** 3 February 2031 is a Monday. */
const moments = [
  ["daily", "2031-02-05T08:00:00", "2031-02-05T08:00:00"],
  ["daily", "2031-02-05T07:59:59", "2031-02-04T08:00:00"],
  ["daily", "2031-02-05T23:59:59", "2031-02-05T08:00:00"],
  ["weekly", "2031-02-03T08:00:00", "2031-02-03T08:00:00"],
  ["weekly", "2031-02-03T07:59:59", "2031-01-27T08:00:00"],
  ["weekly", "2031-02-09T23:00:00", "2031-02-03T08:00:00"],
  ["weekly", "2031-02-10T09:00:00", "2031-02-10T08:00:00"],
] as const;

test.each(moments)("%s at %s: what was found before %s", (cadence, now, before) => {
  expect(dueBefore(cadence, at(now))).toBe(at(before));
});

test("at once is everything there is, never is nothing", () => {
  expect(dueBefore("now", 5)).toBeGreaterThan(5);
  expect(dueBefore("never", 5)).toBeNull();
});

test("a digest comes once a day, or once a week, whatever the hour it is asked", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.constantFrom("daily" as const, "weekly" as const),
      (now, cadence) => {
        const before = dueBefore(cadence, now) ?? 0;
        const span = (cadence === "daily" ? 1 : 7) * 86_400_000;
        expect(now - before).toBeGreaterThanOrEqual(0);
        expect(now - before).toBeLessThan(span);
        expect(dueBefore(cadence, now + span)).toBe(before + span);
      },
    ),
  );
});
