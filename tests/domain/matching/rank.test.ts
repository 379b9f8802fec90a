import fc from "fast-check";
import { expect, test } from "vitest";
import { servesPlace } from "~/domain/scenarios/places";
import { rank } from "~/domain/matching/rank";
import { arbCatalogue, arbListing, arbNeed } from "./arbitraries";
import { listing, need } from "./listing";

const options = { limit: 100, nearLimit: 100, day: "2026-03-05", seed: "org_x" };

test("an unserved park, industry, budget or time never appears among the matches", () => {
  fc.assert(
    fc.property(arbCatalogue, arbNeed, (catalogue, wanted) => {
      for (const { solution, missing } of rank(catalogue, wanted, options).matches) {
        expect(missing).toEqual([]);
        if (wanted.place) expect(servesPlace(solution, wanted.place)).toBe(true);
        if (wanted.budgetFen !== null) expect(solution.priceMinFen ?? 0).toBeLessThanOrEqual(wanted.budgetFen);
      }
    }),
  );
});

test("publishing a listing does not change the scores of the others", () => {
  fc.assert(
    fc.property(arbCatalogue, arbListing, arbNeed, (catalogue, added, wanted) => {
      const before = rank(catalogue, wanted, options);
      const after = rank([...catalogue, { ...added, id: "sol_new" }], wanted, options);
      const scores = new Map(after.matches.map(({ solution, score }) => [solution.id, score]));
      for (const { solution, score } of before.matches) expect(scores.get(solution.id)).toBe(score);
    }),
  );
});

test("a listing made cheaper, faster and better proven never ranks lower", () => {
  fc.assert(
    fc.property(arbCatalogue, arbNeed, fc.nat(), (catalogue, wanted, pick) => {
      fc.pre(catalogue.length > 0);
      const at = pick % catalogue.length;
      const improved = catalogue.map((solution, index) =>
        index === at
          ? {
              ...solution,
              priceMinFen: Math.floor((solution.priceMinFen ?? 0) / 2),
              deployDays: Math.ceil((solution.deployDays ?? 1) / 2),
              medianDays: solution.medianDays === null ? null : Math.ceil(solution.medianDays / 2),
              acceptedProjects: solution.acceptedProjects === 0 ? 0 : solution.acceptedProjects + 1,
            }
          : solution,
      );
      fc.pre(catalogue[at]?.priceMinFen !== null && catalogue[at]?.deployDays !== null);
      const placeOf = (world: typeof catalogue) => {
        const found = rank(world, wanted, options).matches.findIndex(
          ({ solution }) => solution.id === catalogue[at]?.id,
        );
        return found < 0 ? Number.POSITIVE_INFINITY : found;
      };
      expect(placeOf(improved)).toBeLessThanOrEqual(placeOf(catalogue));
    }),
  );
});

test("the first ten are in order of score, and the same question on the same day gets the same answer", () => {
  fc.assert(
    fc.property(arbCatalogue, arbNeed, (catalogue, wanted) => {
      const { matches } = rank(catalogue, wanted, options);
      const scores = matches.slice(0, 10).map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(rank([...catalogue].reverse(), wanted, options).matches.map(({ solution }) => solution.id)).toEqual(
        matches.map(({ solution }) => solution.id),
      );
    }),
  );
});

test("equal listings take turns: over the days each of twenty is shown first and near its fair share", () => {
  const equals = Array.from({ length: 20 }, (_, index) => listing({ id: `sol_${index}`, providerId: `org_${index}` }));
  const days = Array.from({ length: 200 }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  );
  const firsts = new Map<string, number>();
  for (const day of days) {
    const first = rank(equals, need(), { ...options, limit: 1, day }).matches[0]?.solution.id ?? "";
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  expect(firsts.size).toBe(20);
  expect(Math.max(...firsts.values())).toBeLessThan(28);
  expect(Math.min(...firsts.values())).toBeGreaterThan(0);
});

test("on one day different enterprises see equal listings in different orders", () => {
  const equals = Array.from({ length: 10 }, (_, index) => listing({ id: `sol_${index}`, providerId: `org_${index}` }));
  const firsts = Array.from(
    { length: 50 },
    (_, index) => rank(equals, need(), { ...options, seed: `org_${index}` }).matches[0],
  );
  expect(new Set(firsts.map((match) => match?.solution.id)).size).toBeGreaterThan(6);
});

test("a provider takes at most two of the first ten while others are there", () => {
  const flood = Array.from({ length: 30 }, (_, index) =>
    listing({ id: `sol_${index}`, providerId: "org_flood", acceptedProjects: 9 }),
  );
  const others = Array.from({ length: 12 }, (_, index) =>
    listing({ id: `sol_other_${index}`, providerId: `org_${index}` }),
  );
  const { matches, total } = rank([...flood, ...others], need(), options);
  expect(matches.slice(0, 10).filter(({ solution }) => solution.providerId === "org_flood")).toHaveLength(2);
  expect(matches[0]?.solution.providerId).toBe("org_flood");
  expect(total).toBe(42);
  expect(matches).toHaveLength(42);
});

test("where there are few providers their share grows until the first ten are full", () => {
  const flood = Array.from({ length: 8 }, (_, index) =>
    listing({ id: `sol_${index}`, providerId: "org_flood", acceptedProjects: 9 }),
  );
  const others = Array.from({ length: 4 }, (_, index) =>
    listing({ id: `sol_other_${index}`, providerId: `org_${index}` }),
  );
  const top = rank([...flood, ...others], need(), options).matches.slice(0, 10);
  expect(top.map(({ solution }) => solution.providerId === "org_flood")).toEqual([
    ...Array(6).fill(true),
    ...Array(4).fill(false),
  ]);
});
