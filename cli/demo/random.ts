/** Chance that comes out the same every time: one generator per step, so that a richer step leaves the others as they were. */
export type Random = {
  /** [0, 1) */
  next(): number;
  /** A whole number from min to max, both included. */
  whole(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Up to `count` different items in random order. */
  some<T>(list: readonly T[], count: number): T[];
  weighted<T>(list: readonly (readonly [T, number])[]): T;
};

const SEED = "shuzhen-2025";

export function randomFor(step: string): Random {
  const next = mulberry32(hash(`${SEED}/${step}`));
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => itemAt(list, whole(0, list.length - 1)),
    some: (list, count) => shuffled(list, next).slice(0, count),
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of list) if ((left -= weight) < 0) return item;
      return itemAt(list, list.length - 1)[0];
    },
  };
}

/** An item that must be there. */
export function itemAt<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`the demonstration world has nothing at ${index} of ${list.length}`);
  return item;
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const items = [...list];
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const kept = itemAt(items, last);
    items[last] = itemAt(items, other);
    items[other] = kept;
  }
  return items;
}

/** Tommy Ettinger's mulberry32 (public domain): 32 bits of state are plenty for made-up data. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
