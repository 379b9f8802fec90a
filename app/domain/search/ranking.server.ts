/** Running a query: what the words say first, looser readings only while too little is found. */
import { sql } from "drizzle-orm";
import type { Reader } from "#db/store.server";
import type { Correction } from "./corrections.server";
import {
  anyOf,
  everyPart,
  everyPartInFocus,
  fromAnyIndustry,
  hintedKeys,
  hintedScenarios,
  namedScenarios,
  textTokens,
  type Part,
} from "./query";
import { corrected, foldQuery, partsOf, suspectTokens } from "./understanding.server";
import type { Words } from "./words.server";

export type Hit = {
  no: number;
  /** 0: all that is asked, as what the listing is; 1: all of it, somewhere in the listing; above: part of it, ever looser. */
  tier: number;
  score: number;
};

export type Ranked = {
  /** Best first within a tier is the caller's to decide with its own quality; every number occurs once. */
  hits: Hit[];
  corrections: Correction[];
  /** Scenarios the query names or hints at. */
  scenarioKeys: string[];
};

/** Tiers up to this one say everything the query says. */
export const FULL_TIER = 1;

/** Looser readings are added until a page is full. */
const ENOUGH = 20;
/** A token in more listings than this share tells nothing; in a small catalogue, in more than this many. */
const COMMON_SHARE = 0.1;
const COMMON_FEW = 5;
const RAREST = 8;

/**
 * All documents that answer a query. `size` is the number of documents; `words` is only called when a word of the query is
 * in no document. Never fails, whatever was typed: a query without letters or digits finds nothing.
 */
export async function rankDocuments(db: Reader, typed: string, size: number, words: () => Words): Promise<Ranked> {
  const folded = foldQuery(typed);
  const { parts, corrections } = await understand(db, folded, words);
  const found = new Map<number, Hit>();
  const tried = new Set<string>();
  const readings = [
    () => everyPartInFocus(parts),
    () => everyPart(parts),
    () => fromAnyIndustry(parts),
    () => namedScenarios(parts),
    () => hintedScenarios(parts),
    () => rarest(db, parts, size),
  ];
  for (const [tier, reading] of readings.entries()) {
    if (tier > FULL_TIER && found.size >= ENOUGH) break;
    const expression = await reading();
    if (expression === "" || tried.has(expression)) continue;
    tried.add(expression);
    for (const { no, score } of await matching(db, expression)) if (!found.has(no)) found.set(no, { no, tier, score });
  }
  return { hits: [...found.values()], corrections, scenarioKeys: hintedKeys(parts) };
}

async function understand(
  db: Reader,
  folded: string,
  words: () => Words,
): Promise<{ parts: Part[]; corrections: Correction[] }> {
  const parts = partsOf(folded);
  const suspects = suspectTokens(parts);
  if (suspects.length === 0) return { parts, corrections: [] };
  const known = await frequencies(db, suspects);
  if (suspects.every((token) => known.has(token))) return { parts, corrections: [] };
  const repaired = corrected(folded, parts, words(), (token) => !known.has(token));
  return {
    parts: repaired.corrections.length > 0 ? partsOf(repaired.folded) : parts,
    corrections: repaired.corrections,
  };
}

/** The rarest of the query's words, any of them: a long sentence still finds what it is about. */
async function rarest(db: Reader, parts: readonly Part[], size: number): Promise<string> {
  const often = await frequencies(db, textTokens(parts));
  const most = Math.max(COMMON_FEW, size * COMMON_SHARE);
  const telling = [...often].filter(([, documents]) => documents <= most).sort((a, b) => a[1] - b[1]);
  return anyOf(telling.slice(0, RAREST).map(([token]) => token));
}

/** In how many documents each token stands; tokens of none are missing. */
async function frequencies(db: Reader, tokens: readonly string[]): Promise<Map<string, number>> {
  if (tokens.length === 0) return new Map();
  const list = sql.join(
    tokens.map((token) => sql`${token}`),
    sql`, `,
  );
  const rows = await db
    .select({ token: sql<string>`term`, documents: sql<number>`doc` })
    .from(sql`solution_vocab`)
    .where(sql`term IN (${list})`);
  return new Map(rows.map(({ token, documents }) => [token, documents]));
}

/** Weights of title, tags, summary, industry, provider, places: measured, anything near does as well. Never `ORDER BY
 * rank`, which sorts inside FTS5 at twice the cost. */
async function matching(db: Reader, expression: string): Promise<{ no: number; score: number }[]> {
  return db
    .select({ no: sql<number>`rowid`, score: sql<number>`-bm25(solution_fts, 6, 4, 1, 3, 2, 0.5)` })
    .from(sql`solution_fts`)
    .where(sql`solution_fts MATCH ${expression}`);
}
