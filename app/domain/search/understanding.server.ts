/** What a typed query says: its words, the scenarios and industries among them, and what was probably mistyped. */
import { meantByHan, meantByLetters, type Correction } from "./corrections.server";
import { foldText } from "./fold.server";
import { findTerms, type FoundTerm } from "./lexicon.server";
import type { Part } from "./query";
import { isHan, runsOf, tokensOf } from "./tokens";
import type { Words } from "./words.server";

/** Longer queries are cut: nobody types more on purpose, and the cost of a query grows with it. */
export const LONGEST_QUERY = 64;
/** NFKC can make 18 characters of one, so the raw text is cut before folding as well. */
const LONGEST_RAW = 200;
/** Typing errors are looked for in short queries only; a sentence always has pairs that no listing has. */
const LONGEST_MISTYPED = 9;

export function foldQuery(typed: string): string {
  return [...foldText(typed.slice(0, LONGEST_RAW))].slice(0, LONGEST_QUERY).join("");
}

/** Cuts a folded query into dictionary terms and the text between them. */
export function partsOf(folded: string): Part[] {
  const terms = findTerms(folded).filter((term) => term.meaning.kind !== "empty" || dropsOut(term, folded));
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
  return runsOf(text).map((run) => ({ kind: "text", text: run }));
}

function termPart({ surface, meaning }: FoundTerm): Part[] {
  switch (meaning.kind) {
    case "scenario":
      return [{ kind: "scenario", text: surface, key: meaning.key }];
    case "industry":
      return [{ kind: "industry", text: surface, code: meaning.code }];
    case "hint":
      return [{ kind: "hint", text: surface, keys: meaning.keys }];
    case "empty":
      return [];
  }
}

/** Tokens whose absence from the index makes a query suspect. */
export function suspectTokens(parts: readonly Part[]): string[] {
  return parts.filter(({ kind }) => kind === "text").flatMap(({ text }) => tokensOf(text));
}

/** Words no listing has, read as pinyin or as a typing error. `isUnknown` says of a token that the index lacks it. */
export function corrected(
  folded: string,
  parts: readonly Part[],
  words: Words,
  isUnknown: (token: string) => boolean,
): { folded: string; corrections: Correction[] } {
  const corrections = correctionsOf(folded, parts, words, isUnknown);
  const repaired = corrections.reduce((text, { from, to }) => text.replace(from, to), folded);
  return { folded: repaired, corrections };
}

function correctionsOf(
  folded: string,
  parts: readonly Part[],
  words: Words,
  isUnknown: (token: string) => boolean,
): Correction[] {
  const isShort = runsOf(folded).filter(isHan).join("").length <= LONGEST_MISTYPED;
  const texts = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  const typedApart =
    texts.length > 1 && texts.every((text) => !isHan(text) && isUnknown(text))
      ? words.byPinyin.get(texts.join(""))
      : undefined;
  if (typedApart && folded === texts.join(" ")) return [{ from: folded, to: typedApart }];
  return texts.flatMap((text) => {
    if (isHan(text)) return (isShort && meantByHan(text, words, isUnknown)) || [];
    const meant = isUnknown(text) ? meantByLetters(text, words) : null;
    return meant ? [{ from: text, to: meant }] : [];
  });
}
