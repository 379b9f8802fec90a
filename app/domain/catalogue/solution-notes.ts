/**
 * What lists sort, filter and count by, noted of every solution in typed arrays, so that a million solutions are gone through
 * without touching an object. Lists of codes are noted by number: a million solutions share a few thousand of them.
 */
import { daysToDeploy, entryPriceFen } from "./facts";
import { SUNK_SHARE } from "./freshness";
import type { PublishedSolution } from "./published.server";

type Codes = readonly string[];
export type Solutions = readonly PublishedSolution[];

/** What solutions are sorted and limited by, by place. */
export type Sortable = {
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

/** By place in the catalogue: number of the solution, numbers of its lists, and the rest. */
export type Noted = Record<
  "no" | "scenarios" | "industries" | "deployments" | "reach" | "provider" | "ai",
  Int32Array
> &
  Sortable;

export type Notes = { solutions: Solutions; noted: Noted; lists: FacetLists };

/** `earlier` are notes of the catalogue before it changed: only solutions that are not the same objects are read again. */
export function notesOf(solutions: Solutions, earlier?: Notes): Notes {
  const lists = earlier?.lists ?? new FacetLists();
  const noted = emptyNotes(solutions.length);
  const sameAs = placesBefore(solutions, earlier);
  if (earlier) for (const name of namesOf(noted)) takeOver(noted[name], earlier.noted[name], sameAs);
  for (let place = 0; place < solutions.length; place++) {
    const each = (sameAs[place] ?? -1) < 0 ? solutions[place] : undefined;
    if (each) note(noted, place, each, lists);
  }
  return { solutions, noted, lists };
}

function emptyNotes(size: number): Noted {
  const [whole, real] = [() => new Int32Array(size), () => new Float64Array(size)];
  return {
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
function placesBefore(solutions: Solutions, earlier: Notes | undefined): Int32Array {
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

/** How much quality counts beside the text: measured to lift quality at no loss of relevance; more would cost some. */
const QUALITY_SHARE = 0.1;

function weightOf({ quality, isSunk }: PublishedSolution): number {
  return (isSunk ? SUNK_SHARE : 1) * (1 + QUALITY_SHARE * quality);
}

/** The different lists that solutions have, numbered as they come. A number holds as long as the catalogue is read on. */
class FacetLists {
  readonly scenarios = new Lists();
  readonly industries = new Lists();
  readonly deployments = new Lists();
  readonly reaches = new Reaches();
  readonly providers = new Numbered<string>();
}

/** Numbers what comes, from 0. */
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

export type Reach = Pick<PublishedSolution, "parks" | "regions">;

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
