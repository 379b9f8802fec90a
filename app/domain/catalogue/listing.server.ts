/** The list of solutions: search, filters, exact counts, order and pages. */
import { LRUCache } from "lru-cache";
import type { Reader } from "#db/store.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Correction } from "~/domain/search/corrections.server";
import { FULL_TIER } from "~/domain/search/hits";
import { rankDocuments } from "~/domain/search/ranking.server";
import type { Operator } from "~/domain/search/understanding.server";
import { neighboursOf, readCursor, startOf } from "./cursor.server";
import { columnsFor, columnsOf, type Columns } from "./facet-columns";
import { narrow, setsWith, type FacetCounts } from "./facets";
import {
  filtersOf,
  listingParams,
  withoutFilter,
  type FilterName,
  type IgnoredValue,
  type KnownNames,
  type ListingQuery,
} from "./listing-query";
import { answeredOf, ordered } from "./order";
import { publishedCatalogue, type Catalogue, type PublishedSolution } from "./published.server";

export type Relaxation = { name: FilterName; total: number };

export type Listing = {
  /** Exact. */
  total: number;
  /** Those that answer all of the text; the rest, listed after them, only part of it. Equal to total without a text. */
  fullTotal: number;
  /** Those of the scenarios it was understood as, as their providers declare; the facet of scenarios counts them alike. */
  meantTotal: number;
  /** Place of the first item, from 1; 0 for an empty list. */
  from: number;
  items: PublishedSolution[];
  /** How well each item answers the text; null without one. */
  scores: (number | null)[];
  counts: FacetCounts;
  next: string | null;
  /** The page before; null when that is the first page, whose address has no cursor. */
  previous: string | null;
  /** The text without its operators, and those that count: "phrases" and -words. */
  said: string;
  operators: Operator[];
  corrections: Correction[];
  /** Scenarios the text names or hints at. */
  understood: string[];
  /** Folded words of the text, to be marked where they stand. */
  terms: string[];
  /** When nothing is found: what leaving out one filter would give. */
  relaxed: Relaxation[];
  /** The cursor is of a page that is no longer there. */
  isPastEnd: boolean;
  /** The cursor, when it was not one of this list. */
  ignored: IgnoredValue[];
};

type Ordered = Pick<
  Listing,
  | "total"
  | "fullTotal"
  | "meantTotal"
  | "counts"
  | "said"
  | "operators"
  | "corrections"
  | "understood"
  | "terms"
  | "relaxed"
> & {
  /** The beginning of the list, or all of it. */
  entries: Entry[];
};

/** NaN: one of so many that it was not weighed. */
type Entry = { solution: PublishedSolution; score: number | null };

/** So many are put in order at first; who turns beyond them waits once for the next so many, and once for all the rest. */
const BEGINNINGS = [100, 1_000];
/** What a kept list takes besides its entries, measured in entries: mostly counts. */
const COUNTS_SIZE = 100;

/** Lists once computed, by catalogue version and query: turning a page or changing its size costs nothing. */
const kept = new LRUCache<string, Ordered>({
  maxSize: 200_000,
  sizeCalculation: ({ entries }) => entries.length + COUNTS_SIZE,
});
/** Of the catalogue asked last: the next one goes on from it. */
const keptColumns = new WeakMap<Reader, { catalogue: Catalogue; columns: Columns }>();

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
  const place = query.after === null ? null : readCursor(query.after, key);
  const end = (place?.at ?? 0) + query.per;
  const most = BEGINNINGS.find((beginning) => end <= beginning) ?? catalogue.solutions.length;
  const { entries, ...rest } = await keptOrder(db, catalogue, query, key, most);
  const start = place ? startOf(entries, place, slugOf) : 0;
  const shown = entries.slice(start, start + query.per);
  return {
    ...rest,
    ...neighboursOf(entries, start, query.per, key, slugOf, rest.total),
    from: shown.length === 0 ? 0 : start + 1,
    items: shown.map(({ solution }) => solution),
    scores: shown.map(({ score }) => (Number.isNaN(score) ? null : score)),
    isPastEnd: place !== null && shown.length === 0,
    ignored: query.after !== null && !place ? [{ name: "after", value: query.after.slice(0, 60) }] : [],
  };
}

async function keptOrder(
  db: Reader,
  catalogue: Catalogue,
  query: ListingQuery,
  key: string,
  most: number,
): Promise<Ordered> {
  const keptAs = `${catalogue.version} ${key}`;
  const known = kept.get(keptAs);
  if (known && known.entries.length >= Math.min(most, known.total)) return known;
  const made = await orderedSolutions(db, catalogue, query, most);
  // An empty version is a catalogue nobody has published into: different databases share it.
  if (catalogue.version !== "") kept.set(keptAs, made);
  return made;
}

async function orderedSolutions(db: Reader, catalogue: Catalogue, query: ListingQuery, most: number): Promise<Ordered> {
  const { solutions } = catalogue;
  const reference = await referenceOf(db);
  const ranked =
    query.q === "" ? null : await rankDocuments(db, query.q, solutions.length, catalogue.words, query.without);
  const base = keptColumnsOf(db, catalogue, reference);
  const columns = columnsFor(base, query, reference);
  const answered = ranked ? answeredOf(ranked.hits, columns) : null;
  const candidates = answered?.places ?? everyPlace(solutions.length);
  const { kept: places, counts } = narrow(candidates, columns, query);
  return {
    total: places.length,
    fullTotal: answered ? countFull(places, answered.tiers) : places.length,
    meantTotal: countDeclaring(ranked?.scenarioKeys ?? [], places, columns),
    entries: ordered(places, most, query.sort, columns, answered).flatMap((place) => {
      const solution = solutions[place];
      return solution ? [{ solution, score: answered?.scores[place] ?? null }] : [];
    }),
    counts,
    relaxed: places.length === 0 ? relaxations(candidates, columns, query) : [],
    said: ranked?.said ?? "",
    operators: ranked?.operators ?? [],
    corrections: ranked?.corrections ?? [],
    understood: ranked?.scenarioKeys ?? [],
    terms: ranked?.terms ?? [],
  };
}

/** For a list without results: which single filter, left out, gives how many; the most fruitful first. */
function relaxations(candidates: Int32Array, columns: Columns, query: ListingQuery): Relaxation[] {
  return filtersOf(query)
    .map((name) => ({ name, total: narrow(candidates, columns, withoutFilter(query, name)).kept.length }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}

function keptColumnsOf(db: Reader, catalogue: Catalogue, reference: Reference): Columns {
  const known = keptColumns.get(db);
  if (known?.catalogue === catalogue) return known.columns;
  const columns = columnsOf(catalogue.solutions, reference, known?.columns);
  keptColumns.set(db, { catalogue, columns });
  return columns;
}

function everyPlace(size: number): Int32Array {
  const places = new Int32Array(size);
  for (let place = 0; place < size; place++) places[place] = place;
  return places;
}

function countFull(places: Int32Array, tiers: Uint8Array): number {
  let full = 0;
  for (const place of places) if ((tiers[place] ?? 0) <= FULL_TIER) full++;
  return full;
}

function countDeclaring(scenarios: readonly string[], places: Int32Array, { facets: { scenario } }: Columns): number {
  if (scenarios.length === 0) return 0;
  const isDeclaring = setsWith(scenario, scenarios);
  let declaring = 0;
  for (const place of places) declaring += isDeclaring[scenario.setOf[place] ?? 0] ?? 0;
  return declaring;
}

function slugOf({ solution }: Entry): string {
  return solution.slug;
}
