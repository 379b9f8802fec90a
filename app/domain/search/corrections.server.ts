/** What was probably meant: pinyin, homophones, a wrong character, swapped letters. Tried only on words the index lacks. */
import { lettersHeard, soundOf, spells } from "./pinyin.server";
import { isHan } from "./tokens";
import type { Words } from "./words.server";

export type Correction = { from: string; to: string };

const LONGEST_WORD = 6;
const SHORTEST_LETTERS = 3;
/** Nobody types a longer run of pinyin, and trying to cut it costs more with every letter. */
const LONGEST_LETTERS = 24;

/** The words meant by letters that no listing contains, or null: pinyin first, then a typing error. `books` by weight. */
export function meantByLetters(run: string, books: readonly Words[]): string | null {
  if (run.length < SHORTEST_LETTERS || run.length > LONGEST_LETTERS) return null;
  return readAsPinyin(run, books) ?? nearWord(run, books) ?? readInTwo(run, books);
}

/** The word spelt by pinyin, initials, sounds that are often confused, or syllables and initials mixed. */
export function readAsPinyin(run: string, books: readonly Words[]): string | null {
  return (
    first(books, ({ byPinyin }) => byPinyin.get(run)) ??
    first(books, ({ byLetters }) => byLetters.get(lettersHeard(run))) ??
    first(books, ({ byFirst }) => byFirst.get(run.charAt(0))?.find(({ syllables }) => isMixed(run, syllables))?.word)
  );
}

/** Mostly initials would be read as almost anything. */
function isMixed(run: string, syllables: readonly string[]): boolean {
  return syllables.length >= 2 && run.length > syllables.length && spells(run, syllables);
}

/** What anything may be called: nyglxt is 能源管理 and 系统. */
const TAILS = new Map(
  [
    ["xt", "xitong", "系统"],
    ["pt", "pingtai", "平台"],
    ["rj", "ruanjian", "软件"],
  ].flatMap(([initials = "", full = "", word = ""]) => [
    [initials, word],
    [full, word],
  ]),
);

function readInTwo(run: string, books: readonly Words[]): string | null {
  for (let cut = run.length - 2; cut >= 2; cut--) {
    const [start, end] = [run.slice(0, cut), run.slice(cut)];
    const head = first(books, ({ byPinyin }) => byPinyin.get(start));
    const tail = head && (first(books, ({ byPinyin }) => byPinyin.get(end)) ?? TAILS.get(end));
    if (head && tail) return head + tail;
  }
  return null;
}

function nearWord(run: string, books: readonly Words[]): string | null {
  const inflected = formsOf(run);
  return (
    first(books, ({ latin }) => inflected.find((form) => latin.has(form))) ??
    first(books, ({ latin }) =>
      [...latin]
        .filter((word) => isNear(run, word))
        .sort((a, b) => Math.abs(a.length - run.length) - Math.abs(b.length - run.length) || (a < b ? -1 : 1))
        .at(0),
    )
  );
}

const ENDINGS = [
  ["ies", "y"],
  ["es", ""],
  ["s", ""],
  ["ing", ""],
  ["ing", "e"],
  ["ed", ""],
  ["ed", "e"],
] as const;
const SHORTEST_STEM = 3;

/** Other forms of an English word: deliveries, delivery; dealer, dealers; planning, plan. */
function formsOf(word: string): string[] {
  const shorter = ENDINGS.filter(([ending]) => word.endsWith(ending)).map(
    ([ending, instead]) => word.slice(0, -ending.length) + instead,
  );
  const longer = ENDINGS.filter(([, instead]) => word.endsWith(instead)).map(
    ([ending, instead]) => word.slice(0, word.length - instead.length) + ending,
  );
  return [...shorter, ...longer].filter((form) => form.length >= SHORTEST_STEM);
}

/** The Han run with one part replaced by a word that sounds the same, else by one that looks the same, or null. */
export function meantByHan(
  run: string,
  books: readonly Words[],
  isUnknown: (pair: string) => boolean,
): Correction | null {
  const isMistyped = (at: number) => (word: string, part: string) =>
    word !== part && sharesEnough(word, part) && isOnlyUnknownChanged(run, at, word, isUnknown);
  return (
    replaced(run, isUnknown, (part, at) => {
      const alike = first(books, ({ bySound }) => bySound.get(soundOf(part)));
      return alike !== null && isMistyped(at)(alike, part) ? alike : null;
    }) ?? replaced(run, isUnknown, (part, at) => oneOff(part, books, (word) => isMistyped(at)(word, part)))
  );
}

/** The longest suspect part that `meantBy` knows a word for. */
function replaced(
  run: string,
  isUnknown: (pair: string) => boolean,
  meantBy: (part: string, at: number) => string | null,
): Correction | null {
  for (let length = Math.min(LONGEST_WORD, run.length); length >= 2; length--) {
    for (let at = 0; at + length <= run.length; at++) {
      const part = run.slice(at, at + length);
      const word = pairsOf(part).some(isUnknown) ? meantBy(part, at) : null;
      if (word) return { from: part, to: word };
    }
  }
  return null;
}

/** 延误 sounds like 烟雾 and is another word: at least one character of a pair is right. */
function sharesEnough(word: string, part: string): boolean {
  return word.length > 2 || [...word].some((letter, at) => letter === part.charAt(at));
}

/** A character is mistyped only where both its pairs are in no listing: 绩效管理 is not 能效管理. */
function isOnlyUnknownChanged(run: string, from: number, word: string, isUnknown: (pair: string) => boolean): boolean {
  return [...word].every((letter, place) => {
    const at = from + place;
    const around = [run.slice(Math.max(0, at - 1), at + 1), run.slice(at, at + 2)].filter((pair) => pair.length === 2);
    return letter === run.charAt(at) || around.every(isUnknown);
  });
}

function first<Found>(books: readonly Words[], look: (words: Words) => Found | undefined): Found | null {
  for (const words of books) {
    const found = look(words);
    if (found !== undefined) return found;
  }
  return null;
}

function pairsOf(part: string): string[] {
  return [...part].slice(1).map((letter, index) => part.charAt(index) + letter);
}

/** A word of four characters or more that differs in one. */
function oneOff(part: string, books: readonly Words[], fits: (word: string) => boolean): string | null {
  if (part.length < 4 || !isHan(part)) return null;
  return first(books, ({ byLength }) =>
    byLength
      .get(part.length)
      ?.find((word) => [...word].filter((letter, index) => letter !== part.charAt(index)).length === 1 && fits(word)),
  );
}

/**
 * One letter added, missing, wrong or swapped with its neighbour. Words of three or four letters only swapped or with a letter
 * doubled: rate is not late, plan not plant.
 */
export function isNear(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || b.length < 3) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  const isSwapped =
    restA.length >= 2 &&
    restA.charAt(0) === restB.charAt(1) &&
    restA.charAt(1) === restB.charAt(0) &&
    restA.slice(2) === restB.slice(2);
  const isDoubled = restA.slice(1) === restB && a.charAt(start) === a.charAt(start - 1);
  if (isSwapped || isDoubled) return true;
  if (Math.min(a.length, b.length) < 5) return false;
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
