import fc from "fast-check";
import { expect, test } from "vitest";
import { servesPlace } from "~/domain/scenarios/places";
import { bestFew, rank } from "~/domain/matching/rank";
import { arbCatalogue, arbListing, arbNeed } from "./arbitraries";
import { listing, need } from "./listing";
import { plainRank } from "./plain-rank";

const options = { limit: 100, nearLimit: 100, day: "2026-03-05", seed: "org_x" };

test("an unserved park or industry, or more than double the budget or time, never appears among the matches", () => {
  fc.assert(
    fc.property(arbCatalogue, arbNeed, (catalogue, wanted) => {
      for (const { solution, missing } of rank(catalogue, wanted, options).matches) {
        expect(missing.filter(({ code }) => code !== "budget" && code !== "days")).toEqual([]);
        if (wanted.place) expect(servesPlace(solution, wanted.place)).toBe(true);
        if (wanted.budgetFen !== null) expect(solution.priceMinFen ?? 0).toBeLessThanOrEqual(2 * wanted.budgetFen);
        if (wanted.daysMax !== null) {
          expect(solution.medianDays ?? solution.deployDays ?? 0).toBeLessThanOrEqual(2 * wanted.daysMax);
        }
      }
    }),
  );
});

test("ranking in columns answers exactly what judging one by one does, page by page", () => {
  const page = fc.record({ limit: fc.integer({ min: 1, max: 25 }), from: fc.nat(15), nearLimit: fc.nat(6) });
  const left = fc.uniqueArray(fc.nat(39), { maxLength: 3 });
  fc.assert(
    fc.property(arbCatalogue, arbNeed, page, left, (catalogue, wanted, asked, leftOut) => {
      const without = new Set(leftOut.flatMap((index) => catalogue[index]?.id ?? []));
      const all = { ...options, ...asked, without };
      expect(rank(catalogue, wanted, all)).toEqual(plainRank(catalogue, wanted, all));
    }),
    { numRuns: 1_000 },
  );
});

test("the best few without reasons are the first matches", () => {
  fc.assert(
    fc.property(arbCatalogue, arbNeed, fc.integer({ min: 1, max: 12 }), (catalogue, wanted, limit) => {
      const { matches } = plainRank(catalogue, wanted, { ...options, limit });
      expect(
        bestFew(catalogue, wanted, { ...options, limit }).map(({ place, score }) => [catalogue[place]?.id, score]),
      ).toEqual(matches.map(({ solution, score }) => [solution.id, score]));
    }),
  );
});

test("what is over budget or slower than asked stays a match, after its like, and says by how much", () => {
  const catalogue = [
    listing({ id: "sol_dear", providerId: "org_b", priceMinFen: 12_000_000 }),
    listing({ id: "sol_slow", providerId: "org_c", deployDays: 50 }),
    listing({ id: "sol_fits" }),
    listing({ id: "sol_far", providerId: "org_d", priceMinFen: 20_000_001 }),
  ];
  const { matches, nearMisses } = rank(catalogue, need({ daysMax: 30 }), options);
  expect(matches.map(({ solution, missing }) => [solution.id, missing])).toEqual([
    ["sol_fits", []],
    ["sol_dear", [{ code: "budget", percentOver: 20, priceFen: 12_000_000, budgetFen: 10_000_000 }]],
    ["sol_slow", [{ code: "days", days: 50, daysMax: 30 }]],
  ]);
  const points = matches.map(({ reasons }) => reasons.filter(({ code }) => code === "price" || code === "speed"));
  expect(points.map(([price, speed]) => [price?.points, speed?.points])).toEqual([
    [8, 3],
    // 0.8 of 8; within the time.
    [6, 3],
    // e^(-50/60) of what is left a third of the way before double the time, of 5.
    [8, 1],
  ]);
  expect(nearMisses.map(({ solution }) => solution.id)).toEqual(["sol_far"]);
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

test("turns change nothing but the order among equal scores: who is shown at all evens out over the days", () => {
  // Prices differ, so the parts do before they are rounded; the whole scores are the same for the first forty.
  const near = Array.from({ length: 40 }, (_, index) =>
    listing({ id: `sol_${index}`, providerId: `org_${index}`, priceMinFen: 5_000_000 + index * 1_000 }),
  );
  const weaker = Array.from({ length: 10 }, (_, index) =>
    listing({ id: `sol_weak_${index}`, providerId: `org_weak_${index}`, scenarios: ["quality"] }),
  );
  const answers = Array.from({ length: 120 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    return rank([...near, ...weaker], need(), { ...options, day });
  });
  const scores = answers.map(({ matches }) => matches.map(({ score }) => score).join());
  expect(new Set(scores).size).toBe(1);
  const judged = answers.map(({ matches, total }) => JSON.stringify([total, matches.map(told).sort()]));
  expect(new Set(judged).size).toBe(1);
  const shown = new Map<string, number>();
  for (const { matches } of answers) {
    for (const { solution } of matches.slice(0, 10)) shown.set(solution.id, (shown.get(solution.id) ?? 0) + 1);
  }
  // 10 of 40 a day: 30 times each in 120 days, give or take chance; never one of the weaker ones.
  expect(shown.size).toBe(40);
  expect([...shown.keys()].filter((id) => id.startsWith("sol_weak"))).toEqual([]);
  expect(Math.min(...shown.values())).toBeGreaterThan(12);
  expect(Math.max(...shown.values())).toBeLessThan(50);
});

function told({ solution, score, reasons, missing }: ReturnType<typeof rank>["matches"][number]) {
  return JSON.stringify([solution.id, score, reasons, missing]);
}

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

test("the same input has the same output on every machine", () => {
  const catalogue = Array.from({ length: 24 }, (_, index) =>
    listing({
      id: `sol_${index}`,
      providerId: `org_${index % 7}`,
      scenarios: index % 3 === 0 ? ["quality", "planning"] : ["planning"],
      industries: index % 4 === 0 ? ["C36"] : [],
      priceMinFen: 4_000_000 + index * 400_000,
      deployDays: 10 + index * 3,
      acceptedProjects: index % 5,
      quality: (index % 11) / 10,
    }),
  );
  const { matches } = rank(catalogue, need({ daysMax: 40 }), { ...options, limit: 12 });
  expect(matches.map(({ solution, score }) => `${solution.id} ${score}`)).toMatchInlineSnapshot(`
    [
      "sol_8 93",
      "sol_4 92",
      "sol_16 89",
      "sol_7 87",
      "sol_2 87",
      "sol_19 86",
      "sol_1 86",
      "sol_13 85",
      "sol_14 85",
      "sol_17 84",
      "sol_10 84",
      "sol_20 83",
    ]
  `);
});
