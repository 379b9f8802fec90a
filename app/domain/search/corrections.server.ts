/** What was probably meant: pinyin, homophones, a wrong character, swapped letters. Tried only on words the index lacks. */
import { soundOf } from "./pinyin.server";
import { isHan } from "./tokens";
import type { Words } from "./words.server";

export type Correction = { from: string; to: string };

const LONGEST_WORD = 6;

/** The word meant by a latin run that no listing contains, or null. */
export function meantByLetters(run: string, words: Words): string | null {
  if (run.length < 3) return null;
  const read = words.byPinyin.get(run);
  if (read) return read;
  const near = [...words.latin]
    .filter((word) => isNear(run, word))
    .sort((a, b) => Math.abs(a.length - run.length) - Math.abs(b.length - run.length) || (a < b ? -1 : 1));
  return near[0] ?? null;
}

/** The Han run with one part replaced by a word that sounds or looks the same, or null. */
export function meantByHan(run: string, words: Words, isUnknown: (pair: string) => boolean): Correction | null {
  for (let length = Math.min(LONGEST_WORD, run.length); length >= 2; length--) {
    for (let at = 0; at + length <= run.length; at++) {
      const part = run.slice(at, at + length);
      if (!pairsOf(part).some(isUnknown)) continue;
      const word = words.bySound.get(soundOf(part)) ?? oneOff(part, words);
      if (word && word !== part) return { from: part, to: word };
    }
  }
  return null;
}

function pairsOf(part: string): string[] {
  return [...part].slice(1).map((letter, index) => part.charAt(index) + letter);
}

/** A word of four characters or more that differs in one. */
function oneOff(part: string, words: Words): string | undefined {
  if (part.length < 4 || !isHan(part)) return undefined;
  return words.byLength
    .get(part.length)
    ?.find((word) => [...word].filter((letter, index) => letter !== part.charAt(index)).length === 1);
}

/** One letter added, missing, wrong or swapped with its neighbour; three-letter words only swapped. */
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
  if (isSwapped) return true;
  if (Math.min(a.length, b.length) < 4) return false;
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
