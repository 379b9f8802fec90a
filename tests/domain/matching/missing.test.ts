import { expect, test } from "vitest";
import { isNear, missingFor } from "~/domain/matching/missing";
import { rank } from "~/domain/matching/rank";
import { listing, need } from "./listing";

test.each([
  ["another park", { parks: ["park-two"] }, {}, [{ code: "place", parks: ["park-two"], regions: [] }]],
  ["another industry", { industries: ["C13"] }, {}, [{ code: "industry", industries: ["C13"] }]],
  ["over budget", { priceMinFen: 11_150_000 }, {}, [{ code: "budget", percentOver: 12, priceFen: 11_150_000 }]],
  ["a fen over budget", { priceMinFen: 10_000_001 }, {}, [{ code: "budget", percentOver: 1, priceFen: 10_000_001 }]],
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

test("a near miss lacks one or two things and costs or takes at most double", () => {
  const over = (percentOver: number) => ({ code: "budget" as const, percentOver, priceFen: 1 });
  const industry = { code: "industry" as const, industries: [] };
  const park = { code: "place" as const, parks: [], regions: [] };
  expect(isNear([])).toBe(false);
  expect(isNear([over(100)])).toBe(true);
  expect(isNear([over(101)])).toBe(false);
  expect(isNear([industry, park])).toBe(true);
  expect(isNear([industry, park, over(5)])).toBe(false);
  expect(isNear([{ code: "days", days: 61, daysMax: 30 }])).toBe(false);
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
