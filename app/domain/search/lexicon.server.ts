/** The dictionary of search: which words stand for which scenario, function or branch of industry, and where they occur. */
import { createHash } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { keptByMark, untilCommitted } from "#db/kept-reads.server";
import { preparedOnce } from "#db/prepared.server";
import { lexiconTerm } from "#db/schema/support.server";
import type { Reader } from "#db/store.server";
import { foldText } from "./fold.server";
import { metaTable } from "./tables.server";
import { isHan } from "./tokens";
import { bookOf, type Words } from "./words.server";

export type Meaning =
  /** Names of a scenario, or of one of its functions (`scenario/function`): indexed wherever they occur. */
  | { kind: "scenario"; keys: readonly string[] }
  /** A need, symptom or part: only points at scenarios or functions. */
  | { kind: "hint"; keys: readonly string[] }
  | { kind: "industry"; keys: readonly string[] }
  /** Carries no meaning of its own. */
  | { kind: "empty"; keys: readonly string[] };

export type Term = { surface: string; meaning: Meaning };
export type FoundTerm = Term & { start: number; end: number };

export type Lexicon = {
  /** Changes whenever the words do; kept beside the index, so that a changed dictionary rebuilds it. */
  hash: string;
  /** Every word with what it means, folded. */
  terms: readonly Term[];
  /** All terms in a folded text, from left to right, the longest at each place, never overlapping. */
  find(folded: string): FoundTerm[];
  /** The words themselves, to read pinyin and typing errors with; made on first use. */
  words(): Words;
};

/** Under its first two letters (or its only one), longest first. */
type Dictionary = ReadonlyMap<string, readonly Term[]>;

/** Row of search_meta that changes with the dictionary. */
export const LEXICON_STAMP = "lexicon";

const stampRow = preparedOnce((db) =>
  db.select({ v: metaTable.v }).from(metaTable).where(eq(metaTable.k, LEXICON_STAMP)).prepare(),
);
const stampOf = untilCommitted(async (db) => (await stampRow(db).execute())[0]?.v ?? "");

/** The dictionary in force, kept in memory per database until a load or a member of staff changes it, in any process. */
export const lexiconOf = keptByMark(stampOf, readLexicon);

/** equipment/check → equipment. */
export function scenarioOf(key: string): string {
  return key.split("/", 1)[0] ?? key;
}

async function readLexicon(db: Reader): Promise<Lexicon> {
  const rows = await db
    .select({ surface: lexiconTerm.surface, kind: lexiconTerm.kind, target: lexiconTerm.target })
    .from(lexiconTerm)
    .where(eq(lexiconTerm.isActive, true))
    .orderBy(STRONGEST_FIRST, asc(lexiconTerm.target), asc(lexiconTerm.surface));
  return lexiconFrom(rows);
}

/** A word that names a scenario does not also hint at another, or name an industry. */
const STRONGEST_FIRST = sql`CASE ${lexiconTerm.kind} WHEN 'scenario' THEN 1 WHEN 'industry' THEN 2 WHEN 'hint' THEN 3 ELSE 4 END`;

type Row = { surface: string; kind: Meaning["kind"]; target: string };

/** Rows in the order of their strength: the first kind of a word wins, all its targets of that kind count. */
export function lexiconFrom(rows: readonly Row[]): Lexicon {
  const meanings = new Map<string, { kind: Meaning["kind"]; keys: Set<string> }>();
  for (const { surface, kind, target } of rows) {
    const folded = foldText(surface);
    const known = meanings.get(folded);
    if (folded === "" || (known && known.kind !== kind)) continue;
    if (known) known.keys.add(target);
    else meanings.set(folded, { kind, keys: new Set([target]) });
  }
  const terms = [...meanings].map(([surface, { kind, keys }]) => ({ surface, meaning: { kind, keys: [...keys] } }));
  const dictionary = dictionaryOf(terms);
  let words: Words | undefined;
  return {
    hash: createHash("sha256").update(JSON.stringify(terms)).digest("hex").slice(0, 16),
    terms,
    find: (folded) => findIn(dictionary, folded),
    words: () =>
      (words ??= bookOf(terms.filter(({ meaning }) => meaning.kind !== "empty").map(({ surface }) => surface))),
  };
}

function dictionaryOf(terms: readonly Term[]): Dictionary {
  const byStart = new Map<string, Term[]>();
  for (const term of [...terms].sort((a, b) => b.surface.length - a.surface.length)) {
    const start = term.surface.slice(0, 2);
    const alike = byStart.get(start);
    if (alike) alike.push(term);
    else byStart.set(start, [term]);
  }
  return byStart;
}

function findIn(within: Dictionary, folded: string): FoundTerm[] {
  const found: FoundTerm[] = [];
  for (let at = 0; at < folded.length;) {
    const term = termAt(within, folded, at);
    if (term) found.push({ ...term, start: at, end: at + term.surface.length });
    at += term ? term.surface.length : 1;
  }
  return found;
}

function termAt(within: Dictionary, folded: string, at: number): Term | undefined {
  const longer = within.get(folded.slice(at, at + 2))?.find(({ surface }) => standsAt(folded, at, surface));
  return longer ?? within.get(folded.charAt(at))?.find(({ surface }) => standsAt(folded, at, surface));
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

/** Han terms can be read aloud; latin ones are already letters. */
export function isReadable(term: Term): boolean {
  return isHan(term.surface) && term.meaning.kind !== "empty";
}
