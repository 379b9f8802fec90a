import fc from "fast-check";
import { expect, test } from "vitest";
import { awardRules, sourceOf } from "~/domain/clinic/award-rules";
import { AwardRule, estimateAwards, type AwardQuestion } from "~/domain/clinic/awards";

const rule = (but: object = {}) =>
  AwardRule.parse({
    ...{ id: "made", place_zh: "某市", region_code: "360100", batch: 1, from: null, until: null },
    ...{ required_level: { min: 2 }, ratio: 0.6, cap_wan: 40, source: "made" },
    ...but,
  });
const asked: AwardQuestion = {
  ...{ regionCode: "360121", on: "2027-03-01", targetLevel: 2 },
  spend: { minFen: 10_000_000, maxFen: 30_000_000 },
};
const amounts = (rules: AwardRule[], but: Partial<AwardQuestion> = {}) =>
  estimateAwards(rules, { ...asked, ...but }).map(({ minFen, maxFen }) => [minFen, maxFen]);

test("an award is the ratio of the spending, at most the cap", () => {
  expect(amounts([rule()])).toEqual([[6_000_000, 18_000_000]]);
  expect(amounts([rule()], { spend: { minFen: 10_000_000, maxFen: 90_000_000 } })).toEqual([[6_000_000, 40_000_000]]);
});

test("a bonus comes on top at its level", () => {
  const nice = rule({ bonus: [{ if_level: 4, add_wan: 20 }] });
  expect(amounts([nice], { targetLevel: 4 })).toEqual([[26_000_000, 38_000_000]]);
  expect(amounts([nice], { targetLevel: 3 })).toEqual([[6_000_000, 18_000_000]]);
});

test("amounts are rounded down to the fen and never above the cap", () => {
  expect(amounts([rule({ ratio: 0.333 })], { spend: { minFen: 1, maxFen: 100 } })).toEqual([[0, 33]]);
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(100_000_000_000), (thousandths, spendFen) => {
      const ratio = thousandths / 1000;
      const spend = { minFen: 0, maxFen: spendFen };
      for (const { maxFen } of estimateAwards([rule({ ratio })], { ...asked, spend })) {
        expect(Number.isSafeInteger(maxFen)).toBe(true);
        expect(maxFen * 1000).toBeLessThanOrEqual(spendFen * thousandths);
        expect(maxFen).toBeLessThanOrEqual(40_000_000);
      }
    }),
  );
});

test.each([
  ["another city", { regionCode: "360400" }],
  ["a level below the one required", { targetLevel: 1 }],
  ["no level aimed at", { targetLevel: null }],
  ["nothing to spend", { spend: { minFen: 0, maxFen: 0 } }],
])("none fits %s", (_, but) => {
  expect(amounts([rule()], but)).toEqual([]);
});

test("a rule holds from its first day to its last", () => {
  const dated = rule({ from: "2027-01-01", until: "2027-12-31" });
  const on = (day: string) => amounts([dated], { on: day }).length;
  expect(["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"].map(on)).toEqual([0, 1, 1, 0]);
});

test("the kept rules name their source, and those of other provinces apply nowhere here", () => {
  for (const one of awardRules) expect(sourceOf(one)).toMatch(/^http/);
  const places = estimateAwards(awardRules, asked).map(({ rule: { placeZh } }) => placeZh);
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !place.startsWith("南昌"))).toEqual([]);
});
