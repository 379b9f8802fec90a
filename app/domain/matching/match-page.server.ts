/** The visitor's matches, page by page. */
import type { Reader } from "#db/store.server";
import { neighboursOf, readCursor, startOf } from "~/domain/catalogue/cursor.server";
import { beginningOf, type IgnoredValue } from "~/domain/catalogue/listing-query";
import { quickMatch } from "./matches.server";
import type { QuickQuery } from "./quick-match-form";
import type { Match } from "./score";

const PER = 20;
/** So many matches may come or go while somebody turns the pages without one being told twice. */
const MARGIN = 100;
/** Nobody turns so far; a cursor can be made up, and everything before it is put in order. */
const MOST_TURNED = 10_000;
const LONGEST_SHOWN = 60;

/**
 * A page of quickMatch with the cursors around it; `from` counts the matches before it. Near misses stand on the first page only.
 * Equal scores change places from day to day, so a cursor is of one query on one day: another's, or a forged one, is left out and
 * named, and the list begins at its start.
 */
export async function quickMatchPage(
  db: Reader,
  query: QuickQuery,
  { after, day }: { after: string | null; day: string },
) {
  const key = JSON.stringify([query, day]);
  const place = after === null ? null : readCursor(after, key);
  const limit = Math.min(Math.max(0, place?.at ?? 0), MOST_TURNED) + PER + MARGIN;
  const { matches, nearMisses, total, basis } = await quickMatch(db, query, { limit, day });
  const from = place ? startOf(matches, place, slugOf) : 0;
  return {
    total,
    basis,
    from,
    matches: matches.slice(from, from + PER),
    nearMisses: from === 0 ? nearMisses : [],
    ...neighboursOf(matches, from, PER, key, slugOf, total),
    isPastEnd: place !== null && from >= matches.length,
    ignored: place ? [] : ignoredCursor(after),
  };
}

/** What is said of a cursor that leads nowhere. */
export function ignoredCursor(after: string | null): IgnoredValue[] {
  return after === null ? [] : [{ name: "after", value: beginningOf(after, LONGEST_SHOWN) }];
}

function slugOf({ solution }: Match): string {
  return solution.slug;
}
