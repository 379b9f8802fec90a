/** What a typed query says: its words, the scenarios and industries among them, and what was probably mistyped. */
import { meantByHan, meantByLetters, readAsPinyin, type Correction } from "./corrections.server";
import { foldText } from "./fold.server";
import type { FoundTerm, Lexicon } from "./lexicon.server";
import type { Part } from "./parts";
import { isHan, runsOf, tokensOf } from "./tokens";
import { typedOf, withoutOperators, type OperatorKind, type TypedOperator } from "./typed";
import type { Words } from "./words.server";

/** Longer queries are cut: nobody types more on purpose, and the cost of a query grows with it. */
export const LONGEST_QUERY = 64;
/** NFKC can make 18 characters of one, so the raw text is cut before folding as well. */
const LONGEST_RAW = 200;
/** Typing errors are looked for in short queries only; a sentence always has pairs that no listing has. */
const LONGEST_MISTYPED = 9;
/** Each is a clause of every reading. */
const MOST_OPERATORS = 16;

export function foldQuery(typed: string): string {
  return [...foldText(typed.slice(0, LONGEST_RAW))].slice(0, LONGEST_QUERY).join("");
}

export type Operator = {
  kind: OperatorKind;
  /** As it was typed first. */
  text: string;
  folded: string;
  /** The query as typed, without it. */
  without: string;
};

export type Asked = {
  /** The words as they were typed, without operators; all of it when there are none. */
  said: string;
  /** The same, folded. */
  words: string;
  operators: Operator[];
};

/** What a typed query asks for. Operators that say the same are one; all together may be as long as the words. */
export function askedOf(typed: string): Asked {
  const raw = typed.slice(0, LONGEST_RAW);
  const { words, operators } = typedOf(raw);
  const same = new Map<string, { folded: string; all: TypedOperator[] }>();
  let room = LONGEST_QUERY;
  for (const each of operators) {
    const letters = [...foldText(each.text)].slice(0, room);
    const folded = letters.join("").trim();
    const known = same.get(`${each.kind} ${folded}`);
    if (known) known.all.push(each);
    else if (same.size < MOST_OPERATORS && /[\p{L}\p{N}]/u.test(folded)) {
      same.set(`${each.kind} ${folded}`, { folded, all: [each] });
      room -= letters.length;
    }
  }
  const counted = [...same.values()].flatMap(({ folded, all }) => {
    const [first] = all;
    return first ? [{ kind: first.kind, text: first.text, folded, without: withoutOperators(raw, all) }] : [];
  });
  return { said: counted.length > 0 ? words : raw, words: foldQuery(words), operators: counted };
}

/** Cuts folded words into dictionary terms and the text between them. */
export function partsOf(folded: string, lexicon: Pick<Lexicon, "find">): Part[] {
  const terms = lexicon.find(folded).filter((term) => term.meaning.kind !== "empty" || dropsOut(term, folded));
  const parts: Part[] = [];
  let at = 0;
  for (const term of terms) {
    parts.push(...textParts(folded.slice(at, term.start)), ...termPart(term));
    at = term.end;
  }
  parts.push(...textParts(folded.slice(at)));
  const telling = parts.filter((part) => part.kind !== "text" || !isHan(part.text) || [...part.text].length > 1);
  if (telling.length > 0) return telling;
  return parts.length > 0 ? parts : textParts(folded);
}

/** Single characters such as 有 or 要 are words of their own in a sentence, but parts of words in a short query. */
function dropsOut(term: FoundTerm, folded: string): boolean {
  return term.surface.length > 1 || folded.length > LONGEST_MISTYPED;
}

function textParts(text: string): Part[] {
  return runsOf(text).map((run) => ({ kind: "text", text: run, keys: [] }));
}

function termPart({ surface, meaning }: FoundTerm): Part[] {
  return meaning.kind === "empty" ? [] : [{ kind: meaning.kind, text: surface, keys: meaning.keys }];
}

/** Tokens whose absence from the index makes a query suspect. */
export function suspectTokens(parts: readonly Part[]): string[] {
  return parts.filter(({ kind }) => kind === "text").flatMap(({ text }) => tokensOf(text));
}

/** The texts in which typing errors are looked for: of a sentence only what is written in latin letters. */
export function mistypedTexts(folded: string, parts: readonly Part[]): string[] {
  const texts = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  return isShort(folded) ? texts : texts.filter((text) => !isHan(text));
}

function isShort(folded: string): boolean {
  return runsOf(folded).filter(isHan).join("").length <= LONGEST_MISTYPED;
}

/**
 * Words no listing has, read as pinyin or as a typing error. `isUnknown` says of a token that the index lacks it; `books`
 * are the words that may be meant, the likeliest first.
 */
export function corrected(
  folded: string,
  parts: readonly Part[],
  books: readonly Words[],
  isUnknown: (token: string) => boolean,
): { folded: string; corrections: Correction[] } {
  const corrections = correctionsOf(folded, parts, books, isUnknown);
  const repaired = corrections.reduce((text, { from, to }) => text.replace(from, to), folded);
  return { folded: repaired, corrections };
}

function correctionsOf(
  folded: string,
  parts: readonly Part[],
  books: readonly Words[],
  isUnknown: (token: string) => boolean,
): Correction[] {
  const texts = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  const apart = runsOf(folded);
  if (apart.length > 1 && apart.every((run) => /^[a-z]+$/.test(run)) && texts.some(isUnknown)) {
    const together = readAsPinyin(apart.join(""), books);
    if (together) return [{ from: folded, to: together }];
  }
  const latin = texts
    .filter((text) => !isHan(text) && isUnknown(text))
    .flatMap((text) => {
      const meant = meantByLetters(text, books);
      return meant ? [{ from: text, to: meant }] : [];
    });
  // Whole runs: the dictionary may have cut a mistyped word where it knows its beginning.
  const known = parts.filter(({ kind }) => kind !== "text");
  const isSuspect = (pair: string) => isUnknown(pair) && !known.some(({ text }) => text.includes(pair));
  const han = isShort(folded) ? apart.filter(isHan).flatMap((run) => meantByHan(run, books, isSuspect) ?? []) : [];
  return [...latin, ...han];
}
