/**
 * Words that listings use and no dictionary has, read from the index itself: letters as pinyin (weifei → 危废), and a character
 * mistaken for one that sounds alike (批纪录 → 批记录). Asked only for words the index lacks.
 */
import type { Reader } from "#db/store.server";
import type { Lexicon } from "./lexicon.server";
import { readingsOf, soundOf } from "./pinyin.server";
import { isHan, runsOf, tokensOf } from "./tokens";
import { bookOf, type Words } from "./words.server";

type Frequencies = (db: Reader, tokens: readonly string[]) => Promise<ReadonlyMap<string, number>>;

const [FEWEST_SYLLABLES, MOST_SYLLABLES] = [2, 5];
const LONGEST_LETTERS = 24;
/** Syllables of all words of a query that are typed apart. */
const MOST_TOGETHER = 10;
const MOST_CUTS = 4;
/** Pairs that one reading of a word is looked for with: more are no word, but noise. */
const MOST_PAIRS = 1_000;
/** Words of a query that are read so: nobody types more of them. */
const MOST_RUNS = 3;
/** The last of so many listings use what all of them use. */
const MOST_EXAMPLES = 20_000;
const [FIRST_HAN, LAST_HAN] = ["\u4e00", "\u9fff"];

/** Characters in use, by a syllable and by a sound that may be confused with others. */
type Characters = {
  bySyllable: ReadonlyMap<string, readonly string[]>;
  bySound: ReadonlyMap<string, readonly string[]>;
  /** Pairs that stand in titles. */
  inTitles: ReadonlySet<string>;
};

const kept = new WeakMap<Words, Characters>();

/** A book of what the unknown words of a query may be; the words of the query are folded. */
export async function bookFromIndex(
  db: Reader,
  unknown: Unknown,
  words: Words,
  lexicon: Lexicon,
  frequencies: Frequencies,
): Promise<Words> {
  const characters = charactersOf(words, lexicon);
  const book = bookOf([]);
  for (const run of unknown.runs) {
    const word = await spelt(db, run, characters, frequencies);
    if (word) book.byPinyin.set(run, word);
  }
  const together = await speltTogether(db, unknown.phrase, characters, frequencies);
  if (together) book.byPinyin.set(unknown.phrase.join(""), together);
  const doubts = unknown.han.flatMap((run) => doubtsIn(run, unknown.isUnknown, characters));
  const often = await frequencies(db, doubts.flatMap(({ pairs }) => pairs).slice(0, MOST_PAIRS));
  for (const { part, meant } of doubts) {
    const word = likeliestOf(meant, often, characters);
    if (word) book.bySound.set(soundOf(part), word);
  }
  return book;
}

/** The most usual word the letters spell, each pair of its characters known to the index. */
async function spelt(db: Reader, run: string, { bySyllable }: Characters, frequencies: Frequencies) {
  const cuts = run.length > LONGEST_LETTERS ? [] : cutsOf(run, bySyllable, FEWEST_SYLLABLES).slice(0, MOST_CUTS);
  let best: { word: string; often: number } | null = null;
  for (const syllables of cuts) {
    const letters = syllables.map((syllable) => bySyllable.get(syllable) ?? []);
    const pairs = letters.slice(1).flatMap((after, at) => pairsOf(letters[at] ?? [], after));
    if (pairs.length > MOST_PAIRS) continue;
    const word = likeliest(letters, await frequencies(db, pairs));
    if (word && (!best || word.often > best.often)) best = word;
  }
  return best?.word ?? null;
}

/**
 * Syllables typed apart (yao chang pi ji lu) as the fewest words whose pairs the index knows, with spaces between them; null when
 * the letters spell nothing, or not all of them belong to a word.
 */
async function speltTogether(
  db: Reader,
  runs: readonly string[],
  { bySyllable }: Characters,
  frequencies: Frequencies,
) {
  const syllables = runs.map((run) => cutsOf(run, bySyllable, 1)[0] ?? []);
  const letters = syllables.flat().map((syllable) => bySyllable.get(syllable) ?? []);
  if (syllables.some(({ length }) => length === 0) || letters.length > MOST_TOGETHER) return null;
  const pairs = letters.slice(1).map((after, at) => pairsOf(letters[at] ?? [], after));
  if (pairs.some(({ length }) => length > MOST_PAIRS)) return null;
  const often = await frequencies(db, pairs.flat());
  type Way = { words: string[]; often: number };
  const ways: (Way | null)[] = [{ words: [], often: Infinity }];
  for (let end = 1; end <= letters.length; end++) {
    let best: Way | null = null;
    for (let start = Math.max(0, end - MOST_SYLLABLES); start <= end - FEWEST_SYLLABLES; start++) {
      const before = ways[start];
      const word = before && likeliest(letters.slice(start, end), often);
      if (!before || !word) continue;
      const way = { words: [...before.words, word.word], often: Math.min(before.often, word.often) };
      const isBetter = !best || way.words.length < best.words.length;
      if (isBetter || (best?.words.length === way.words.length && way.often > best.often)) best = way;
    }
    ways.push(best);
  }
  return ways[letters.length]?.words.join(" ") || null;
}

/** The letters as syllables in use, in every way; fewer syllables first. */
function cutsOf(run: string, bySyllable: ReadonlyMap<string, unknown>, fewest: number): string[][] {
  const cuts: string[][] = [];
  const cut = (at: number, syllables: readonly string[]) => {
    if (at === run.length && syllables.length >= fewest) cuts.push([...syllables]);
    if (syllables.length === MOST_SYLLABLES) return;
    for (let end = Math.min(run.length, at + 6); end > at; end--) {
      const syllable = run.slice(at, end);
      if (bySyllable.has(syllable)) cut(end, [...syllables, syllable]);
    }
  };
  cut(0, []);
  return cuts.sort((a, b) => a.length - b.length);
}

function pairsOf(before: readonly string[], after: readonly string[]): string[] {
  return before.flatMap((first) => after.map((second) => first + second));
}

/** The way through the characters whose rarest pair is the most frequent. */
function likeliest(letters: readonly (readonly string[])[], often: ReadonlyMap<string, number>) {
  let ways = new Map((letters[0] ?? []).map((letter) => [letter, { word: letter, often: Infinity }]));
  for (const after of letters.slice(1)) {
    const next: typeof ways = new Map();
    for (const letter of after) {
      for (const [before, way] of ways) {
        const least = Math.min(way.often, often.get(before + letter) ?? 0);
        if (least > (next.get(letter)?.often ?? 0)) next.set(letter, { word: way.word + letter, often: least });
      }
    }
    ways = next;
  }
  return [...ways.values()].reduce<{ word: string; often: number } | null>(
    (best, way) => (best && best.often >= way.often ? best : way),
    null,
  );
}

/** A character all of whose pairs are unknown, with those beside it; what may be meant, and the pairs that says. */
type Doubt = { part: string; meant: string[]; pairs: string[] };

function doubtsIn(run: string, isUnknown: (pair: string) => boolean, { bySound }: Characters): Doubt[] {
  const letters = [...run];
  return letters.flatMap((letter, at) => {
    const [before = "", after = ""] = [letters[at - 1], letters[at + 1]];
    const part = before + letter + after;
    if (before + after === "" || !tokensOf(part).every(isUnknown)) return [];
    const alike = (bySound.get(soundOf(letter)) ?? []).filter((other) => other !== letter);
    const meant = alike.map((other) => before + other + after);
    return [{ part, meant, pairs: meant.flatMap(tokensOf) }];
  });
}

/** The one whose rarest pair is the most usual; one of its pairs must stand in a title, which are made of words. */
function likeliestOf(meant: readonly string[], often: ReadonlyMap<string, number>, { inTitles }: Characters) {
  const known = meant
    .filter((word) => tokensOf(word).some((pair) => inTitles.has(pair)))
    .map((word) => ({ word, least: Math.min(...tokensOf(word).map((pair) => often.get(pair) ?? 0)) }))
    .filter(({ least }) => least > 0);
  return known.sort((a, b) => b.least - a.least || (a.word < b.word ? -1 : 1))[0]?.word ?? null;
}

/** Of titles, summaries and the dictionary: what stands in none of them is hardly ever typed. */
function charactersOf(words: Words, lexicon: Lexicon): Characters {
  const known = kept.get(words);
  if (known) return known;
  const [used, inTitles] = [new Set<string>(), new Set<string>()];
  const take = (text: string) => {
    for (const letter of text) if (letter >= FIRST_HAN && letter <= LAST_HAN) used.add(letter);
  };
  for (const { title, summary } of words.examples.slice(-MOST_EXAMPLES)) {
    take(title);
    take(summary);
    for (const pair of tokensOf(title)) inTitles.add(pair);
  }
  for (const { surface } of lexicon.terms) take(surface);
  const [bySyllable, bySound] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const letter of used) {
    for (const syllable of readingsOf(letter)) push(bySyllable, syllable, letter);
    push(bySound, soundOf(letter), letter);
  }
  const characters = { bySyllable, bySound, inTitles };
  kept.set(words, characters);
  return characters;
}

function push(map: Map<string, string[]>, key: string, letter: string): void {
  const letters = map.get(key);
  if (letters) letters.push(letter);
  else map.set(key, [letter]);
}

type Unknown = {
  runs: readonly string[];
  /** All words of a query that is several words of latin letters; else none. */
  phrase: readonly string[];
  han: readonly string[];
  isUnknown: (token: string) => boolean;
};

/** What of the words of a query is to be looked for here, beside what the books read as it is typed; null: nothing. */
export function unknownOf(
  texts: readonly string[],
  books: readonly Words[],
  isUnknown: (token: string) => boolean,
): Unknown | null {
  const runs = texts.flatMap(runsOf);
  const isToBeRead = (run: string) => /^[a-z]{4,}$/.test(run) && !books.some(({ byPinyin }) => byPinyin.has(run));
  const letters = runs.filter((run) => isToBeRead(run) && isUnknown(run)).slice(0, MOST_RUNS);
  const han = runs.filter((run) => isHan(run) && tokensOf(run).some((pair) => pair.length > 1 && isUnknown(pair)));
  const isPhrase = runs.length > 1 && runs.every((run) => /^[a-z]+$/.test(run)) && runs.some(isUnknown);
  const phrase = isPhrase && runs.join("").length <= LONGEST_LETTERS ? runs : [];
  const isNothing = letters.length + phrase.length + han.length === 0;
  return isNothing ? null : { runs: letters, phrase, han, isUnknown };
}
