import fc from "fast-check";
import { expect, test } from "vitest";
import { hasLapsed, latestOf, sumsOf } from "~/domain/projects/quote";
import { bestOf, comparedRows, differs, saidHours } from "~/domain/projects/quote-comparison";
import { QuoteForm } from "~/domain/projects/quote-form";
import { typedTotal } from "~/domain/projects/typed-total";
import { workingHoursBetween } from "~/domain/projects/working-hours";

const lines = fc.array(fc.record({ priceFen: fc.nat(10_000_000), isEligible: fc.boolean() }), { maxLength: 20 });

test("what may count for an award is never more than the total, and all of it when all lines count", () => {
  fc.assert(
    fc.property(lines, (some) => {
      const { totalFen, eligibleFen } = sumsOf(some);
      expect(eligibleFen).toBeLessThanOrEqual(totalFen);
      expect(sumsOf(some.map((line) => ({ ...line, isEligible: true }))).eligibleFen).toBe(totalFen);
    }),
  );
});

test("a quote lapses when its last day in Shanghai has ended, unless it was answered", () => {
  const at = (time: string, status: "sent" | "accepted" = "sent") =>
    hasLapsed({ status, validUntil: "2026-03-10" }, Date.parse(time));
  expect(at("2026-03-10T23:59:59+08:00")).toBe(false);
  expect(at("2026-03-11T00:00:00+08:00")).toBe(true);
  expect(at("2026-03-11T00:00:00+08:00", "accepted")).toBe(false);
  expect(latestOf([{ number: 2 }, { number: 3 }, { number: 1 }])).toEqual({ number: 3 });
  expect(latestOf([])).toBeNull();
});

const form = {
  ...{ id: `quo_${"0".repeat(26)}`, seen: "0", days: "３０", warrantyMonths: "0", validUntil: "2030-01-31", note: "" },
  lines: [
    { text: "软件 🧩", price: "1.5万", isEligible: "on" },
    { text: "培训", price: "２，０００" },
  ],
};

test("prices are read as people write them, and a line without a tick does not count", () => {
  expect(QuoteForm.parse(form)).toMatchObject({
    days: 30,
    lines: [
      { text: "软件 🧩", price: 1_500_000, isEligible: true },
      { text: "培训", price: 200_000, isEligible: false },
    ],
  });
  expect(typedTotal(form.lines)).toBe(1_700_000);
  expect(typedTotal([undefined, { price: "许多" }, { text: "无" }])).toBe(0);
});

test.each([
  ["no line", { lines: undefined }, "lines"],
  ["nothing to pay", { lines: [{ text: "白送", price: "0" }] }, "lines"],
  ["too many lines", { lines: Array.from({ length: 21 }, () => ({ text: "项", price: "1" })) }, "lines"],
  ["a line without a price", { lines: [{ text: "软件", price: "" }] }, "lines.0.price"],
  ["a line of 10,000 characters", { lines: [{ text: "长".repeat(10_000), price: "1" }] }, "lines.0.text"],
  ["a negative price", { lines: [{ text: "软件", price: "-1" }] }, "lines.0.price"],
  ["a day that does not exist", { validUntil: "2030-02-30" }, "validUntil"],
  ["no days", { days: "" }, "days"],
])("a quote with %s is refused at its field", (_name, differing, field) => {
  const parsed = QuoteForm.safeParse({ ...form, ...differing });
  expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."))).toContain(field);
});

test("the best of a row is one with the best figure, and nobody is where all are alike", () => {
  const column = fc.record({ responseHours: fc.option(fc.nat(50), { nil: null }), quote: fc.constant(null) });
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), (columns) => {
      const best = bestOf("response", columns);
      const hours = columns.map(({ responseHours }) => (responseHours === null ? Infinity : saidHours(responseHours)));
      best.forEach((isBest, at) => isBest && expect(hours[at]).toBe(Math.min(...hours)));
      if (!differs("response", columns)) expect(best).not.toContain(true);
      for (const row of comparedRows) expect(bestOf(row, columns)).toHaveLength(columns.length);
    }),
  );
});

test("times to answer that read the same are the same: nobody is faster by minutes that are not shown", () => {
  const column = (responseHours: number) => ({ responseHours, quote: null });
  expect(bestOf("response", [column(1.6), column(2.4)])).toEqual([false, false]);
  expect(bestOf("response", [column(1.6), column(2.6)])).toEqual([true, false]);
  expect(bestOf("response", [column(17), column(19)])).toEqual([true, false]);
});

test("only office hours of working days count, so that nobody is slow over a holiday", () => {
  const between = (from: string, to: string) =>
    workingHoursBetween(Date.parse(`${from}:00+08:00`), Date.parse(`${to}:00+08:00`));
  expect(between("2026-03-05T10:00", "2026-03-05T11:30")).toBe(1.5);
  // From Friday afternoon to Monday morning.
  expect(between("2026-03-06T16:00", "2026-03-09T10:00")).toBe(2);
  expect(between("2026-03-07T10:00", "2026-03-08T10:00")).toBe(0);
  // National Day, a week without a working hour.
  expect(between("2025-10-01T09:00", "2025-10-08T17:00")).toBe(0);
  expect(between("2026-03-05T11:00", "2026-03-05T10:00")).toBe(0);
});
