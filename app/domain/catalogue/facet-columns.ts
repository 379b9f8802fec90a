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

/** What solutions are sorted and limited by, by place. */
type Sortable = {
  /** Entry price in fen and days to deploy; NaN when not said. */
  priceFen: Float64Array;
  days: Float64Array;
  /** Business quality, and by what the relevance of a listing counts in a search (order.ts). */
  quality: Float64Array;
  weight: Float64Array;
  /** Unix ms. */
  publishedAt: Float64Array;
  acceptedProjects: Float64Array;
};

export type Columns = Sortable & {
  facets: Record<FacetName, Column>;
  /** Place in the catalogue by `solution.no`; -1 for what is not there. */
  placeOfNo: Int32Array;
  /** Room for one query at a time to note things by place; what an earlier one left there means nothing. */
  scratch: { tiers: Uint8Array; scores: Float64Array; keys: Float64Array };
  /** What they were made of, to go on from. */
  made: { reference: Reference; solutions: Solutions; noted: Noted; lists: FacetLists };
};

type Codes = readonly string[];
type Solutions = readonly PublishedSolution[];

/**
 * Scenarios, divisions, ways of deployment, prefectures, parks, providers and artificial intelligence. `before` are columns of
 * the catalogue before it changed: of a million listings only those that are not the same objects are read again.
 */
export function columnsOf(solutions: Solutions, reference: Reference, before?: Columns): Columns {
  const earlier = before?.made.reference === reference ? before.made : undefined;
  const lists = earlier?.lists ?? new FacetLists();
  const noted = notedOf(solutions, lists, earlier);
  const { priceFen, days, quality, weight, publishedAt, acceptedProjects } = noted;
  const scenarios = [...reference.scenarios.values()].filter(({ kind }) => kind !== "example").map(({ key }) => key);
  const prefectures = prefecturesOf(reference).map(({ code }) => code);
  const parks = parksByRegion(reference);
  return {
    facets: {
      scenario: columnOf(noted.scenarios, lists.scenarios.all, scenarios, (list) => list),
      industry: columnOf(noted.industries, lists.industries.all, divisionsOf(reference), served),
      deploy: columnOf(noted.deployments, lists.deployments.all, deployments, (list) => list),
      region: columnOf(noted.reach, lists.reaches.all, prefectures, (offer, codes) =>
        codes.filter((code) => servesRegion(offer, code, reference)),
      ),
      park: columnOf(noted.reach, lists.reaches.all, [...reference.parks.keys()], (offer, slugs) =>
        isEverywhere(offer) ? slugs : parksReached(offer, parks),
      ),
      provider: columnOf(noted.provider, lists.providers.all, [...lists.providers.all], (slug) => [slug]),
      ai: columnOf(noted.ai, [false, true], ["1"], (ai) => (ai ? ["1"] : [])),
    },
    ...{ priceFen, days, quality, weight, publishedAt, acceptedProjects },
    placeOfNo: placesByNo(noted.no),
    scratch: {
      tiers: new Uint8Array(solutions.length),
      scores: new Float64Array(solutions.length),
      keys: new Float64Array(solutions.length),
    },
    made: { reference, solutions, noted, lists },
  };
}

/** What is noted of every solution, by place: its number, the numbers of its lists, and what it is sorted and filtered by. */
type Noted = Record<"no" | "scenarios" | "industries" | "deployments" | "reach" | "provider" | "ai", Int32Array> &
  Sortable;

function notedOf(solutions: Solutions, lists: FacetLists, earlier: Columns["made"] | undefined): Noted {
  const [whole, real] = [() => new Int32Array(solutions.length), () => new Float64Array(solutions.length)];
  const noted: Noted = {
    no: whole(),
    scenarios: whole(),
    industries: whole(),
    deployments: whole(),
    reach: whole(),
    provider: whole(),
    ai: whole(),
    priceFen: real(),
    days: real(),
    quality: real(),
    weight: real(),
    publishedAt: real(),
    acceptedProjects: real(),
  };
  const sameAs = placesBefore(solutions, earlier);
  if (earlier) for (const name of namesOf(noted)) takeOver(noted[name], earlier.noted[name], sameAs);
  for (let place = 0; place < solutions.length; place++) {
    const each = (sameAs[place] ?? -1) < 0 ? solutions[place] : undefined;
    if (each) note(noted, place, each, lists);
  }
  return noted;
}

/** All of one solution at once: a million objects are not in reach of the processor, so each is gone to once. */
function note(noted: Noted, place: number, each: PublishedSolution, lists: FacetLists): void {
  noted.no[place] = each.no;
  noted.scenarios[place] = lists.scenarios.numberOf(each.scenarios);
  noted.industries[place] = lists.industries.numberOf(each.industries);
  noted.deployments[place] = lists.deployments.numberOf(each.deployment);
  noted.reach[place] = lists.reaches.numberOf(each);
  noted.provider[place] = lists.providers.numberOf(each.providerSlug);
  noted.ai[place] = each.ai ? 1 : 0;
  noted.priceFen[place] = entryPriceFen(each) ?? Number.NaN;
  noted.days[place] = daysToDeploy(each) ?? Number.NaN;
  noted.quality[place] = each.quality;
  noted.weight[place] = weightOf(each);
  noted.publishedAt[place] = each.publishedAt ?? 0;
  noted.acceptedProjects[place] = each.acceptedProjects;
}

function namesOf(noted: Noted): (keyof Noted)[] {
  return Object.keys(noted) as (keyof Noted)[];
}

function takeOver(now: Int32Array | Float64Array, before: Int32Array | Float64Array, sameAs: Int32Array): void {
  for (let place = 0; place < now.length; place++) {
    const at = sameAs[place] ?? -1;
    if (at >= 0) now[place] = before[at] ?? 0;
  }
}

/** Where each solution stood before, -1 for what is new. Both are by number, so one goes along the other. */
function placesBefore(solutions: Solutions, earlier: Columns["made"] | undefined): Int32Array {
  const places = new Int32Array(solutions.length).fill(-1);
  if (!earlier) return places;
  const {
    solutions: former,
    noted: { no: nos },
  } = earlier;
  let at = 0;
  for (let place = 0; place < solutions.length; place++) {
    const each = solutions[place];
    if (former[at] !== each) while (at < nos.length && (nos[at] ?? 0) < (each?.no ?? 0)) at++;
    if (former[at] === each) places[place] = at++;
  }
  return places;
}

function placesByNo(nos: Int32Array): Int32Array {
  const places = new Int32Array((nos.at(-1) ?? 0) + 1).fill(-1);
  for (let place = 0; place < nos.length; place++) places[nos[place] ?? 0] = place;
  return places;
}

/** How much quality counts beside the text: measured to lift quality at no loss of relevance; more would cost some. */
const QUALITY_SHARE = 0.1;

function weightOf({ quality, isSunk }: PublishedSolution): number {
  return (isSunk ? SUNK_SHARE : 1) * (1 + QUALITY_SHARE * quality);
}

/** A column of the values that the different lists of a catalogue answer to. */
function columnOf<List>(
  setOf: Int32Array,
  lists: readonly List[],
  values: Codes,
  answered: (list: List, values: Codes) => Codes,
): Column {
  const places = new Map(values.map((value, place) => [value, place]));
  const starts = new Int32Array(lists.length + 1);
  const members: number[] = [];
  lists.forEach((list, set) => {
    for (const value of answered(list, values)) {
      const place = places.get(value);
      if (place !== undefined) members.push(place);
    }
    starts[set + 1] = members.length;
  });
  return { values, setOf, starts, members: Int32Array.from(members) };
}

/** The divisions or groups that a list of industries serves; an empty list serves everyone. */
function served(industries: Codes, codes: Codes): Codes {
  return codes.filter((code) => servesIndustry(industries, code));
}

function divisionsOf({ industries }: Reference): string[] {
  return [...industries.values()].filter(({ level }) => level === "division").map(({ code }) => code);
}

/** The different lists that solutions have, numbered as they come. A number holds as long as the catalogue is read on. */
class FacetLists {
  readonly scenarios = new Lists();
  readonly industries = new Lists();
  readonly deployments = new Lists();
  readonly reaches = new Reaches();
  readonly providers = new Numbered<string>();
}

class Numbered<Key> {
  readonly all: Key[] = [];
  readonly #numbers = new Map<Key, number>();

  numberOf(key: Key): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.all.length);
    return this.all.push(key) - 1;
  }
}

/** Lists of codes; the same codes in another order are the same list. */
class Lists {
  readonly all: Codes[] = [];
  /** Solutions share their lists (published-rows.server.ts), so few are looked into. */
  readonly #numbers = new WeakMap<Codes, number>();
  readonly #texts = new Numbered<string>();

  numberOf(list: Codes): number {
    const known = this.#numbers.get(list);
    if (known !== undefined) return known;
    const number = this.#texts.numberOf([...list].sort().join(" "));
    if (number === this.all.length) this.all.push(list);
    this.#numbers.set(list, number);
    return number;
  }
}

type Reach = Pick<PublishedSolution, "parks" | "regions">;

/** Parks with regions. */
class Reaches {
  readonly all: Reach[] = [];
  readonly #parks = new Lists();
  readonly #regions = new Lists();
  readonly #pairs = new Numbered<number>();

  numberOf({ parks, regions }: Reach): number {
    const pair = this.#pairs.numberOf(this.#parks.numberOf(parks) * 2 ** 26 + this.#regions.numberOf(regions));
    if (pair === this.all.length) this.all.push({ parks, regions });
    return pair;
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
  { industry: chosen, region: place }: Pick<ListingQuery, "industry" | "region">,
  reference: Reference,
): Columns {
  const { industry, region } = columns.facets;
  const { industries, reaches } = columns.made.lists;
  const codes = chosen.filter((code) => !industry.values.includes(code));
  const places = place === null || region.values.includes(place) ? [] : [place];
  const serving = (offer: Reach, wanted: Codes) => wanted.filter((code) => servesRegion(offer, code, reference));
  return {
    ...columns,
    facets: {
      ...columns.facets,
      industry:
        codes.length === 0 ? industry : joined(industry, columnOf(industry.setOf, industries.all, codes, served)),
      region: places.length === 0 ? region : joined(region, columnOf(region.setOf, reaches.all, places, serving)),
    },
  };
}

/** One column with the values of both, which have the same sets. */
function joined(first: Column, second: Column): Column {
  const sets = first.starts.length - 1;
  const starts = new Int32Array(sets + 1);
  const members: number[] = [];
  for (let set = 0; set < sets; set++) {
    members.push(...membersOf(first, set), ...membersOf(second, set).map((place) => place + first.values.length));
    starts[set + 1] = members.length;
  }
  return { ...first, values: [...first.values, ...second.values], starts, members: Int32Array.from(members) };
}

function membersOf({ starts, members }: Column, set: number): number[] {
  return Array.from(members.subarray(starts[set], starts[set + 1]));
}
