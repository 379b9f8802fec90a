/** What a list has lost and gained since it was counted, so that a change of the catalogue costs only what changed. */

export type Difference<Item> = { gone: Item[]; come: Item[] };

/** Equal items are told apart by how often they stand in either list. */
export function differenceOf<Item>(before: readonly Item[], after: readonly Item[]): Difference<Item> {
  const left = new Map<Item, number>();
  for (const item of before) left.set(item, (left.get(item) ?? 0) + 1);
  const come: Item[] = [];
  for (const item of after) {
    const known = left.get(item) ?? 0;
    if (known === 0) come.push(item);
    else if (known === 1) left.delete(item);
    else left.set(item, known - 1);
  }
  return { gone: [...left].flatMap(([item, times]) => Array.from({ length: times }, () => item)), come };
}

/** Adds to a count; nothing is kept of what is no longer there. */
export function addTo<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
