/**
 * A catalogue as columns of numbers, for judging all of it at once. Made once per catalogue: what depends on the listing alone
 * (quality, price without a budget, speed without a limit) is counted here.
 */
import { daysToDeploy, entryPriceFen } from "~/domain/catalogue/facts";
import type { Candidate } from "./candidate";
import { priceValue, qualityValue, speedValue, strengthAt, wholePoints } from "./parts";

/** Lists of small numbers end to end: those of listing i are `of[from[i]]` up to `of[from[i + 1]]`. */
type Lists = { from: Int32Array; of: Uint16Array };

export type MatchColumns = {
  size: number;
  /** Places of the scenarios, industries and places (parks and regions) that any listing names. */
  scenarioPlaces: ReadonlyMap<string, number>;
  scenarios: Lists;
  /** Bit n is set when a scenario at place n (mod 32) is listed: one look tells most listings that answer nothing asked. */
  scenarioBits: Int32Array;
  /** Sum of a listing's strengths. */
  strengths: Float64Array;
  industryCodes: readonly string[];
  /** Only those more specific than all of manufacturing. */
  industries: Lists;
  /** 1 for a listing for all of manufacturing. */
  isGeneral: Uint8Array;
  /** Parks by slug and regions by code share one row of places. */
  parkPlaces: ReadonlyMap<string, number>;
  regionPlaces: ReadonlyMap<string, number>;
  areaCount: number;
  areas: Lists;
  /** UNSAID where nothing is declared or measured. */
  priceFen: Float64Array;
  days: Float64Array;
  levelFrom: Float64Array;
  levelTo: Float64Array;
  qualityPoints: Uint8Array;
  openPricePoints: Uint8Array;
  openSpeedPoints: Uint8Array;
  provider: Int32Array;
  providers: number;
  ids: readonly string[];
  /** Which industries of the columns meet a code; filled as codes are asked for. */
  industryTables: Map<string, Uint8Array>;
};

export const UNSAID = -1;
const TOP_LEVEL = 4;

const kept = new WeakMap<readonly Candidate[], MatchColumns>();

/** The columns of a catalogue, made on first use and kept as long as its array is. */
export function matchColumns(catalogue: readonly Candidate[]): MatchColumns {
  const known = kept.get(catalogue);
  if (known) return known;
  const columns = columnsOf(catalogue);
  kept.set(catalogue, columns);
  return columns;
}

/** Plain loops into typed arrays: whoever reads first after a publication waits for this. */
function columnsOf(catalogue: readonly Candidate[]): MatchColumns {
  const size = catalogue.length;
  const scenarios = listing(
    size,
    total(catalogue, ({ scenarios: names }) => names.length),
  );
  const industries = listing(
    size,
    total(catalogue, ({ industries: codes }) => codes.length),
  );
  const areas = listing(
    size,
    total(catalogue, ({ parks, regions }) => parks.length + regions.length),
  );
  const regionPlaces = new Map<string, number>();
  const providers = new Map<string, number>();
  const columns = emptyColumns(size);
  const ids: string[] = [];
  for (let at = 0; at < size; at++) {
    const each = catalogue[at];
    if (!each) continue;
    ids.push(each.id);
    columns.strengths[at] = appended(scenarios, at, each.scenarios);
    columns.scenarioBits[at] = bitsOf(scenarios.places, each.scenarios);
    columns.isGeneral[at] = appendedSpecific(industries, at, each.industries) ? 1 : 0;
    appendedAreas(areas, regionPlaces, at, each);
    columns.provider[at] = placeIn(providers, each.providerId, providers.size);
    fill(columns, at, each);
  }
  return {
    ...columns,
    size,
    scenarioPlaces: scenarios.places,
    scenarios: closed(scenarios),
    industryCodes: [...industries.places.keys()],
    industries: closed(industries),
    parkPlaces: areas.places,
    regionPlaces,
    areaCount: areas.places.size + regionPlaces.size,
    areas: closed(areas),
    providers: providers.size,
    ids,
    industryTables: new Map(),
  };
}

function emptyColumns(size: number) {
  return {
    scenarioBits: new Int32Array(size),
    strengths: new Float64Array(size),
    isGeneral: new Uint8Array(size),
    priceFen: new Float64Array(size),
    days: new Float64Array(size),
    levelFrom: new Float64Array(size),
    levelTo: new Float64Array(size),
    qualityPoints: new Uint8Array(size),
    openPricePoints: new Uint8Array(size),
    openSpeedPoints: new Uint8Array(size),
    provider: new Int32Array(size),
  };
}

function fill(columns: ReturnType<typeof emptyColumns>, at: number, each: Candidate): void {
  const priceFen = entryPriceFen(each);
  const days = daysToDeploy(each);
  columns.priceFen[at] = priceFen ?? UNSAID;
  columns.days[at] = days ?? UNSAID;
  columns.levelFrom[at] = each.levelFrom ?? 0;
  columns.levelTo[at] = each.levelTo ?? TOP_LEVEL;
  columns.qualityPoints[at] = wholePoints("quality", qualityValue(each.acceptedProjects, each.quality));
  columns.openPricePoints[at] = wholePoints("price", priceValue(priceFen, null));
  columns.openSpeedPoints[at] = wholePoints("speed", speedValue(days, null));
}

type Growing = { places: Map<string, number>; from: Int32Array; of: Uint16Array; length: number };

function listing(size: number, most: number): Growing {
  return { places: new Map(), from: new Int32Array(size + 1), of: new Uint16Array(most), length: 0 };
}

function total(catalogue: readonly Candidate[], lengthOf: (each: Candidate) => number): number {
  return catalogue.reduce((sum, each) => sum + lengthOf(each), 0);
}

function closed({ from, of, length }: Growing): Lists {
  return { from, of: of.subarray(0, length) };
}

/** Appends the scenarios of a listing; answers the sum of their strengths. */
function appended(list: Growing, at: number, names: readonly string[]): number {
  let strengths = 0;
  for (let i = 0; i < names.length; i++) {
    list.of[list.length++] = placeIn(list.places, names[i] ?? "", list.places.size);
    strengths += strengthAt(i);
  }
  list.from[at + 1] = list.length;
  return strengths;
}

/** One bit for each of these names, modulo 32: places may share a bit, so no common bit means no common name, never more. */
function bitsOf(places: ReadonlyMap<string, number>, names: readonly string[]): number {
  let bits = 0;
  for (const name of names) {
    const place = places.get(name);
    if (place !== undefined) bits |= 1 << (place & 31);
  }
  return bits;
}

/** Appends the industries more specific than the section; answers whether the listing is for all of manufacturing. */
function appendedSpecific(list: Growing, at: number, codes: readonly string[]): boolean {
  let isGeneral = codes.length === 0;
  for (const code of codes) {
    if (code.length > 1) list.of[list.length++] = placeIn(list.places, code, list.places.size);
    else isGeneral = true;
  }
  list.from[at + 1] = list.length;
  return isGeneral;
}

/** Parks and regions have names of their own but share one row of places. */
function appendedAreas(list: Growing, regions: Map<string, number>, at: number, each: Candidate): void {
  for (const slug of each.parks) list.of[list.length++] = placeIn(list.places, slug, list.places.size + regions.size);
  for (const code of each.regions) list.of[list.length++] = placeIn(regions, code, list.places.size + regions.size);
  list.from[at + 1] = list.length;
}

function placeIn(places: Map<string, number>, name: string, next: number): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, next);
  return next;
}
