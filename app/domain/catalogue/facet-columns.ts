/**
 * Which choices of every facet each solution answers to, in typed arrays read once for a catalogue, so that filtering and
 * counting a million solutions touches no text and no object.
 */
import { deployments } from "#db/vocabulary/catalogue";
import { industryCovers } from "~/domain/scenarios/industries";
import { prefecturesOf } from "~/domain/scenarios/places";
import type { Reference } from "~/domain/scenarios/reference";
import { daysToDeploy, entryPriceFen } from "./facts";
import type { FacetName } from "./facets";
import type { ListingQuery } from "./listing-query";
import type { PublishedSolution } from "./published.server";
import { SUNK_SHARE } from "./freshness";
import { isEverywhere, parksByRegion, parksReached, servesRegion } from "./reach";

/** One facet: the values it counts, and which of them each solution answers to. */
export type Column = {
  values: readonly string[];
  /** 32-bit words that hold a bit for each value. */
  words: number;
  /** So many words a solution; empty for a facet with `one`. */
  bits: Int32Array;
  /** 1 for a solution that answers to every value; its bits are not set. */
  all: Uint8Array;
  /** Where a solution has exactly one value: its place among them. A bit for each of 300,000 providers would not fit. */
  one: Int32Array | null;
};

export type Columns = {
  facets: Record<FacetName, Column>;
  /** Entry price in fen and days to deploy; NaN when not said. */
  priceFen: Float64Array;
  days: Float64Array;
  /** Business quality, and by what the relevance of a listing counts in a search (order.ts). */
  quality: Float64Array;
  weight: Float64Array;
  /** Place in the catalogue by `solution.no`; -1 for what is not there. */
  placeOfNo: Int32Array;
  /** Room for one query at a time to note things by place; what an earlier one left there means nothing. */
  scratch: { tiers: Uint8Array; scores: Float64Array; keys: Float64Array };
};

type Solutions = readonly PublishedSolution[];
type Codes = readonly string[];

/** Scenarios, divisions, ways of deployment, prefectures, parks, providers and artificial intelligence. */
export function columnsOf(solutions: Solutions, reference: Reference): Columns {
  const scenarios = [...reference.scenarios.values()].filter(({ kind }) => kind !== "example").map(({ key }) => key);
  const divisions = [...reference.industries.values()]
    .filter(({ level }) => level === "division")
    .map(({ code }) => code);
  const prefectures = prefecturesOf(reference).map(({ code }) => code);
  const providers = [...new Set(solutions.map(({ providerSlug }) => providerSlug))];
  const parks = parksByRegion(reference);
  const placeOfNo = new Int32Array((solutions.at(-1)?.no ?? 0) + 1).fill(-1);
  solutions.forEach(({ no }, place) => (placeOfNo[no] = place));
  return {
    facets: {
      scenario: column(solutions, scenarios, (each) => each.scenarios),
      industry: column(solutions, divisions, byIndustries(divisions)),
      deploy: column(solutions, deployments, (each) => each.deployment),
      region: column(
        solutions,
        prefectures,
        byReach((each) => prefectures.filter((code) => servesRegion(each, code, reference))),
      ),
      park: column(
        solutions,
        [...reference.parks.keys()],
        byReach((each) => parksReached(each, parks)),
      ),
      provider: columnOfOne(solutions, providers, (each) => each.providerSlug),
      ai: column(solutions, ["1"], (each) => (each.ai ? ["1"] : [])),
    },
    priceFen: Float64Array.from(solutions, (each) => entryPriceFen(each) ?? Number.NaN),
    days: Float64Array.from(solutions, (each) => daysToDeploy(each) ?? Number.NaN),
    quality: Float64Array.from(solutions, (each) => each.quality),
    weight: Float64Array.from(solutions, weightOf),
    placeOfNo,
    scratch: {
      tiers: new Uint8Array(solutions.length),
      scores: new Float64Array(solutions.length),
      keys: new Float64Array(solutions.length),
    },
  };
}

/** How much quality counts beside the text: measured to lift quality at no loss of relevance; more would cost some. */
const QUALITY_SHARE = 0.1;

function weightOf({ quality, isSunk }: PublishedSolution): number {
  return (isSunk ? SUNK_SHARE : 1) * (1 + QUALITY_SHARE * quality);
}

/** What a solution answers to; null: everything. */
type Read = (each: PublishedSolution) => Codes | null;

/** Solutions share their lists (published.server.ts), so what a list means is worked out once. */
function byIndustries(codes: Codes): Read {
  const known = new Map<Codes, Codes | null>();
  return ({ industries }) => {
    let served = known.get(industries);
    if (served === undefined) {
      served = industries.length === 0 ? null : codes.filter((code) => servesIndustry(industries, code));
      known.set(industries, served);
    }
    return served;
  };
}

function byReach(read: (each: PublishedSolution) => Codes): Read {
  const known = new Map<Codes, Map<Codes, Codes>>();
  return (each) => {
    if (isEverywhere(each)) return null;
    const ofParks = known.get(each.parks) ?? new Map<Codes, Codes>();
    known.set(each.parks, ofParks);
    const served = ofParks.get(each.regions) ?? read(each);
    ofParks.set(each.regions, served);
    return served;
  };
}

function column(solutions: Solutions, values: Codes, read: Read): Column {
  const made = emptyColumn(values, solutions.length);
  write(made, solutions, new Map(values.map((value, place) => [value, place])), read);
  return made;
}

function columnOfOne(solutions: Solutions, values: Codes, read: (each: PublishedSolution) => string): Column {
  const places = new Map(values.map((value, place) => [value, place]));
  const one = Int32Array.from(solutions, (each) => places.get(read(each)) ?? 0);
  return { values, words: wordsFor(values), bits: new Int32Array(0), all: new Uint8Array(solutions.length), one };
}

function emptyColumn(values: Codes, solutions: number): Column {
  const words = wordsFor(values);
  return { values, words, bits: new Int32Array(solutions * words), all: new Uint8Array(solutions), one: null };
}

function wordsFor(values: Codes): number {
  return Math.max(1, Math.ceil(values.length / 32));
}

function write({ words, bits, all }: Column, solutions: Solutions, places: Map<string, number>, read: Read): void {
  for (let at = 0; at < solutions.length; at++) {
    const each = solutions[at];
    const codes = each ? read(each) : [];
    if (codes === null) all[at] = 1;
    for (const code of codes ?? []) {
      const place = places.get(code);
      if (place === undefined) continue;
      const word = at * words + (place >> 5);
      bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
    }
  }
}

/** A listed parent covers its children, a chosen parent includes its children, an empty list serves everyone. */
export function servesIndustry(listed: Codes, code: string): boolean {
  return industryCovers(listed, code) || listed.some((each) => each.startsWith(code));
}

/**
 * The same with what the query chooses beyond divisions and prefectures: a group of an industry or a county counts and
 * filters like them.
 */
export function columnsFor(
  columns: Columns,
  solutions: Solutions,
  query: Pick<ListingQuery, "industry" | "region">,
  reference: Reference,
): Columns {
  const { industry, region } = columns.facets;
  const codes = query.industry.filter((code) => !industry.values.includes(code));
  const places = query.region === null || region.values.includes(query.region) ? [] : [query.region];
  const reaching = byReach((each) => places.filter((code) => servesRegion(each, code, reference)));
  return {
    ...columns,
    facets: {
      ...columns.facets,
      industry: extended(industry, solutions, codes, byIndustries(codes)),
      region: extended(region, solutions, places, reaching),
    },
  };
}

function extended(column: Column, solutions: Solutions, added: Codes, read: Read): Column {
  if (added.length === 0) return column;
  const made = emptyColumn([...column.values, ...added], solutions.length);
  for (let at = 0; at < solutions.length; at++) {
    for (let word = 0; word < column.words; word++) {
      made.bits[at * made.words + word] = column.bits[at * column.words + word] ?? 0;
    }
  }
  write(made, solutions, new Map(added.map((value, index) => [value, column.values.length + index])), read);
  return made;
}
