/** Completions while typing: sorted keys in memory, by the words themselves, their parts, pinyin and initials. */
import { foldText } from "./fold.server";
import { fullPinyin, initialsOf } from "./pinyin.server";
import { isHan, runsOf } from "./tokens";

export type Completion<Target> = {
  text: string;
  weight: number;
  target: Target;
  /** Also typed by its sound. */ isRead: boolean;
  /** Of this text, weight and target, and no other. */ name: string;
  /** What it is typed as, when that is not its text: a code and the code without its letter. */ typedAs?: readonly string[];
};

type Key<Target> = { key: string; weight: number; of: Completion<Target> };
export type CompletionBook<Target> = readonly Key<Target>[];

/** So many characters of what is typed count: the rest of a text that begins so is shown anyway. */
export const LONGEST_TYPED = 24;
/** The beginning of a word is meant more often than its middle. */
const INNER = 0.5;
const BY_SOUND = 0.8;

/** Sorted once; looking up is a binary search and a walk over what begins alike. */
export function completionBook<Target>(completions: readonly Completion<Target>[]): CompletionBook<Target> {
  return completions.flatMap(keysOf).sort(byKey);
}

/** The book without some completions and with others: reading and sorting only those. */
export function changedBook<Target>(
  book: CompletionBook<Target>,
  gone: ReadonlySet<Completion<Target>>,
  come: readonly Completion<Target>[],
): CompletionBook<Target> {
  const added = completionBook(come);
  const changed: Key<Target>[] = [];
  let next = 0;
  for (const key of book) {
    if (gone.has(key.of)) continue;
    for (let first = added[next]; first && byKey(first, key) < 0; first = added[++next]) changed.push(first);
    changed.push(key);
  }
  return [...changed, ...added.slice(next)];
}

/** Of equal texts the heavier first: the order never depends on what was added when. */
function byKey(a: Key<unknown>, b: Key<unknown>): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return b.weight - a.weight || (a.of.name < b.of.name ? -1 : a.of.name > b.of.name ? 1 : 0);
}

/** The best completions of what was typed, heaviest first, one a target text. Nothing for nothing. */
export function complete<Target>(book: CompletionBook<Target>, typed: string, most: number): Completion<Target>[] {
  const begun = foldText(typed.slice(0, 100)).slice(0, LONGEST_TYPED);
  if (runsOf(begun).length === 0) return [];
  const best = new Map<string, Key<Target>>();
  for (let at = firstAt(book, begun); at < book.length; at++) {
    const found = book[at];
    if (!found?.key.startsWith(begun)) break;
    const known = best.get(found.of.text);
    if (!known || known.weight < found.weight) best.set(found.of.text, found);
  }
  const heavy = [...best.values()].sort(
    (a, b) => b.weight - a.weight || a.of.text.length - b.of.text.length || (a.of.text < b.of.text ? -1 : 1),
  );
  return heavy.slice(0, most).map(({ of }) => of);
}

function keysOf<Target>(of: Completion<Target>): Key<Target>[] {
  if (of.typedAs) return of.typedAs.map((typed) => ({ key: foldText(typed), weight: of.weight, of }));
  const folded = foldText(of.text);
  const keys = [{ key: folded, weight: of.weight, of }];
  for (const inner of innerBeginnings(folded)) keys.push({ key: inner, weight: of.weight * INNER, of });
  if (of.isRead && runsOf(folded).some(isHan)) {
    keys.push(
      { key: fullPinyin(folded), weight: of.weight * BY_SOUND, of },
      { key: initialsOf(folded), weight: of.weight * BY_SOUND, of },
    );
  }
  return keys.map((each) => ({ ...each, key: each.key.slice(0, LONGEST_TYPED) }));
}

/** Every later place where a word can begin: any Han character but the last, the first letter of a latin word. */
function innerBeginnings(folded: string): string[] {
  const places: string[] = [];
  for (const { index } of folded.matchAll(/\p{Script=Han}(?=\p{Script=Han})|(?<![a-z0-9])[a-z0-9]/gu)) {
    if (index > 0 && index < LONGEST_TYPED) places.push(folded.slice(index));
  }
  return places;
}

function firstAt<Target>(book: CompletionBook<Target>, begun: string): number {
  let low = 0;
  let high = book.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((book[middle]?.key ?? "") < begun) low = middle + 1;
    else high = middle;
  }
  return low;
}
