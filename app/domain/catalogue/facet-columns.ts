/** Which choices of every facet each solution answers to, read once for a catalogue so that counting needs no text. */
import { deployments } from "#db/vocabulary/catalogue";
import { industryCovers } from "~/domain/scenarios/industries";
import { prefecturesOf } from "~/domain/scenarios/places";
import type { Reference } from "~/domain/scenarios/reference";
import type { FacetName } from "./facets";
import type { ListingQuery } from "./listing-query";
import type { PublishedSolution } from "./published.server";
import { isEverywhere, parksByRegion, parksReached, servesRegion } from "./reach";

/** Which values of a facet each solution has, as positions in `values`; null: all of them. */
export type Column = { values: readonly string[]; of: readonly (readonly number[] | null)[] };
export type Columns = Record<FacetName, Column>;

/** Scenarios, divisions, ways of deployment, prefectures, parks, providers and artificial intelligence. */
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

/**
 * The same with what the query chooses beyond divisions and prefectures: a group of an industry or a county counts and
 * filters like them.
 */
export function columnsFor(
  columns: Columns,
  solutions: readonly PublishedSolution[],
  query: ListingQuery,
  reference: Reference,
): Columns {
  const region = query.region === null ? [] : [query.region];
  return {
    ...columns,
    industry: extended(columns.industry, solutions, query.industry, (each, code) =>
      servesIndustry(each.industries, code),
    ),
    region: extended(columns.region, solutions, region, (each, code) => servesRegion(each, code, reference)),
  };
}

function extended(
  column: Column,
  solutions: readonly PublishedSolution[],
  chosen: readonly string[],
  serves: (each: PublishedSolution, value: string) => boolean,
): Column {
  const added = chosen.filter((value) => !column.values.includes(value));
  if (added.length === 0) return column;
  const first = column.values.length;
  const of = solutions.map((each, place) => {
    const had = column.of[place];
    if (!had) return null;
    return [...had, ...added.flatMap((value, index) => (serves(each, value) ? [first + index] : []))];
  });
  return { values: [...column.values, ...added], of };
}
