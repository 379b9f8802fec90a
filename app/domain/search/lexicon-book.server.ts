/** The dictionary as staff read and change it: what they strike out is kept, so that no later load brings it back. */
import { and, asc, count, eq, gt, like, sql } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { lexiconTerm } from "#db/schema/support.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { LexiconKind, LexiconSource } from "#db/vocabulary/search";
import { done, refused, type Outcome } from "../outcome";
import { foldText } from "./fold.server";
import { LEXICON_STAMP } from "./lexicon.server";
import { phrase } from "./query";
import { metaTable } from "./tables.server";

/** `target`: scenario, scenario/function, GB/T 4754 code; "" for a word without meaning of its own. */
export type LexiconWord = { surface: string; kind: LexiconKind; target: string };
export type ListedWord = LexiconWord & {
  source: LexiconSource;
  isActive: boolean;
  /** How many live listings say it. */
  documents: number;
};

const PAGE = 50;

/** Words that contain `q` and mean `target` (null: anything), by their letters; `after` is the last id of the page before. */
export async function lexiconPage(
  db: Reader,
  { q, target, after }: { q: string; target: string | null; after: string | null },
): Promise<{ total: number; rows: ListedWord[]; next: string | null }> {
  const which = and(
    like(sql`lower(${lexiconTerm.surface})`, `%${foldText(q).replaceAll(/[%_]/g, "")}%`),
    target === null ? undefined : eq(lexiconTerm.target, target),
  );
  const [counted] = await db.select({ total: count() }).from(lexiconTerm).where(which);
  const rows = await db
    .select()
    .from(lexiconTerm)
    .where(and(which, after === null ? undefined : gt(ID, after)))
    .orderBy(asc(ID))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const listed = await Promise.all(
    shown.map(async ({ updatedAt: _at, ...row }) => ({
      ...row,
      documents: (await documentsSaying(db, row.surface)).length,
    })),
  );
  const last = listed.at(-1);
  return { total: counted?.total ?? 0, rows: listed, next: rows.length > PAGE && last ? idOf(last) : null };
}

/** One text a row, for cursors; no word contains a tab. */
const ID = sql<string>`${lexiconTerm.surface} || char(9) || ${lexiconTerm.kind} || char(9) || ${lexiconTerm.target}`;

export function idOf({ surface, kind, target }: LexiconWord): string {
  return [surface, kind, target].join("\t");
}

/** Whether this can be the id of a word; it need not be there any more. */
export function isWordId(typed: string): boolean {
  return typed.split("\t").length === 3;
}

/** Functions of scenarios (`scenario/function`) with the words that name them, shortest first. */
export async function functionsNamed(db: Reader): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ surface: lexiconTerm.surface, target: lexiconTerm.target })
    .from(lexiconTerm)
    .where(and(eq(lexiconTerm.kind, "scenario"), eq(lexiconTerm.isActive, true), like(lexiconTerm.target, "%/%")))
    .orderBy(asc(lexiconTerm.target), asc(sql`length(${lexiconTerm.surface})`), asc(lexiconTerm.surface));
  const named = new Map<string, string[]>();
  for (const { surface, target } of rows) named.set(target, [...(named.get(target) ?? []), surface]);
  return named;
}

/** Adds a word of staff's own, or brings one back. Refuses `empty` (nothing to search for) and `known`. Writes lexicon_term. */
export async function addWord(tx: Writer, word: LexiconWord): Promise<Outcome<LexiconWord, "empty" | "known">> {
  if (phrase(foldText(word.surface)) === "") return refused("empty");
  const known = await one(tx.select().from(lexiconTerm).where(isWord(word)));
  if (known?.isActive) return refused("known");
  if (known) return setWordActive(tx, word, true);
  await tx.insert(lexiconTerm).values({ ...word, source: "staff", updatedAt: Date.now() });
  await markChanged(tx);
  return done(word);
}

/** Strikes a word out or brings it back. Refuses what is so already, or not there, as `known`. Writes lexicon_term. */
export async function setWordActive(
  tx: Writer,
  word: LexiconWord,
  isActive: boolean,
): Promise<Outcome<LexiconWord, "known">> {
  const changed = await tx
    .update(lexiconTerm)
    .set({ isActive, updatedAt: Date.now() })
    .where(and(isWord(word), eq(lexiconTerm.isActive, !isActive)))
    .returning({ surface: lexiconTerm.surface });
  if (changed.length === 0) return refused("known");
  await markChanged(tx);
  return done(word);
}

/** Numbers of the documents that say a word, those whose tokens may change with it, in order; at most `most` after one. */
export async function documentsSaying(db: Reader, surface: string, after = 0, most = -1): Promise<number[]> {
  const expression = phrase(foldText(surface));
  if (expression === "") return [];
  const rows = await db
    .select({ no: sql<number>`rowid` })
    .from(sql`solution_fts`)
    .where(sql`solution_fts MATCH ${expression} AND rowid > ${after}`)
    .orderBy(sql`rowid`)
    .limit(most);
  return rows.map(({ no }) => no);
}

function isWord({ surface, kind, target }: LexiconWord) {
  return and(eq(lexiconTerm.surface, surface), eq(lexiconTerm.kind, kind), eq(lexiconTerm.target, target));
}

/** Never a counter: a number given to a transaction that rolled back would come again for other words. */
async function markChanged(tx: Writer): Promise<void> {
  const v = newId("lex");
  await tx.insert(metaTable).values({ k: LEXICON_STAMP, v }).onConflictDoUpdate({ target: metaTable.k, set: { v } });
}
