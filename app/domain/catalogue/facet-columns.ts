/**
 * Which choices of every facet each solution answers to, in typed arrays read once for a catalogue, so that filtering and
 * counting a million solutions touches no text and no object.
 */
import { deployments } from "#db/vocabulary/catalogue";
import { industryCovers } from "~/domain/scenarios/industries";
import { prefecturesOf } from "~/domain/scenarios/places";
import type { Reference } from "~/domain/scenarios/reference";
import type { FacetName } from "./facets";
import type { ListingQuery } from "./listing-query";
import { isEverywhere, parksByRegion, parksReached, servesRegion } from "./reach";
import { notesOf, type Noted, type Notes, type Reach, type Solutions } from "./solution-notes";

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

export type Columns = Noted & {
  facets: Record<FacetName, Column>;
  /** Place in the catalogue by `solution.no`; -1 for what is not there. */
  placeOfNo: Int32Array;
  /** Room for one query at a time to note things by place; what an earlier one left there means nothing. */
  scratch: { tiers: Uint8Array; scores: Float64Array; keys: Float64Array };
  /** What they were made of, to go on from. */
  made: Notes;
};

type Codes = readonly string[];

/**
 * Scenarios, divisions, ways of deployment, prefectures, parks, providers and artificial intelligence. `before` are columns of
 * the catalogue before it changed, to go on from.
 */
export function columnsOf(solutions: Solutions, reference: Reference, before?: Columns): Columns {
  const made = notesOf(solutions, before?.made);
  return {
    ...made.noted,
    facets: facetsOf(made, reference),
    placeOfNo: placesByNo(made.noted.no),
    scratch: {
      tiers: new Uint8Array(solutions.length),
      scores: new Float64Array(solutions.length),
      keys: new Float64Array(solutions.length),
    },
    made,
  };
}

function facetsOf({ noted, lists }: Notes, reference: Reference): Columns["facets"] {
  const scenarios = [...reference.scenarios.values()].filter(({ kind }) => kind !== "example").map(({ key }) => key);
  const prefectures = prefecturesOf(reference).map(({ code }) => code);
  const parks = parksByRegion(reference);
  return {
    scenario: columnOf(noted.scenarios, lists.scenarios.all, scenarios, (list) => list),
    industry: columnOf(noted.industries, lists.industries.all, divisionsOf(reference), served),
    deploy: columnOf(noted.deployments, lists.deployments.all, deployments, (list) => list),
    region: columnOf(noted.reach, lists.reaches.all, prefectures, reachedIn(reference)),
    park: columnOf(noted.reach, lists.reaches.all, [...reference.parks.keys()], (offer, slugs) =>
      isEverywhere(offer) ? slugs : parksReached(offer, parks),
    ),
    provider: columnOf(noted.provider, lists.providers.all, [...lists.providers.all], (slug) => [slug]),
    ai: columnOf(noted.ai, [false, true], ["1"], (ai) => (ai ? ["1"] : [])),
  };
}

function placesByNo(nos: Int32Array): Int32Array {
  const places = new Int32Array((nos.at(-1) ?? 0) + 1).fill(-1);
  for (let place = 0; place < nos.length; place++) places[nos[place] ?? 0] = place;
  return places;
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
    for (const value of new Set(answered(list, values))) {
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

/** The regions of all levels that an offer serves. */
function reachedIn(reference: Reference): (offer: Reach, codes: Codes) => Codes {
  return (offer, codes) => codes.filter((code) => servesRegion(offer, code, reference));
}

function divisionsOf({ industries }: Reference): string[] {
  return [...industries.values()].filter(({ level }) => level === "division").map(({ code }) => code);
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
  return {
    ...columns,
    facets: {
      ...columns.facets,
      industry: extended(industry, industries.all, codes, served),
      region: extended(region, reaches.all, places, reachedIn(reference)),
    },
  };
}

/** The column with more values, which its lists answer to as well. */
function extended<List>(
  column: Column,
  lists: readonly List[],
  added: Codes,
  answered: (list: List, values: Codes) => Codes,
): Column {
  return added.length === 0 ? column : joined(column, columnOf(column.setOf, lists, added, answered));
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
