/** The list of solutions: search, filters, exact counts, order and pages. */
import { LRUCache } from "lru-cache";
import type { Reader } from "#db/store.server";
import type { SolutionSort } from "#db/vocabulary/catalogue";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Correction } from "~/domain/search/corrections.server";
import { FULL_TIER, rankDocuments, type Hit } from "~/domain/search/ranking.server";
import { neighboursOf, readCursor, startOf } from "./cursor.server";
import { columnsFor, columnsOf, type Columns } from "./facet-columns";
import { narrow, type FacetCounts } from "./facets";
import { daysToDeploy, entryPriceFen } from "./facts";
import { listingParams, type IgnoredValue, type KnownNames, type ListingQuery } from "./listing-query";
import { publishedCatalogue, type Catalogue, type PublishedSolution } from "./published.server";

export type ListedSolution = PublishedSolution & {
  /** How well it answers the text; null without one. */
  score: number | null;
};

export type Listing = {
  /** Exact. */
  total: number;
  /** Those that answer all of the text; the rest, listed after them, only part of it. Equal to total without a text. */
  fullTotal: number;
  /** Place of the first item, from 1; 0 for an empty list. */
  from: number;
  items: ListedSolution[];
  counts: FacetCounts;
  next: string | null;
  /** The page before; null when that is the first page, whose address has no cursor. */
  previous: string | null;
  corrections: Correction[];
  /** Scenarios the text names or hints at. */
  scenarioKeys: string[];
  /** The cursor, when it was not one of this list. */
  ignored: IgnoredValue[];
};

type Entry = { solution: PublishedSolution; score: number | null };
type Ordered = Pick<Listing, "fullTotal" | "counts" | "corrections" | "scenarioKeys"> & { entries: Entry[] };

/** How much quality counts beside the text: measured to lift quality at no loss of relevance; more would cost some. */
const QUALITY_SHARE = 0.1;

/** Lists once computed, by catalogue version and query: turning a page or changing its size costs nothing. */
const kept = new LRUCache<string, Ordered>({ max: 100 });
const keptColumns = new WeakMap<Catalogue, Columns>();

/** Names that parameters may take now. */
export async function knownNames(db: Reader): Promise<KnownNames> {
  const reference = await referenceOf(db);
  const { providers } = await publishedCatalogue(db);
  const scenarios = { has: (key: string) => (reference.scenarios.get(key)?.kind ?? "example") !== "example" };
  return { industries: reference.industries, scenarios, parks: reference.parks, regions: reference.regions, providers };
}

/**
 * One page of the live solutions that answer the query, with exact totals and, for every facet, exact counts under all the
 * other filters. Reads the catalogue in memory and the index; a forged or foreign cursor is left out and named.
 */
export async function searchSolutions(db: Reader, query: ListingQuery): Promise<Listing> {
  const catalogue = await publishedCatalogue(db);
  const key = JSON.stringify({ ...listingParams(query), per: null });
  const keptAs = `${catalogue.version} ${key}`;
  const ordered = kept.get(keptAs) ?? (await orderedSolutions(db, catalogue, query));
  // An empty version is a catalogue nobody has published into: different databases share it.
  if (catalogue.version !== "") kept.set(keptAs, ordered);
  return pageOf(ordered, query, key);
}

function pageOf({ entries, ...rest }: Ordered, query: ListingQuery, key: string): Listing {
  const place = query.after === null ? null : readCursor(query.after, key);
  const start = place ? startOf(entries, place, slugOf) : 0;
  const items = entries.slice(start, start + query.per).map(({ solution, score }) => ({ ...solution, score }));
  return {
    ...rest,
    ...neighboursOf(entries, start, query.per, key, slugOf),
    total: entries.length,
    from: items.length === 0 ? 0 : start + 1,
    items,
    ignored: query.after !== null && !place ? [{ name: "after", value: query.after.slice(0, 60) }] : [],
  };
}

async function orderedSolutions(db: Reader, catalogue: Catalogue, query: ListingQuery): Promise<Ordered> {
  const { solutions } = catalogue;
  const reference = await referenceOf(db);
  const ranked = query.q === "" ? null : await rankDocuments(db, query.q, solutions.length, catalogue.words);
  const hits = new Map(ranked?.hits.map((hit) => [hit.no, hit]));
  const candidates = [...solutions.keys()].filter((place) => !ranked || hits.has(solutions[place]?.no ?? -1));
  const columns = columnsFor(keptColumnsOf(catalogue, reference), solutions, query, reference);
  const { kept: places, counts } = narrow(solutions, candidates, columns, query);
  const found = places.flatMap((place) => solutions[place] ?? []);
  return {
    entries: sorted(found, hits, query.sort).map((solution) => ({
      solution,
      score: hits.get(solution.no)?.score ?? null,
    })),
    counts,
    fullTotal: ranked ? found.filter(({ no }) => (hits.get(no)?.tier ?? 0) <= FULL_TIER).length : found.length,
    corrections: ranked?.corrections ?? [],
    scenarioKeys: ranked?.scenarioKeys ?? [],
  };
}

function keptColumnsOf(catalogue: Catalogue, reference: Reference): Columns {
  const known = keptColumns.get(catalogue);
  if (known) return known;
  const columns = columnsOf(catalogue.solutions, reference);
  keptColumns.set(catalogue, columns);
  return columns;
}

/** Smaller comes first. */
const sortKeys: Record<SolutionSort, (solution: PublishedSolution, hit: Hit | undefined) => number> = {
  relevance: ({ quality }, hit) => -(hit ? hit.score * (1 + QUALITY_SHARE * quality) : quality),
  newest: ({ publishedAt }) => -publishedAt,
  fastest: (solution) => daysToDeploy(solution) ?? Infinity,
  cheapest: (solution) => entryPriceFen(solution) ?? Infinity,
  proven: ({ acceptedProjects }) => -acceptedProjects,
};

/** What answers all of the text comes before what answers part of it, whatever the order; equals by quality, then newest. */
function sorted(
  found: readonly PublishedSolution[],
  hits: ReadonlyMap<number, Hit>,
  sort: SolutionSort,
): PublishedSolution[] {
  const keyed = found.map((each) => {
    const hit = hits.get(each.no);
    const tier = sort === "relevance" ? (hit?.tier ?? 0) : Math.max(hit?.tier ?? 0, FULL_TIER);
    return { each, tier, key: sortKeys[sort](each, hit) };
  });
  keyed.sort(
    (a, b) => a.tier - b.tier || compare(a.key, b.key) || b.each.quality - a.each.quality || b.each.no - a.each.no,
  );
  return keyed.map(({ each }) => each);
}

/** Two infinities have no difference. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function slugOf({ solution }: Entry): string {
  return solution.slug;
}
