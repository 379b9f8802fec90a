/** Running a query: what the words say first, looser readings only while too little is found. */
import { sql } from "drizzle-orm";
import { preparedOnce } from "#db/prepared.server";
import type { Reader } from "#db/store.server";
import type { Correction } from "./corrections.server";
import { HitCollector, type Hits } from "./hits";
import { scenariosOf } from "./query";
import { foldedOf, stepsOf, understand } from "./readings.server";
import type { Asked } from "./understanding.server";
import type { Words } from "./words.server";

export type Ranked = Pick<Asked, "said" | "operators"> & {
  /** Best first within a tier is the caller's to decide with its own quality. */
  hits: Hits;
  corrections: Correction[];
  /** Scenarios the query names or hints at. */
  scenarioKeys: string[];
  /** Folded words of the query, to be marked where they stand in a text. */
  terms: string[];
};

/**
 * All documents that answer a query. `size` is the number of documents; `words` is only called when a word of the query is
 * in no document; `without` are scenarios the reader says were not meant. Never fails, whatever was typed: a query without
 * letters or digits finds nothing. `"…"` must stand as such, `-word` must not be said (typed.ts).
 */
export async function rankDocuments(
  db: Reader,
  typed: string,
  size: number,
  words: () => Words,
  without: readonly string[] = [],
): Promise<Ranked> {
  const understood = await understand(db, typed, size, words, without);
  const { parts, said, operators, corrections } = understood;
  const found = new HitCollector();
  const tried = new Set<string>();
  for (const { whileFewer, whole, readings } of stepsOf(understood, size)) {
    const before = found.size;
    if (before >= whileFewer) continue;
    const untried = new Map<string, number>();
    for (const { tier, expression } of readings) {
      if (expression === "" || tried.has(expression)) continue;
      tried.add(expression);
      untried.set(expression, tier);
    }
    const weights = whole === "" || untried.size < 2 || size > MOST_WHOLE ? null : await weightsOf(db, whole, size);
    for (const [expression, tier] of untried) {
      if (whileFewer < Infinity && found.size >= PLENTY) break;
      if (weights === null) {
        const { nos, scores } = await matching(db, expression, size, MOST_SCORED - found.scored);
        found.add(nos, scores, tier);
      } else if (found.size - before < weights.size) {
        const nos = expression === whole ? [...weights.keys()] : await numbersIn(db, expression);
        const scores = nos.map((no) => weights.get(no) ?? Number.NaN);
        found.add(nos, scores, tier);
      }
    }
  }
  const terms = [...foldedOf(operators, "phrase"), ...parts.map(({ text }) => text)];
  return { hits: found.hits(), said, operators, corrections, scenarioKeys: scenariosOf(understood.about.main), terms };
}

/** Weights of title, tags, summary, industry, provider, places: measured, anything near does as well. */
const SCORE = "-bm25(solution_fts, 6, 4, 1, 3, 2, 0.5)";
/** Scores are read as whole numbers: shorter to write and to parse. */
const SCALE = 1_000_000;
/** Up to this many documents are all weighed; of more, only the best, since the rest of so many is never read. */
const FEW = 2_000;
/** In larger catalogues what all readings of a step find is too much to be weighed at once. */
const MOST_WHOLE = 20_000;
/** Looser readings end once so many are found: what they add stands below, and nobody reads that far. */
const PLENTY = 2_000;
const MOST_SCORED = 2_000;
/** Of more than this the newest are weighed: a query so broad says nothing by its words. */
const WEIGHED = 10_000;

/**
 * Numbers come as one JSON text: a fifth of the cost of as many rows. Never `ORDER BY rank`, which sorts inside FTS5 at
 * twice the cost; the `LIMIT -1` keeps bm25 inside the subquery, where FTS5 can answer it.
 */
const queries = preparedOnce((db) => {
  const expression = sql.placeholder("expression");
  const score = sql.raw(SCORE);
  const lists = { nos: sql<string>`json_group_array(no)`, scores: sql<string>`json_group_array(score)` };
  const whole = sql`CAST(${score} * ${sql.raw(String(SCALE))} AS INTEGER)`;
  const scored = sql`SELECT rowid AS no, ${whole} AS score FROM solution_fts WHERE solution_fts MATCH ${expression}`;
  return {
    all: db
      .select({ nos: sql<string>`json_group_array(rowid)` })
      .from(sql`solution_fts`)
      .where(sql`solution_fts MATCH ${expression}`)
      .prepare(),
    scored: db
      .select(lists)
      .from(sql`(${scored} LIMIT -1)`)
      .prepare(),
    best: db
      .select(lists)
      .from(
        sql`(SELECT no, score FROM (${scored} ORDER BY rowid DESC LIMIT ${sql.raw(String(WEIGHED))}) ORDER BY score DESC LIMIT ${sql.placeholder("most")})`,
      )
      .prepare(),
  };
});

/** The weight of each document that matches; null when they are too many to weigh all of them. */
async function weightsOf(db: Reader, expression: string, size: number): Promise<ReadonlyMap<number, number> | null> {
  // Of so few documents none need be counted first: that would be a second reading of the index for every expression.
  if (size > FEW && (await numbersIn(db, expression)).length > FEW) return null;
  const { nos, scores } = weighed(await queries(db).scored.execute({ expression }));
  return new Map(nos.map((no, at) => [no, scores[at] ?? Number.NaN]));
}

/** Numbers of all documents that match, with scores of all of them or, of very many, of the `most` best, which come first. */
async function matching(
  db: Reader,
  expression: string,
  size: number,
  most: number,
): Promise<{ nos: number[]; scores: number[] }> {
  const { scored, best } = queries(db);
  if (size <= FEW) return weighed(await scored.execute({ expression }));
  const nos = await numbersIn(db, expression);
  if (nos.length === 0) return { nos, scores: [] };
  if (nos.length <= FEW) return weighed(await scored.execute({ expression }));
  if (most <= 0) return { nos, scores: [] };
  const top = weighed(await best.execute({ expression, most }));
  return { nos: [...top.nos, ...nos], scores: top.scores };
}

async function numbersIn(db: Reader, expression: string): Promise<number[]> {
  return numbersOf((await queries(db).all.execute({ expression }))[0]?.nos);
}

function weighed(rows: { nos: string; scores: string }[]): { nos: number[]; scores: number[] } {
  return { nos: numbersOf(rows[0]?.nos), scores: numbersOf(rows[0]?.scores).map((score) => score / SCALE) };
}

function numbersOf(list = "[]"): number[] {
  return JSON.parse(list);
}
