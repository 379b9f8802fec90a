/** What is counted of solutions that readers see, and over which weeks it is shown. Nothing in it tells who read. Client-safe. */
import { dayAt, daysLater, mondayOf } from "~/domain/clinic/shanghai-time";

export type SeenSolution = { id: string; providerId: string };

/** What one page shows of solutions. Kept beside the bytes of a page, so that a page from the cache counts like a drawn one. */
export type Seen = {
  /** The page is this solution's own. */
  viewed?: SeenSolution;
  /** It stands on a page of the list. */
  shown?: readonly SeenSolution[];
  /** It is among an enterprise's matches. */
  matched?: readonly SeenSolution[];
  /** What was typed to come to a list; only with its first page, so that leafing on is no second search. */
  query?: string;
};

/** A page is kept for long: it must not hold on to the listings it was drawn from. */
export function seenOf({ id, providerId }: SeenSolution): SeenSolution {
  return { id, providerId };
}

export const reachMeasures = ["views", "shown", "matches"] as const;
export type ReachMeasure = (typeof reachMeasures)[number];
export type Counts = Record<ReachMeasure, number>;

export const WEEKS_SHOWN = 13;
/** A search that reached a provider's solutions fewer times in a week is not shown: it may be one person's. */
export const LEAST_SEARCHES = 5;
export const SEARCHES_SHOWN = 20;

/** Mondays of the last thirteen weeks, the present one last. */
export function weeksUntil(now: number): string[] {
  const monday = mondayOf(dayAt(now));
  return Array.from({ length: WEEKS_SHOWN }, (_, at) => daysLater(monday, (at + 1 - WEEKS_SHOWN) * 7));
}
