/** Filters and exact counts of the catalogue in one pass: a choice never hides the other choices of its own facet. */
import { deployments } from "#db/vocabulary/catalogue";
import { industryCovers } from "~/domain/scenarios/industries";
import { prefecturesOf } from "~/domain/scenarios/places";
import type { Reference } from "~/domain/scenarios/reference";
import { daysToDeploy, entryPriceFen } from "./facts";
import type { ListingQuery } from "./listing-query";
import type { PublishedSolution } from "./published.server";
import { isEverywhere, parksByRegion, parksReached, servesRegion } from "./reach";

export const facetNames = ["scenario", "industry", "deploy", "region", "park", "provider", "ai"] as const;
export type FacetName = (typeof facetNames)[number];
export type FacetCounts = Record<FacetName, Map<string, number>>;

/** Which values of a facet each solution has, as positions in `values`; null: all of them. */
type Column = { values: readonly string[]; of: readonly (readonly number[] | null)[] };
export type Columns = Record<FacetName, Column>;

/** Read once for a catalogue, so that counting needs no text. */
export function columnsOf(solutions: readonly PublishedSolution[], reference: Reference): Columns {
  const scenarios = [...reference.scenarios.values()].filter(({ kind }) => kind !== "example").map(({ key }) => key);
  const divisions = [...reference.industries.values()]
    .filter(({ level }) => level === "division")
    .map(({ code }) => code);
  const prefectures = prefecturesOf(reference).map(({ code }) => code);
  const providers = [...new Set(solutions.map(({ providerSlug }) => providerSlug))];
  const parks = parksByRegion(reference);
  return {
    scenario: column(solutions, scenarios, (each) => each.scenarios),
    industry: column(solutions, divisions, ({ industries }) =>
      industries.length === 0 ? null : divisions.filter((code) => servesIndustry(industries, code)),
    ),
    deploy: column(solutions, deployments, (each) => each.deployment),
    region: column(solutions, prefectures, (each) =>
      isEverywhere(each) ? null : prefectures.filter((code) => servesRegion(each, code, reference)),
    ),
    park: column(solutions, [...reference.parks.keys()], (each) =>
      isEverywhere(each) ? null : parksReached(each, parks),
    ),
    provider: column(solutions, providers, (each) => [each.providerSlug]),
    ai: column(solutions, ["1"], (each) => (each.ai ? ["1"] : [])),
  };
}

function column(
  solutions: readonly PublishedSolution[],
  values: readonly string[],
  read: (each: PublishedSolution) => readonly string[] | null,
): Column {
  const places = new Map(values.map((value, place) => [value, place]));
  return { values, of: solutions.map((each) => read(each)?.flatMap((value) => places.get(value) ?? []) ?? null) };
}

/** A listed parent covers its children, a chosen parent includes its children, an empty list serves everyone. */
export function servesIndustry(listed: readonly string[], code: string): boolean {
  return industryCovers(listed, code) || listed.some((each) => each.startsWith(code));
}

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
  reference: Reference,
): { kept: number[]; counts: FacetCounts } {
  const passes = passesOf(solutions, columns, query, reference);
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
function passesOf(
  solutions: readonly PublishedSolution[],
  columns: Columns,
  query: ListingQuery,
  reference: Reference,
): (Pass | null)[] {
  const chosen = (name: FacetName, values: readonly string[]): Pass | null => {
    if (values.length === 0) return null;
    const places = new Set(values.map((value) => columns[name].values.indexOf(value)));
    return (place) => columns[name].of[place]?.some((value) => places.has(value)) ?? true;
  };
  const tested = (value: unknown, test: (solution: PublishedSolution) => boolean): Pass | null =>
    value === null
      ? null
      : (place) => {
          const solution = solutions[place];
          return solution !== undefined && test(solution);
        };
  const { industry, region } = query;
  return [
    chosen("scenario", query.scenario),
    tested(industry.length > 0 ? industry : null, (each) =>
      industry.some((code) => servesIndustry(each.industries, code)),
    ),
    chosen("deploy", query.deploy),
    tested(region, (each) => region !== null && servesRegion(each, region, reference)),
    chosen("park", query.park === null ? [] : [query.park]),
    chosen("provider", query.provider === null ? [] : [query.provider]),
    chosen("ai", query.ai ? ["1"] : []),
  ];
}
