/**
 * Scores a whole catalogue for one need in one pass over its columns. The same filters, parts and bounds as missing.ts and
 * score.ts, in numbers: tests hold the two equal. Plain loops without allocation: 120,000 listings take a few milliseconds.
 */
import { prepared, type Asked } from "./asked";
import { UNSAID, type MatchColumns } from "./columns";
import type { Need } from "./need";
import { fitValue, keptAt, priceValue, reachOf, speedValue, strengthAt, wholePoints, type Reach } from "./parts";
import { matchingWeights, type LocalityScope } from "./weights";

/** What was found, in the order of the catalogue. */
export type Found = {
  /** Places in the catalogue. */
  places: number[];
  scores: number[];
};

export type Scored = {
  matches: Found;
  /** Near misses by how many things they lack: the first entry lacks one. Empty when they were not asked for. */
  near: Found[];
};

type Options = {
  /** Near misses wanted. They are many and cost a score each, so none are looked for that would not be shown. */
  nearLimit: number;
  /** Listings to leave out, by id. */
  without?: ReadonlySet<string>;
};

const { limits } = matchingWeights;
const STRENGTH = { first: strengthAt(0), further: strengthAt(1) };
/** Beside points of 0 and more. */
const UNSERVED = -1;
const scopePoints = (scope: LocalityScope) => wholePoints("locality", matchingWeights.locality[scope]);
const LOCALITY = {
  /** In the order of Asked.reach. */
  scopes: [UNSERVED, ...(["province", "prefecture", "county", "park"] as const).map(scopePoints)],
  everywhere: scopePoints("everywhere"),
  unasked: scopePoints("unknown"),
};
const INDUSTRY = {
  general: wholePoints("industry", matchingWeights.generalIndustry),
  named: wholePoints("industry", 1),
};

/**
 * Every match, and of the near misses those that lack least, with whole points: once there are enough that lack one thing,
 * those that lack more are passed over. Pure.
 */
export function scoreAll(columns: MatchColumns, need: Need, { nearLimit, without }: Options): Scored {
  const asked = prepared(columns, need);
  const matches: Found = { places: [], scores: [] };
  const near: Found[] = Array.from({ length: nearLimit > 0 ? limits.missing : 0 }, () => ({ places: [], scores: [] }));
  let most = near.length;
  for (let at = 0; at < columns.size; at++) {
    const judged = judgeAt(columns, asked, at, most);
    if (judged === NOT_FOR_IT || (without && without.has(columns.ids[at] ?? ""))) continue;
    const lacks = judged < ONE_MISSING ? 0 : Math.floor(judged / ONE_MISSING);
    const found = lacks === 0 ? matches : near[lacks - 1];
    found?.places.push(at);
    found?.scores.push(judged - lacks * ONE_MISSING);
    if (lacks > 0 && lacks < most && found && found.places.length >= nearLimit) most = lacks;
  }
  return { matches, near };
}

/** Answers another need, or lacks too much. */
export const NOT_FOR_IT = -1;
/** A judged listing is one number: its score, and this for each thing a near miss lacks. A match is its score alone. */
const ONE_MISSING = 1_000;

/**
 * NOT_FOR_IT, the score of a match, or the score of a near miss plus ONE_MISSING for each of the at most `most` things it
 * lacks.
 */
export function judgeAt(columns: MatchColumns, asked: Asked, at: number, most: number): number {
  if (asked.gaps !== null && ((columns.scenarioBits[at] ?? 0) & asked.gapBits) === 0) return NOT_FOR_IT;
  const industry = industryPoints(columns, asked, at);
  const locality = localityPoints(columns, asked, at);
  let lacks = (industry === UNSERVED ? 1 : 0) + (locality === UNSERVED ? 1 : 0);
  if (lacks > most) return NOT_FOR_IT;
  const price = standing(columns.priceFen[at], asked.budgetFen);
  const time = standing(columns.days[at], asked.daysMax);
  if (price === "far" || time === "far") return NOT_FOR_IT;
  const isMatch = lacks === 0 && price !== "near" && time !== "near";
  if (price !== "within") lacks++;
  if (time !== "within") lacks++;
  if (!isMatch && lacks > most) return NOT_FOR_IT;
  const fit = fitPoints(columns, asked, at);
  if (fit === NOT_FOR_IT) return NOT_FOR_IT;
  const offer = pricePoints(columns, asked, at) + speedPoints(columns, asked, at) + (columns.qualityPoints[at] ?? 0);
  const score = fit + Math.max(0, industry) + Math.max(0, locality) + offer;
  return isMatch ? score : lacks * ONE_MISSING + score;
}

/** Points for the industry, or UNSERVED. */
function industryPoints({ industries, isGeneral }: MatchColumns, { named }: Asked, at: number): number {
  if (named === null) return INDUSTRY.general;
  const to = industries.from[at + 1] ?? 0;
  for (let i = industries.from[at] ?? 0; i < to; i++) if (named[industries.of[i] ?? 0] === 1) return INDUSTRY.named;
  return isGeneral[at] === 1 ? INDUSTRY.general : UNSERVED;
}

/** Points for the place, or UNSERVED. */
function localityPoints({ areas }: MatchColumns, { reach }: Asked, at: number): number {
  if (reach === null) return LOCALITY.unasked;
  const first = areas.from[at] ?? 0;
  const to = areas.from[at + 1] ?? 0;
  if (first === to) return LOCALITY.everywhere;
  let closest = 0;
  for (let i = first; i < to; i++) {
    const scope = reach[areas.of[i] ?? 0] ?? 0;
    if (scope > closest) closest = scope;
  }
  return LOCALITY.scopes[closest] ?? UNSERVED;
}

/** Points for the fit, NOT_FOR_IT when nothing lacking is answered. */
function fitPoints(columns: MatchColumns, { gaps, level }: Asked, at: number): number {
  const { scenarios, levelFrom, levelTo } = columns;
  const outside = level === null ? 0 : Math.max(0, (levelFrom[at] ?? 0) - level, level - (levelTo[at] ?? 0));
  const kept = keptAt(outside);
  if (gaps === null) return wholePoints("fit", matchingWeights.fit.unknown * kept);
  const first = scenarios.from[at] ?? 0;
  const to = scenarios.from[at + 1] ?? 0;
  let top = 0;
  let sum = 0;
  for (let i = first; i < to; i++) {
    const gain = (gaps[scenarios.of[i] ?? 0] ?? 0) * (i === first ? STRENGTH.first : STRENGTH.further);
    if (gain > top) top = gain;
    sum += gain;
  }
  return top > 0 ? wholePoints("fit", fitValue(top, sum, columns.strengths[at] ?? 0, kept)) : NOT_FOR_IT;
}

function pricePoints({ openPricePoints, priceFen }: MatchColumns, { budgetFen }: Asked, at: number): number {
  if (budgetFen === null) return openPricePoints[at] ?? 0;
  return wholePoints("price", priceValue(said(priceFen[at]), budgetFen));
}

function speedPoints({ openSpeedPoints, days }: MatchColumns, { daysMax }: Asked, at: number): number {
  if (daysMax === null) return openSpeedPoints[at] ?? 0;
  return wholePoints("speed", speedValue(said(days[at]), daysMax));
}

/** What is not said, or not asked, is no obstacle. */
function standing(amount: number | undefined, limit: number | null): Reach {
  return limit === null || amount === undefined || amount === UNSAID ? "within" : reachOf(amount, limit);
}

function said(value: number | undefined): number | null {
  return value === undefined || value === UNSAID ? null : value;
}
