import { expect, test } from "vitest";
import { isMatch, isNear, missingFor } from "~/domain/matching/missing";
import { rank } from "~/domain/matching/rank";
import { listing, need } from "./listing";

test.each([
  ["another park", { parks: ["park-two"] }, {}, [{ code: "place", parks: ["park-two"], regions: [] }]],
  ["another industry", { industries: ["C13"] }, {}, [{ code: "industry", industries: ["C13"] }]],
  [
    "over budget",
    { priceMinFen: 11_150_000 },
    {},
    [{ code: "budget", percentOver: 12, priceFen: 11_150_000, budgetFen: 10_000_000 }],
  ],
  [
    "a fen over budget",
    { priceMinFen: 10_000_001 },
    {},
    [{ code: "budget", percentOver: 1, priceFen: 10_000_001, budgetFen: 10_000_000 }],
  ],
  ["exactly the budget", { priceMinFen: 10_000_000 }, {}, []],
  ["free", { priceModel: "free" as const, priceMinFen: null }, { budgetFen: 0 }, []],
  ["no price stated", { priceMinFen: null }, {}, []],
  ["too slow", { deployDays: 45 }, { daysMax: 30 }, [{ code: "days", days: 45, daysMax: 30 }]],
  ["no time stated", { deployDays: null }, { daysMax: 30 }, []],
  ["nothing asked", { parks: ["park-two"], industries: ["C13"] }, { place: null, industryCode: null }, []],
  ["a group of the division asked", { industries: ["C367"] }, { industryCode: "C36" }, []],
])("what is missing: %s", (_, differs, wanted, missing) => {
  expect(missingFor(listing(differs), need(wanted))).toEqual(missing);
});

const industry = { code: "industry" as const, industries: [] };
const park = { code: "place" as const, parks: [], regions: [] };
const over = (priceFen: number) => ({ code: "budget" as const, percentOver: 1, priceFen, budgetFen: 100 });
const late = (days: number) => ({ code: "days" as const, days, daysMax: 30 });

test("money and time are soft limits: up to double is still a match, up to three times a near miss", () => {
  expect([isMatch([]), isNear([])]).toEqual([true, false]);
  for (const [twice, more, far] of [
    [over(200), over(201), over(301)] as const,
    [late(60), late(61), late(91)] as const,
  ]) {
    expect([isMatch([twice]), isNear([twice])]).toEqual([true, false]);
    expect([isMatch([more]), isNear([more])]).toEqual([false, true]);
    expect([isMatch([far]), isNear([far])]).toEqual([false, false]);
  }
  expect(isMatch([over(200), late(60)])).toBe(true);
});

test("nobody pays twice nothing: with a budget of zero only what is free is a match", () => {
  const free = { code: "budget" as const, percentOver: 100, priceFen: 1, budgetFen: 0 };
  expect([isMatch([free]), isNear([free])]).toEqual([false, false]);
});

test("a near miss lacks one or two things, of which industry and place may be", () => {
  expect([isMatch([industry]), isNear([industry])]).toEqual([false, true]);
  expect(isNear([industry, park])).toBe(true);
  expect(isNear([park, over(120)])).toBe(true);
  expect(isNear([park, over(301)])).toBe(false);
  expect(isNear([industry, park, over(120)])).toBe(false);
});

test("near misses come with the fewest gaps first and only when they answer the need", () => {
  const catalogue = [
    listing({ id: "sol_two", parks: ["park-two"], industries: ["C13"], acceptedProjects: 20 }),
    listing({ id: "sol_one", parks: ["park-two"] }),
    listing({ id: "sol_off", parks: ["park-two"], scenarios: ["hr"] }),
  ];
  const { matches, nearMisses } = rank(catalogue, need(), { limit: 5, nearLimit: 5, day: "2026-03-05", seed: "" });
  expect(matches).toEqual([]);
  expect(nearMisses.map(({ solution }) => solution.id)).toEqual(["sol_one", "sol_two"]);
});
