/** Where a text says words that make a moderator look twice. Works on folded texts. Client-safe. */

export type RiskyPlace<Field extends string = string> = { word: string; field: Field; sentence: string };

type Fold = (text: string) => string;

/** Each risky word of each sentence, once: the field, and the sentence as its author wrote it. `words` are folded. */
export function riskyPlaces<Field extends string>(
  fields: readonly { field: Field; text: string }[],
  words: readonly string[],
  fold: Fold,
): RiskyPlace<Field>[] {
  return fields.flatMap(({ field, text }) => {
    // Most fields say none: their sentences need not be looked at one by one.
    const said = saidIn(fold(text), words);
    if (said.length === 0) return [];
    return sentencesOf(text).flatMap((sentence) =>
      wordsIn(fold(sentence), said).map((word) => ({ word, field, sentence })),
    );
  });
}

/** Of words that contain one another the longest is said: 国家级认定, not 国家级 as well. In the order of the text. */
function wordsIn(folded: string, words: readonly string[]): string[] {
  const found = saidIn(folded, words);
  const solid = tight(folded);
  return found
    .filter((word) => !found.some((other) => other !== word && tight(other).includes(tight(word))))
    .sort((a, b) => solid.indexOf(tight(a)) - solid.indexOf(tight(b)));
}

function saidIn(folded: string, words: readonly string[]): string[] {
  const solid = tight(folded);
  return words.filter((word) => (isLatin(word) ? saysLatin(folded, word) : solid.includes(tight(word))));
}

/** Blanks and dots between characters hide no word: 最 · 好. */
const NOT_SAID = /[\s·•・.,，_*-]/g;

function tight(word: string): string {
  return word.replace(NOT_SAID, "");
}

function isLatin(word: string): boolean {
  return /^[\x20-\x7e]+$/.test(word) && /[a-z]/.test(word);
}

/** A Latin word stands alone: best, not bestow. */
function saysLatin(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    const [before, after] = [folded[at - 1] ?? " ", folded[at + word.length] ?? " "];
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return true;
  }
  return false;
}

const LONGEST_SENTENCE = 160;

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？；!?;\n])/).flatMap((part) => {
    const sentence = part.trim();
    return sentence === "" ? [] : piecesOf(sentence);
  });
}

/** A text without full stops is cut, with an overlap in which every word fits. */
function piecesOf(sentence: string): string[] {
  if (sentence.length <= LONGEST_SENTENCE) return [sentence];
  const step = LONGEST_SENTENCE - LONGEST_WORD;
  return Array.from({ length: Math.ceil(sentence.length / step) }, (_, at) =>
    sentence.slice(at * step, at * step + LONGEST_SENTENCE),
  );
}

/** Longer words are not taken. */
export const LONGEST_WORD = 40;

/** The sentence in pieces, those that are one of the words as it is listed marked. A word that only the folded text says marks nothing. */
export function piecesMarked(sentence: string, words: readonly string[]): { text: string; isRisky: boolean }[] {
  const low = sentence.toLowerCase();
  const pieces: { text: string; isRisky: boolean }[] = [];
  let from = 0;
  for (let at = 0; at < sentence.length;) {
    const word = words.find((each) => low.startsWith(each, at));
    if (word === undefined) {
      at += 1;
      continue;
    }
    if (at > from) pieces.push({ text: sentence.slice(from, at), isRisky: false });
    from = at + word.length;
    pieces.push({ text: sentence.slice(at, from), isRisky: true });
    at = from;
  }
  if (from < sentence.length) pieces.push({ text: sentence.slice(from), isRisky: false });
  return pieces;
}
