/** Filters and exact counts of the catalogue in one pass: a choice never hides the other choices of its own facet. */
import type { Column, Columns } from "./facet-columns";
import { daysToDeploy, entryPriceFen } from "./facts";
import type { ListingQuery } from "./listing-query";
import type { PublishedSolution } from "./published.server";

export const facetNames = ["scenario", "industry", "deploy", "region", "park", "provider", "ai"] as const;
export type FacetName = (typeof facetNames)[number];
export type FacetCounts = Record<FacetName, Map<string, number>>;

/** Money and days: a solution that does not say is not within any limit. Measured days outrank declared ones. */
export function isWithinLimits(solution: PublishedSolution, query: ListingQuery): boolean {
  const priceFen = entryPriceFen(solution);
  const days = daysToDeploy(solution);
  if (query.priceMaxYuan !== null && (priceFen === null || priceFen > query.priceMaxYuan * 100)) return false;
  return query.daysMax === null || (days !== null && days <= query.daysMax);
}

/** Whether a solution passes one facet's choice. */
type Pass = (place: number) => boolean;
type Tally = { column: Column; each: Int32Array; all: number };

const NONE = -1;

/**
 * Goes through the candidates (places in `solutions`) once: `kept` passes everything; each facet counts what passes all
 * other facets, so a count says how many results choosing the value alone in its facet would give.
 */
export function narrow(
  solutions: readonly PublishedSolution[],
  candidates: Iterable<number>,
  columns: Columns,
  query: ListingQuery,
): { kept: number[]; counts: FacetCounts } {
  const passes = passesOf(columns, query);
  const tallies: Tally[] = facetNames.map((name) => ({
    column: columns[name],
    each: new Int32Array(columns[name].values.length),
    all: 0,
  }));
  const kept: number[] = [];
  for (const place of candidates) {
    const solution = solutions[place];
    if (!solution || !isWithinLimits(solution, query)) continue;
    // One test fails at most, or the solution counts nowhere. Plain loops: this is the hot path of every list.
    let failed = NONE;
    let failures = 0;
    for (let facet = 0; facet < passes.length && failures < 2; facet++) {
      if (passes[facet]?.(place) === false) {
        failed = facet;
        failures++;
      }
    }
    if (failures > 1) continue;
    if (failures === 0) kept.push(place);
    for (let facet = 0; facet < tallies.length; facet++)
      if (failures === 0 || failed === facet) count(tallies[facet], place);
  }
  const countsOf = ({ column: { values }, each, all }: Tally) =>
    new Map(values.map((value, place) => [value, (each[place] ?? 0) + all] as const).filter(([, count]) => count > 0));
  const [scenario, industry, deploy, region, park, provider, ai] = tallies.map(countsOf);
  const none = new Map<string, number>();
  return {
    kept,
    counts: {
      scenario: scenario ?? none,
      industry: industry ?? none,
      deploy: deploy ?? none,
      region: region ?? none,
      park: park ?? none,
      provider: provider ?? none,
      ai: ai ?? none,
    },
  };
}

function count(tally: Tally | undefined, place: number): void {
  const values = tally?.column.of[place];
  if (!tally || values === undefined) return;
  if (values === null) tally.all++;
  else for (const value of values) tally.each[value] = (tally.each[value] ?? 0) + 1;
}

/** One test a facet, in the order of facetNames; null where nothing is chosen. */
function passesOf(columns: Columns, query: ListingQuery): (Pass | null)[] {
  const listOf = (value: string | null) => (value === null ? [] : [value]);
  const chosen: Record<FacetName, readonly string[]> = {
    scenario: query.scenario,
    industry: query.industry,
    deploy: query.deploy,
    region: listOf(query.region),
    park: listOf(query.park),
    provider: listOf(query.provider),
    ai: query.ai ? ["1"] : [],
  };
  return facetNames.map((name) => {
    if (chosen[name].length === 0) return null;
    const { values, of } = columns[name];
    const places = new Set(chosen[name].map((value) => values.indexOf(value)));
    return (place) => of[place]?.some((value) => places.has(value)) ?? true;
  });
}
