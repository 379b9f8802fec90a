/**
 * The words a catalogue is written in, to understand queries typed in pinyin or with a typing error: the dictionary's own,
 * and those that listings use often enough.
 */
import { foldText } from "./fold.server";
import { isReadable, lexiconTerms } from "./lexicon.server";
import { fullPinyin, initialsOf, soundOf } from "./pinyin.server";
import { isHan, runsOf } from "./tokens";

export type Words = {
  /** Full pinyin, and initials of three letters or more, to the word. */
  byPinyin: Map<string, string>;
  /** Sound to the word. */
  bySound: Map<string, string>;
  /** Han words by length, for one wrong character. */
  byLength: Map<number, string[]>;
  latin: Set<string>;
};

const MINED_OFTEN = 3;
const LONGEST_MINED = 6;
/** A phrase that nearly always stands inside one longer phrase is a stub of it: 设备联 of 设备联网. */
const STUB_SHARE = 0.8;

/** `named` are words as they are (keywords, names of scenarios); `titles` are mined for phrases that three or more share. */
export function wordsOf(named: readonly string[], titles: readonly string[]): Words {
  const words: Words = { byPinyin: new Map(), bySound: new Map(), byLength: new Map(), latin: new Set() };
  const surfaces = [
    ...lexiconTerms()
      .filter(isReadable)
      .map(({ surface }) => surface),
    ...named.map(foldText),
  ];
  for (const run of [...surfaces.flatMap(runsOf), ...minedPhrases(titles.map(foldText))]) addHan(words, run);
  for (const term of lexiconTerms()) if (term.meaning.kind !== "empty") addLatin(words, term.surface);
  for (const text of [...named, ...titles]) addLatin(words, foldText(text));
  return words;
}

/** The first word wins a sound or a spelling: dictionary, then keywords, then mined phrases by how often they occur. */
function addHan(words: Words, run: string): void {
  if (!isHan(run) || run.length < 2 || run.length > 12) return;
  const alike = words.byLength.get(run.length);
  if (alike) alike.push(run);
  else words.byLength.set(run.length, [run]);
  keepFirst(words.byPinyin, fullPinyin(run), run);
  keepFirst(words.bySound, soundOf(run), run);
  if (run.length >= 3) keepFirst(words.byPinyin, initialsOf(run), run);
}

function addLatin(words: Words, folded: string): void {
  for (const run of runsOf(folded)) if (/^[a-z]{3,}/.test(run)) words.latin.add(run);
}

function keepFirst(map: Map<string, string>, key: string, word: string): void {
  if (!map.has(key)) map.set(key, word);
}

function minedPhrases(titles: string[]): string[] {
  const counts = new Map<string, number>();
  for (const run of titles.flatMap(runsOf).filter(isHan)) {
    for (let length = 2; length <= LONGEST_MINED; length++) {
      for (let at = 0; at + length <= run.length; at++) {
        const phrase = run.slice(at, at + length);
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    }
  }
  const often = [...counts].filter(([, count]) => count >= MINED_OFTEN);
  const stubs = new Set(
    often.flatMap(([phrase, count]) =>
      [phrase.slice(1), phrase.slice(0, -1)].filter((part) => count >= STUB_SHARE * (counts.get(part) ?? 0)),
    ),
  );
  return often
    .filter(([phrase]) => !stubs.has(phrase))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([phrase]) => phrase);
}
