/** The dictionary of search: which words stand for which scenario or branch of industry, and where they occur in a text. */
import { createHash } from "node:crypto";
import { foldText } from "./fold.server";
import { emptyPhrases, industryLexicon } from "./lexicon/industries";
import { crossingWords, scenarioLexicon } from "./lexicon/scenarios";
import { isHan } from "./tokens";

export type Meaning =
  /** A name of the scenario itself: indexed wherever it occurs. */
  | { kind: "scenario"; key: string }
  /** A need or function: only hints at scenarios. */
  | { kind: "hint"; keys: readonly string[] }
  | { kind: "industry"; code: string }
  /** Carries no meaning of its own. */
  | { kind: "empty" };

export type Term = { surface: string; meaning: Meaning };
export type FoundTerm = Term & { start: number; end: number };

/** A term under its first letter, longest first. */
type Dictionary = Map<string, Term[]>;

const terms = allTerms();
const dictionary = dictionaryOf(terms);
const names = dictionaryOf(terms.filter(({ meaning }) => meaning.kind === "scenario"));

/** Changes whenever the dictionary does; kept beside the index, so that a changed dictionary rebuilds it. */
export const lexiconHash = createHash("sha256").update(JSON.stringify(terms)).digest("hex").slice(0, 16);

/** Every word of the dictionary with a meaning, for pinyin, typing errors and completions. */
export function lexiconTerms(): readonly Term[] {
  return terms;
}

/** All terms in a folded text, from left to right, the longest at each place, never overlapping. */
export function findTerms(folded: string): FoundTerm[] {
  return findIn(dictionary, folded);
}

/** Keys of the scenarios a folded text names outright. */
export function scenariosNamed(folded: string): string[] {
  const keys = findIn(names, folded).flatMap(({ meaning }) => (meaning.kind === "scenario" ? [meaning.key] : []));
  return [...new Set(keys)];
}

function findIn(within: Dictionary, folded: string): FoundTerm[] {
  const found: FoundTerm[] = [];
  for (let at = 0; at < folded.length;) {
    const term = within.get(folded.charAt(at))?.find(({ surface }) => standsAt(folded, at, surface));
    if (term) found.push({ ...term, start: at, end: at + term.surface.length });
    at += term ? term.surface.length : 1;
  }
  return found;
}

/** A latin term must not be part of a longer word: "ai" is not in "detail". */
function standsAt(folded: string, at: number, surface: string): boolean {
  if (!folded.startsWith(surface, at)) return false;
  const end = at + surface.length;
  return (
    !(isWordLetter(surface.charAt(0)) && isWordLetter(folded.charAt(at - 1))) &&
    !(isWordLetter(surface.charAt(surface.length - 1)) && isWordLetter(folded.charAt(end)))
  );
}

function isWordLetter(letter: string): boolean {
  return /^[a-z0-9]/.test(letter);
}

function allTerms(): Term[] {
  const all = new Map<string, Term>();
  const add = (surface: string, meaning: Meaning) => {
    const folded = foldText(surface);
    const known = all.get(folded);
    if (!known) all.set(folded, { surface: folded, meaning });
    else if (known.meaning.kind === "hint" && meaning.kind === "hint") {
      all.set(folded, {
        surface: folded,
        meaning: { kind: "hint", keys: [...new Set([...known.meaning.keys, ...meaning.keys])] },
      });
    }
  };
  for (const { key, names: said } of scenarioLexicon) for (const name of said) add(name, { kind: "scenario", key });
  for (const { code, names: said } of industryLexicon) for (const name of said) add(name, { kind: "industry", code });
  for (const { key, words } of scenarioLexicon) for (const word of words) add(word, { kind: "hint", keys: [key] });
  for (const { word, keys } of crossingWords) add(word, { kind: "hint", keys });
  for (const phrase of emptyPhrases) add(phrase, { kind: "empty" });
  return [...all.values()];
}

function dictionaryOf(listed: Term[]): Dictionary {
  const byFirst: Dictionary = new Map();
  for (const term of [...listed].sort((a, b) => b.surface.length - a.surface.length)) {
    const first = term.surface.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
  }
  return byFirst;
}

/** Han terms can be read aloud; latin ones are already letters. */
export function isReadable(term: Term): boolean {
  return isHan(term.surface) && term.meaning.kind !== "empty";
}
