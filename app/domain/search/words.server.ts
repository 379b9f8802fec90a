/**
 * The words a catalogue is written in, to understand queries typed in pinyin or with a typing error: the dictionary's own,
 * and those that listings use often enough.
 */
import { addTo, differenceOf } from "./difference";
import { foldText } from "./fold.server";
import { fullPinyin, initialsOf, lettersHeard, soundOf, syllablesOf } from "./pinyin.server";
import { isHan, runsOf } from "./tokens";

export type Read = { word: string; syllables: readonly string[] };

export type Words = {
  /** Full pinyin, and initials of three letters or more, to the word. */
  byPinyin: Map<string, string>;
  /** Full pinyin as people who confuse sounds type it, to the word. */
  byLetters: Map<string, string>;
  /** Sound to the word. */
  bySound: Map<string, string>;
  /** Words by the first letter of their pinyin, to read syllables and initials mixed. */
  byFirst: Map<string, Read[]>;
  /** Han words by length, for one wrong character. */
  byLength: Map<number, string[]>;
  latin: Set<string>;
  /** Listings with what they are declared to be for, to learn from. */
  examples: readonly Example[];
};

/** A listing's words, and the scenarios its provider declared. */
export type Example = { title: string; summary: string; scenarios: readonly string[] };

const MINED_OFTEN = 3;
const LONGEST_MINED = 6;
const LONGEST_READ = 12;
/** A phrase that nearly always stands inside one longer phrase is a stub of it: 设备联 of 设备联网. */
const STUB_SHARE = 0.8;

/**
 * `named` are words as they are (keywords, names of scenarios); `titles` are mined for phrases that three or more share;
 * `examples` are kept to learn from when a query asks for it.
 */
export function wordsOf(named: readonly string[], titles: readonly string[], examples: readonly Example[] = []): Words {
  const [names, texts] = [named.map(foldText), titles.map(foldText)];
  const { whole, stubs } = minedPhrases(texts);
  const words = bookOf([...names, ...whole]);
  // Typed in full, a stub is still what was meant: nenghao of 能耗在线监测.
  for (const stub of stubs) addSounds(words, stub);
  for (const text of texts) addLatin(words, text);
  return { ...words, examples };
}

/** Folded words in the order of their weight: the first wins a sound or a spelling. */
export function bookOf(surfaces: readonly string[]): Words {
  const words: Words = {
    byPinyin: new Map(),
    byLetters: new Map(),
    bySound: new Map(),
    byFirst: new Map(),
    byLength: new Map(),
    latin: new Set(),
    examples: [],
  };
  for (const run of new Set(surfaces.flatMap(runsOf))) addHan(words, run);
  for (const surface of surfaces) addLatin(words, surface);
  return words;
}

function addHan(words: Words, run: string): void {
  if (!isHan(run) || run.length < 2 || run.length > LONGEST_READ) return;
  const syllables = syllablesOf(run);
  push(words.byLength, run.length, run);
  push(words.byFirst, fullPinyin(run).charAt(0), { word: run, syllables });
  addSounds(words, run);
  if (run.length >= 3) keepFirst(words.byPinyin, initialsOf(run), run);
}

function addSounds(words: Words, run: string): void {
  const letters = fullPinyin(run);
  keepFirst(words.byPinyin, letters, run);
  keepFirst(words.byLetters, lettersHeard(letters), run);
  keepFirst(words.bySound, soundOf(run), run);
}

function addLatin(words: Words, folded: string): void {
  for (const run of runsOf(folded)) if (/^[a-z]{3,}/.test(run)) words.latin.add(run);
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}

function keepFirst(map: Map<string, string>, key: string, word: string): void {
  if (!map.has(key)) map.set(key, word);
}

type Counted = { titles: readonly string[]; counts: Map<string, number> };

/** Of the titles counted last: of a thousand the next catalogue shares all but a few. */
let lastCounted: Counted = { titles: [], counts: new Map() };

/** In how many places of the titles each phrase of two to six characters stands. */
function phraseCounts(titles: readonly string[]): Map<string, number> {
  const { gone, come } = differenceOf(lastCounted.titles, titles);
  const isOther = gone.length + come.length > titles.length;
  const counts = isOther ? new Map<string, number>() : lastCounted.counts;
  if (!isOther) for (const title of gone) countPhrases(counts, title, -1);
  for (const title of isOther ? titles : come) countPhrases(counts, title, 1);
  lastCounted = { titles, counts };
  return counts;
}

function countPhrases(counts: Map<string, number>, title: string, by: number): void {
  for (const run of runsOf(title).filter(isHan)) {
    for (let length = 2; length <= LONGEST_MINED; length++) {
      for (let at = 0; at + length <= run.length; at++) addTo(counts, run.slice(at, at + length), by);
    }
  }
}

function minedPhrases(titles: readonly string[]): { whole: string[]; stubs: string[] } {
  const counts = phraseCounts(titles);
  const often = [...counts].filter(([, count]) => count >= MINED_OFTEN);
  const stubs = new Set(
    often.flatMap(([phrase, count]) =>
      [phrase.slice(1), phrase.slice(0, -1)].filter((part) => count >= STUB_SHARE * (counts.get(part) ?? 0)),
    ),
  );
  const sorted = often.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([phrase]) => phrase);
  return { whole: sorted.filter((phrase) => !stubs.has(phrase)), stubs: sorted.filter((phrase) => stubs.has(phrase)) };
}
