/** The order of a list: only as much of it as is read, since nobody reads half a million results. */
import type { SolutionSort } from "#db/vocabulary/catalogue";
import { FOCUS_TIER, FULL_TIER, LOOSE_TIER, type Hits } from "~/domain/search/hits";
import type { Columns } from "./facet-columns";

/** How the text is answered, by place in the catalogue; null without a text. */
export type Answered = { tiers: Uint8Array; scores: Float64Array };

/** Tiers and scores by place, and the places found. Holds until it is asked again of the same columns. */
export function answeredOf(hits: Hits, { placeOfNo, scratch }: Columns): { places: Int32Array } & Answered {
  const places = new Int32Array(hits.nos.length);
  const { tiers, scores } = scratch;
  let found = 0;
  for (let at = 0; at < hits.nos.length; at++) {
    const place = placeOfNo[hits.nos[at] ?? 0] ?? -1;
    // The index may know what was published after this copy of the catalogue was read.
    if (place < 0) continue;
    places[found++] = place;
    tiers[place] = hits.tiers[at] ?? 0;
    scores[place] = hits.scores[at] ?? Number.NaN;
  }
  return { places: places.subarray(0, found), tiers, scores };
}

/** The first `most` places in the order of the list: answers to all of the text first, equals by quality, then newest. */
export function ordered(
  kept: Int32Array,
  most: number,
  sort: SolutionSort,
  columns: Columns,
  answered: Answered | null,
): number[] {
  const { quality } = columns;
  const { keys } = columns.scratch;
  if (sort === "relevance" && answered) {
    weigh(kept, answered, columns);
  } else {
    const keyOf = sortKey(sort, columns);
    for (const place of kept) keys[place] = keyOf(place);
  }
  const tierOf = (place: number) => {
    const tier = answered?.tiers[place] ?? 0;
    return sort === "relevance" ? Math.min(tier, LOOSE_TIER) : coarse(tier);
  };
  return firstOf(
    kept,
    most,
    (a, b) =>
      tierOf(a) - tierOf(b) || difference(keys[a] ?? 0, keys[b] ?? 0) || (quality[b] ?? 0) - (quality[a] ?? 0) || b - a,
  );
}

/** The keys of places that answer a text: the better, the smaller. A plain loop: the hot path of every search. */
function weigh(kept: Int32Array, { scores }: Answered, { weight, scratch: { keys } }: Columns): void {
  for (let at = 0; at < kept.length; at++) {
    const place = kept[at] ?? 0;
    const key = -(scores[place] ?? 0) * (weight[place] ?? 0);
    keys[place] = Number.isNaN(key) ? Infinity : key;
  }
}

/** Any order but relevance only keeps apart what is all of the text, what says it, what is about it, and the rest. */
function coarse(tier: number): number {
  if (tier <= FOCUS_TIER) return 0;
  if (tier <= FULL_TIER) return 1;
  return tier <= LOOSE_TIER ? 2 : 3;
}

/** Smaller comes first. */
function sortKey(
  sort: SolutionSort,
  { priceFen, days, quality, publishedAt, acceptedProjects }: Columns,
): (place: number) => number {
  const orLast = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? Infinity : value);
  switch (sort) {
    case "relevance":
      return (place) => -(quality[place] ?? 0);
    case "newest":
      return (place) => -(publishedAt[place] ?? 0);
    case "fastest":
      return (place) => orLast(days[place]);
    case "cheapest":
      return (place) => orLast(priceFen[place]);
    case "proven":
      return (place) => -(acceptedProjects[place] ?? 0);
  }
}

/** Two infinities have no difference. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/**
 * The `most` smallest in order. A heap of the best so far, its worst on top: what is worse costs one comparison. From the end,
 * where the newest are: of equals they come first.
 */
export function firstOf(places: Int32Array, most: number, compare: (a: number, b: number) => number): number[] {
  if (places.length <= 2 * most) return Array.from(places).sort(compare).slice(0, most);
  const rest = places.length - most;
  const heap = Array.from(places.subarray(rest)).sort((a, b) => compare(b, a));
  for (let at = rest - 1; at >= 0; at--) {
    const place = places[at] ?? 0;
    const worst = heap[0];
    if (worst !== undefined && compare(place, worst) < 0) replaceWorst(heap, place, compare);
  }
  return heap.sort(compare);
}

/** Puts a place where the top was and restores the heap. */
function replaceWorst(heap: number[], place: number, compare: (a: number, b: number) => number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    const first = heap[left];
    const second = heap[right];
    if (first === undefined) break;
    const [worse, child] = second !== undefined && compare(second, first) > 0 ? [second, right] : [first, left];
    if (compare(place, worse) >= 0) break;
    heap[at] = worse;
    at = child;
  }
  heap[at] = place;
}
