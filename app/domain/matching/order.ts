/**
 * The order of what was found: by whole score; listings of the same score are near-equals (a point is finer than the weights
 * can defend) and take turns from day to day; one provider takes its share of the first ten. Orders only as far as asked.
 */
import type { MatchColumns } from "./columns";
import type { Found } from "./scoring";
import { matchingWeights } from "./weights";

/** Decides turns: who asks, and on which day. */
export type Turn = {
  /** YYYY-MM-DD: equal scores change places from day to day. */
  day: string;
  /** Who asks, so that not everyone sees the same order on a day. */
  seed: string;
};

const { first: FIRST, perProvider: PER_PROVIDER } = matchingWeights.order;
const SCORES = 101;

/** Places of the first `limit` matches. What exceeds a provider's share comes after the first ten; both in order of score. */
export function firstMatches(columns: MatchColumns, found: Found, turn: Turn, limit: number): number[] {
  const share = shareOf(columns, found);
  const first: number[] = [];
  const rest: number[] = [];
  const taken = new Map<number, number>();
  for (const place of inOrder(columns, found, turn)) {
    const provider = columns.provider[place] ?? 0;
    const count = taken.get(provider) ?? 0;
    taken.set(provider, count + 1);
    if (first.length < FIRST && count < share) first.push(place);
    else rest.push(place);
    if (first.length >= Math.min(FIRST, limit) && first.length + rest.length >= limit) break;
  }
  return [...first, ...rest].slice(0, limit);
}

/** Two, or as many more as it takes to fill the first ten when there are few providers. */
export function shareOf(columns: MatchColumns, { places }: Found): number {
  let share = PER_PROVIDER;
  while (!isFilled(columns, places, share)) share++;
  return share;
}

/** With many providers this looks at little more than ten listings. */
function isFilled({ provider }: MatchColumns, places: readonly number[], share: number): boolean {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const place of places) {
    if (filled >= FIRST) return true;
    const count = counts.get(provider[place] ?? 0) ?? 0;
    counts.set(provider[place] ?? 0, count + 1);
    if (count < share) filled++;
  }
  return filled >= Math.min(FIRST, places.length);
}

/** Places by score, equal ones by turn, each score's worth ordered only when it is reached. */
export function* inOrder({ ids }: MatchColumns, { places, scores }: Found, turn: Turn): Generator<number> {
  const buckets: number[][] = Array.from({ length: SCORES });
  for (let i = 0; i < places.length; i++) (buckets[scores[i] ?? 0] ??= []).push(places[i] ?? 0);
  const from = hashOf(`${turn.day}|${turn.seed}|`, OFFSET);
  for (let score = SCORES - 1; score >= 0; score--) {
    const bucket = buckets[score];
    if (bucket) yield* bucket.length === 1 ? bucket : inTurn(bucket, ids, from);
  }
}

const PLACES = 2 ** 21;

/** Turn and place of a listing packed into one number (32 and 21 bits), which sorts fast; equal turns go by id. */
function inTurn(bucket: readonly number[], ids: readonly string[], from: number): number[] {
  const keys = Float64Array.from(bucket, (place, index) => turnOf(from, ids[place] ?? "") * PLACES + index).sort();
  const ordered = Array.from(keys, (key) => bucket[key % PLACES] ?? 0);
  for (let i = 1; i < keys.length; i++) {
    const isTie = Math.floor((keys[i] ?? 0) / PLACES) === Math.floor((keys[i - 1] ?? 0) / PLACES);
    if (isTie) return byTurnAndId(ordered, ids, from);
  }
  return ordered;
}

function byTurnAndId(places: number[], ids: readonly string[], from: number): number[] {
  const id = (place: number) => ids[place] ?? "";
  return places.sort((a, b) => turnOf(from, id(a)) - turnOf(from, id(b)) || (id(a) < id(b) ? -1 : 1));
}

const OFFSET = 0x811c9dc5;

/** The turn of a listing on this day for this reader: smaller comes first. */
export function turnOfListing({ day, seed }: Turn, id: string): number {
  return turnOf(hashOf(`${day}|${seed}|`, OFFSET), id);
}

/** 32-bit FNV-1a with a final mix: places change well though days differ by one digit. */
function turnOf(from: number, id: string): number {
  const hash = hashOf(id, from);
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function hashOf(text: string, from: number): number {
  let hash = from;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
