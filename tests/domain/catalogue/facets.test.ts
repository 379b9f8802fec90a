import fc from "fast-check";
import { expect, test } from "vitest";
import { deployments } from "#db/vocabulary/catalogue";
import { columnsFor, columnsOf, servesIndustry } from "~/domain/catalogue/facet-columns";
import { daysToDeploy, entryPriceFen } from "~/domain/catalogue/facts";
import { facetNames, narrow, type FacetName } from "~/domain/catalogue/facets";
import { parseListingQuery, type ListingQuery } from "~/domain/catalogue/listing-query";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import { placesAround, servesPlace } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { servesRegion } from "~/domain/catalogue/reach";
import { market, type Made } from "./market";

const some = <T>(values: readonly T[], maxLength = 2) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const industries = ["C13", "C36", "C367", "C3670", "C307"];
const scenarios = ["planning", "quality", "energy"];
const parks = ["nanchang-htdz", "jiujiang-etdz", "ganzhou-etdz"];
const regions = ["360000", "360100", "360400", "360121"];

const solutions = fc.array(
  fc.record({
    industries: some(industries),
    scenarios: some(scenarios),
    parks: some(parks),
    regions: some(regions, 1),
    deployment: some(deployments),
    ai: fc.boolean(),
    provider: fc.constantFrom("p1", "p2"),
    priceMinFen: fc.option(fc.integer({ min: 0, max: 300 })),
    deployDays: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  { minLength: 1, maxLength: 12 },
);
const choices = fc.record({
  industry: some(industries),
  scenario: some(scenarios),
  deploy: some(deployments),
  park: fc.option(fc.constantFrom(...parks)),
  region: fc.option(fc.constantFrom(...regions)),
  provider: fc.option(fc.constantFrom("p1", "p2")),
  ai: fc.boolean(),
  priceMaxYuan: fc.option(fc.integer({ min: 0, max: 3 })),
  daysMax: fc.option(fc.integer({ min: 1, max: 9 })),
});

type Tests = Record<FacetName, (solution: PublishedSolution, query: ListingQuery) => boolean>;

test("totals and counts are those of trying every filter on every solution", async () => {
  await fc.assert(
    fc.asyncProperty(solutions, choices, async (made: Made[], chosen) => {
      const { store } = await market(made);
      const reference = await referenceOf(store.db);
      const { solutions: live } = await publishedCatalogue(store.db);
      const { query: open } = parseListingQuery(new URLSearchParams(), {
        industries: new Set(),
        scenarios: new Set(),
        parks: new Set(),
        regions: new Set(),
        providers: new Set(),
      });
      const passes: Tests = {
        scenario: (each, { scenario }) => scenario.length === 0 || scenario.some((key) => each.scenarios.includes(key)),
        industry: (each, { industry }) =>
          industry.length === 0 || industry.some((code) => servesIndustry(each.industries, code)),
        deploy: (each, { deploy }) => deploy.length === 0 || deploy.some((way) => each.deployment.includes(way)),
        region: (each, { region }) => region === null || servesRegion(each, region, reference),
        park: (each, { park }) => park === null || servesPlace(each, placesAround(reference, { parkSlug: park })),
        provider: (each, { provider }) => provider === null || each.providerSlug === provider,
        ai: (each, { ai }) => !ai || each.ai,
      };
      const answers = (query: ListingQuery) =>
        live.filter((each) => isWithinLimits(each, query) && facetNames.every((name) => passes[name](each, query)));
      const query = { ...open, ...chosen };
      const columns = columnsFor(columnsOf(live, reference), query, reference);
      const { kept, counts } = narrow(Int32Array.from(live.keys()), columns, query);
      expect(Array.from(kept, (place) => live[place]?.no)).toEqual(answers(query).map(({ no }) => no));
      for (const [name, choose] of Object.entries(choosing)) {
        for (const [value, count] of counts[name as FacetName])
          expect([name, value, count]).toEqual([name, value, answers({ ...query, ...choose(value) }).length]);
      }
      expect([...counts.scenario.keys()].sort()).toEqual(
        scenarios.filter((key) => answers({ ...query, scenario: [key] }).length > 0).sort(),
      );
    }),
    { numRuns: 25 },
  );
});

/** What does not say is within no limit. */
function isWithinLimits(each: PublishedSolution, { priceMaxYuan, daysMax }: ListingQuery): boolean {
  const isCheap = priceMaxYuan === null || (entryPriceFen(each) ?? Infinity) <= priceMaxYuan * 100;
  return isCheap && (daysMax === null || (daysToDeploy(each) ?? Infinity) <= daysMax);
}

const choosing: Record<FacetName, (value: string) => Partial<ListingQuery>> = {
  scenario: (value) => ({ scenario: [value] }),
  industry: (value) => ({ industry: [value] }),
  deploy: (value) => ({ deploy: deployments.filter((way) => way === value) }),
  region: (region) => ({ region }),
  park: (park) => ({ park }),
  provider: (provider) => ({ provider }),
  ai: () => ({ ai: true }),
};
