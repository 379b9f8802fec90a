/** Where a page begins: a place in the list, the item before it, and a seal that ties both to one query. */
import { hash } from "node:crypto";

type Place = { at: number; before: string };

/** An opaque cursor for the page that begins at `at`, right after the item `before`. */
export function cursorOf({ at, before }: Place, query: string): string {
  const text = `${at}|${before}`;
  return Buffer.from(`${text}|${sealOf(text, query)}`).toString("base64url");
}

/** Null for anything that cursorOf did not make for this query. */
export function readCursor(cursor: string, query: string): Place | null {
  if (!/^[\w-]{8,200}$/.test(cursor)) return null;
  const [at, before, seal] = Buffer.from(cursor, "base64url").toString("utf8").split("|");
  if (at === undefined || before === undefined || seal !== sealOf(`${at}|${before}`, query)) return null;
  return { at: Number(at), before };
}

/**
 * Where the page begins now. When items came or went since the cursor was made, right after the item it follows; when that
 * one is gone, at the same place.
 */
export function startOf<Item>(items: readonly Item[], { at, before }: Place, keyOf: (item: Item) => string): number {
  const last = items[at - 1];
  if (last !== undefined && keyOf(last) === before) return at;
  const found = items.findIndex((item) => keyOf(item) === before);
  return found >= 0 ? found + 1 : Math.min(at, items.length);
}

/**
 * The cursors of the pages after and before the one of `per` items that begins at `start`; null where there is none.
 * `items` may be only the beginning of a list of `total`, as long as the page is in it.
 */
export function neighboursOf<Item>(
  items: readonly Item[],
  start: number,
  per: number,
  query: string,
  keyOf: (item: Item) => string,
  total = items.length,
) {
  const cursorAt = (at: number) => {
    const before = items[at - 1];
    return before === undefined ? null : cursorOf({ at, before: keyOf(before) }, query);
  };
  const next = start + per < total ? cursorAt(start + per) : null;
  return { next, previous: start > per ? cursorAt(start - per) : null };
}

function sealOf(text: string, query: string): string {
  return hash("sha256", `${text}\n${query}`, "base64url").slice(0, 11);
}
