/** Pieces of text with the words that were searched for: found as the index finds them, shown as they were written. */

export type Segment = { text: string; isHit: boolean };

/** How words are folded for comparison; given, because the folding itself never reaches the browser. */
export type Fold = (text: string) => string;

/** Where one sentence stands, and which of the terms it says. */
type Sentence = { start: number; end: number; hits: Hit[]; said: number };
type Hit = { start: number; end: number; term: string };

const ELLIPSIS = "…";
/** Shown before the first hit of a sentence that is too long to be shown whole. */
const LEAD = 12;
const SENTENCE = /[^。！？!?；;\n]*[。！？!?；;\n]?/gu;
const WORD = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** All of a text, the parts that say one of the terms apart. `terms` are folded; a latin term is found as a whole word only. */
export function markedIn(text: string, terms: readonly string[], fold: Fold): Segment[] {
  return segmentsOf(text, 0, text.length, hitsIn(text, terms, fold));
}

/**
 * The best piece of a text, at most about `length` characters: the sentence that says most of the terms and what follows it.
 * Without any hit, the beginning. Cut ends are marked with an ellipsis.
 */
export function snippetOf(text: string, terms: readonly string[], length: number, fold: Fold): Segment[] {
  const whole = text.trim();
  const sentences = sentencesOf(whole, hitsIn(whole, terms, fold));
  const best = sentences.reduce<Sentence | null>((kept, each) => (each.said > (kept?.said ?? 0) ? each : kept), null);
  const start = whole.length <= length || !best ? 0 : startIn(best, length);
  const end = endIn(whole, sentences, start + length);
  const hits = sentences.flatMap((sentence) => sentence.hits);
  return [
    ...(best && start > best.start ? [{ text: ELLIPSIS, isHit: false }] : []),
    ...segmentsOf(whole, start, end, hits),
    ...(end < whole.length && !endsSentence(whole, end) ? [{ text: ELLIPSIS, isHit: false }] : []),
  ];
}

/** How many different terms a piece says: what one piece is better than another by. */
export function saidIn(text: string, terms: readonly string[], fold: Fold): number {
  return new Set(hitsIn(text, terms, fold).map(({ term }) => term)).size;
}

function startIn(best: Sentence, length: number): number {
  if (best.end - best.start <= length) return best.start;
  return Math.max(best.start, (best.hits[0]?.start ?? best.start) - LEAD);
}

/** Whole sentences as long as they fit; a single one that is too long is cut, but never inside a letter. */
function endIn(text: string, sentences: readonly Sentence[], limit: number): number {
  if (text.length <= limit) return text.length;
  const cut = /[\uDC00-\uDFFF]/.test(text[limit] ?? "") ? limit - 1 : limit;
  return sentences.find((each) => each.start < limit && each.end > limit && each.said > 0)
    ? cut
    : (sentences.filter(({ end }) => end <= limit).at(-1)?.end ?? cut);
}

function endsSentence(text: string, end: number): boolean {
  return /[。！？!?；;\n]/u.test(text[end - 1] ?? "");
}

function sentencesOf(text: string, hits: readonly Hit[]): Sentence[] {
  return [...text.matchAll(SENTENCE)]
    .filter(([sentence]) => sentence.trim() !== "")
    .map(({ index, 0: sentence }) => {
      const end = index + sentence.length;
      const inside = hits.filter((hit) => hit.start >= index && hit.end <= end);
      return { start: index, end, hits: inside, said: new Set(inside.map(({ term }) => term)).size };
    });
}

/** Hits in order; where two overlap or touch they are shown as one. */
function segmentsOf(text: string, start: number, end: number, hits: readonly Hit[]): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  for (const hit of joined(hits)) {
    if (hit.end <= at || hit.start >= end) continue;
    const from = Math.max(hit.start, at);
    if (from > at) segments.push({ text: text.slice(at, from), isHit: false });
    at = Math.min(hit.end, end);
    segments.push({ text: text.slice(from, at), isHit: true });
  }
  if (at < end) segments.push({ text: text.slice(at, end), isHit: false });
  return segments;
}

function joined(hits: readonly Hit[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function hitsIn(text: string, terms: readonly string[], fold: Fold): Hit[] {
  const wanted = terms.filter((term) => term !== "");
  if (wanted.length === 0 || text === "") return [];
  const { folded, origin } = foldedWithOrigin(text, fold);
  return wanted.flatMap((term) =>
    placesOf(folded, term).map((at) => ({
      start: origin[at] ?? 0,
      end: origin[at + term.length] ?? text.length,
      term,
    })),
  );
}

function placesOf(folded: string, term: string): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length))
    if (isWhole(folded, at, at + term.length)) places.push(at);
  return places;
}

/** MES is not in "times": a latin word ends where no other letter or digit follows. Han needs no borders. */
function isWhole(folded: string, start: number, end: number): boolean {
  return !runsOn(folded[start - 1], folded[start]) && !runsOn(folded[end - 1], folded[end]);
}

function runsOn(left = "", right = ""): boolean {
  return [left, right].every((letter) => WORD.test(letter) && !HAN.test(letter));
}

/**
 * The folded text and, for each of its places, where it came from. Words that fold only as a whole (伺服器 → 服务器) are taken
 * from the fold of the whole text when that has the same length as the fold letter by letter.
 */
function foldedWithOrigin(text: string, fold: Fold): { folded: string; origin: number[] } {
  let folded = "";
  const origin: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldedLetter(letter, fold);
    for (let part = 0; part < plain.length; part++) origin.push(at);
    folded += plain;
    at += letter.length;
  }
  origin.push(at);
  const whole = fold(text);
  return { folded: whole.length === folded.length ? whole : folded, origin };
}

/** Folding a letter costs a microsecond and texts repeat the same few thousand. */
const knownLetters = new Map<string, string>();
const MOST_LETTERS = 20_000;

function foldedLetter(letter: string, fold: Fold): string {
  const known = knownLetters.get(letter);
  if (known !== undefined) return known;
  // A blank alone folds to nothing, but between words it is one.
  const plain = fold(letter) || " ";
  if (knownLetters.size < MOST_LETTERS) knownLetters.set(letter, plain);
  return plain;
}
