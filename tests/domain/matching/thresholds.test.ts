import fc from "fast-check";
import { expect, test } from "vitest";
import type { Candidate } from "~/domain/matching/candidate";
import type { Need } from "~/domain/matching/need";
import { followed, gainsOf, thresholdsOf, type Seeker } from "~/domain/matching/thresholds";
import { listing, need, place } from "./listing";
import { plainRank } from "./plain-rank";

const day = "2026-03-05";

/** Good listings of few or many providers: most score between 65 and 95. */
const arbGood = fc
  .record({
    providerId: fc.integer({ min: 0, max: 12 }).map((no) => `org_${no}`),
    industries: fc.constantFrom(["C36"], ["C367"], [], ["C13"]),
    scenarios: fc.constantFrom(["planning"], ["planning", "quality"], ["quality"], ["planning", "hr"]),
    regions: fc.constantFrom([], ["360000"], ["360100"]),
    priceMinFen: fc.integer({ min: 1_000_000, max: 14_000_000 }),
    deployDays: fc.integer({ min: 1, max: 90 }),
    acceptedProjects: fc.nat(10),
    quality: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map((differs) => listing(differs));

const arbMarket = fc
  .array(arbGood, { minLength: 1, maxLength: 45 })
  .map((all) => all.map((each, index) => ({ ...each, id: `sol_${index}` })));

const needs: Need[] = [
  need(),
  need({ gaps: { quality: 1, hr: 0.5 } }),
  need({ industryCode: "C1311", gaps: {}, budgetFen: null }),
  need({ place: { ...place, parkSlug: null, countyCode: null, prefectureCode: "360900" } }),
  need({ budgetFen: 3_000_000, level: 1 }),
];
const seekers: Seeker[] = Array.from({ length: 30 }, (_, index) => ({
  id: `org_asks_${index}`,
  need: needs[index % needs.length] ?? need(),
}));

/** Ranking everything again for everyone. */
function toldAgain(catalogue: readonly Candidate[], solution: Candidate): string[] {
  return seekers.flatMap(({ id, need: wanted }) => {
    const { matches } = plainRank(catalogue, wanted, { limit: 3, nearLimit: 0, day, seed: id });
    return matches.some((match) => match.solution === solution && match.score >= 75) ? [id] : [];
  });
}

test("who gains by a new listing is who a full ranking says", () => {
  let told = 0;
  fc.assert(
    fc.property(arbMarket, (catalogue) => {
      const solution = catalogue.at(-1) ?? listing();
      const thresholds = thresholdsOf(catalogue.slice(0, -1), seekers, day);
      const gains = gainsOf(thresholds, solution, catalogue);
      told += gains.length;
      expect(gains).toEqual(toldAgain(catalogue, solution));
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(500);
});

test("followed through listings that come, go and change, the thresholds stay those of the catalogue", () => {
  const steps = fc.array(
    fc.array(fc.tuple(fc.constantFrom("add", "remove", "change"), fc.nat(), arbGood), { maxLength: 3 }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(arbMarket, steps, (start, changes) => {
      let catalogue: Candidate[] = start;
      let thresholds = thresholdsOf(catalogue, seekers, day);
      changes.forEach((step, round) => {
        for (const [act, pick, made] of step) {
          const at = pick % Math.max(1, catalogue.length);
          const id = act === "change" ? (catalogue[at]?.id ?? "sol_first") : `sol_${round}_${pick}_${catalogue.length}`;
          const left = act === "add" ? catalogue : catalogue.filter((_, index) => index !== at);
          catalogue = act === "remove" ? left : [...left, { ...made, id }];
        }
        thresholds = followed(thresholds, catalogue);
        const newcomer = { ...listing({ id: `sol_new_${round}`, providerId: "org_3", acceptedProjects: 9 }) };
        const grown = [...catalogue, newcomer];
        expect(gainsOf(thresholds, newcomer, grown)).toEqual(toldAgain(grown, newcomer));
      });
    }),
    { numRuns: 150 },
  );
});
