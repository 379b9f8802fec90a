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

/**
 * One facet. A million solutions answer to a few thousand different sets of values, so each is noted by the number of its
 * set: filtering and counting look at one number a solution, whatever it answers to.
 */
export type Column = {
  /** The values it counts. */
  values: readonly string[];
  /** The number of the set, by place in the catalogue. */
  setOf: Int32Array;
  /** Set s answers to members[starts[s]] up to before members[starts[s + 1]]: places among the values. */
  starts: Int32Array;
  members: Int32Array;
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
      scenario: columnOf(solutions, scenarios, (each) => each.scenarios),
      industry: columnOf(solutions, divisions, byIndustries(divisions)),
      deploy: columnOf(solutions, deployments, (each) => each.deployment),
      region: columnOf(
        solutions,
        prefectures,
        byReach((each) => prefectures.filter((code) => servesRegion(each, code, reference))),
      ),
      park: columnOf(
        solutions,
        [...reference.parks.keys()],
        byReach((each) => parksReached(each, parks)),
      ),
      provider: columnOfOne(solutions, providers, (each) => each.providerSlug),
      ai: columnOf(solutions, AI, (each) => (each.ai ? AI : NO_AI)),
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

const AI = ["1"];
const NO_AI: Codes = [];

/** What a solution answers to, the same list for the same: it is looked at once; null: everything. */
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

function columnOf(solutions: Solutions, values: Codes, read: Read): Column {
  const places = new Map(values.map((value, place) => [value, place]));
  const sets = new Sets<Codes | null>((codes) => (codes ?? values).flatMap((code) => places.get(code) ?? []));
  const setOf = Int32Array.from(solutions, (each) => sets.numberOf(read(each)));
  return { values, setOf, ...sets.listed() };
}

/** Every value is a set of its own. */
function columnOfOne(solutions: Solutions, values: Codes, read: (each: PublishedSolution) => string): Column {
  const places = new Map(values.map((value, place) => [value, place]));
  return {
    values,
    setOf: Int32Array.from(solutions, (each) => places.get(read(each)) ?? 0),
    starts: Int32Array.from({ length: values.length + 1 }, (_, place) => place),
    members: Int32Array.from(values.keys()),
  };
}

/** Numbers sets as they come; lists of the same values in another order are one set. */
class Sets<Key> {
  readonly #numbers = new Map<Key, number>();
  readonly #byMembers = new Map<string, number>();
  readonly #membersOf: (key: Key) => readonly number[];
  readonly #starts = [0];
  readonly #members: number[] = [];

  constructor(membersOf: (key: Key) => readonly number[]) {
    this.#membersOf = membersOf;
  }

  numberOf(key: Key): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const members = [...this.#membersOf(key)].sort((a, b) => a - b);
    const number = this.#byMembers.get(members.join(" ")) ?? this.#add(members);
    this.#numbers.set(key, number);
    return number;
  }

  listed(): Pick<Column, "starts" | "members"> {
    return { starts: Int32Array.from(this.#starts), members: Int32Array.from(this.#members) };
  }

  #add(members: readonly number[]): number {
    const number = this.#byMembers.size;
    this.#byMembers.set(members.join(" "), number);
    for (const member of members) this.#members.push(member);
    this.#starts.push(this.#members.length);
    return number;
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
  return added.length === 0 ? column : joined(column, columnOf(solutions, added, read));
}

/** One column with the values of both. */
function joined(first: Column, second: Column): Column {
  const width = second.starts.length;
  const sets = new Sets<number>((both) => [
    ...membersOf(first, Math.floor(both / width)),
    ...membersOf(second, both % width).map((place) => place + first.values.length),
  ]);
  const setOf = first.setOf.map((set, place) => sets.numberOf(set * width + (second.setOf[place] ?? 0)));
  return { values: [...first.values, ...second.values], setOf, ...sets.listed() };
}

function membersOf({ starts, members }: Column, set: number): number[] {
  return Array.from(members.subarray(starts[set], starts[set + 1]));
}
