/** Asking the index: which documents an FTS5 expression finds, and how well they answer it. */
import { sql } from "drizzle-orm";
import { preparedOnce } from "#db/prepared.server";
import type { Reader } from "#db/store.server";
import type { HitCollector } from "./hits";

/** Weights of title, tags, summary, industry, provider, places: measured, anything near does as well. */
const SCORE = "-bm25(solution_fts, 6, 4, 1, 3, 2, 0.5)";
/** Scores are read as whole numbers: shorter to write and to parse. */
const SCALE = 1_000_000;
/** Up to this many documents are all weighed; of more, only the best, since the rest of so many is never read. */
const FEW = 2_000;
const MOST_SCORED = 2_000;
/** Where so many that answer better are weighed, the rest stands by its quality: weighing it costs as much again. */
const ENOUGH_SCORED = 500;
/** Of more than this the newest are weighed: a query so broad says nothing by its words. */
const WEIGHED = 10_000;

/**
 * Scored numbers come as one JSON text: a fifth of the cost of as many rows. Never `ORDER BY rank`, which sorts inside FTS5
 * at twice the cost; the `LIMIT -1` keeps bm25 inside the subquery, where FTS5 can answer it.
 */
const queries = preparedOnce((db) => {
  const expression = sql.placeholder("expression");
  const matching = sql`FROM solution_fts WHERE solution_fts MATCH ${expression}`;
  const lists = { nos: sql<string>`json_group_array(no)`, scores: sql<string>`json_group_array(score)` };
  const whole = sql`CAST(${sql.raw(SCORE)} * ${sql.raw(String(SCALE))} AS INTEGER)`;
  const scored = sql`SELECT rowid AS no, ${whole} AS score ${matching}`;
  return {
    /** Digits and commas as bytes: read as text, half a million numbers would be garbage of many megabytes. */
    all: db
      .select({ count: sql<number>`count(*)`, nos: sql<Uint8Array | null>`CAST(group_concat(rowid) AS BLOB)` })
      .from(sql`solution_fts`)
      .where(sql`solution_fts MATCH ${expression}`)
      .prepare(),
    atMost: db
      .select({ count: sql<number>`count(*)` })
      .from(sql`(SELECT 1 ${matching} LIMIT ${sql.placeholder("most")})`)
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
export async function weightsOf(
  db: Reader,
  expression: string,
  size: number,
): Promise<ReadonlyMap<number, number> | null> {
  const { scored } = queries(db);
  // Of so few documents none need be counted first: that would be a second reading of the index for every expression.
  if (size > FEW && (await isMoreThan(db, expression, FEW))) return null;
  const { nos, scores } = weighed(await scored.execute({ expression }));
  return new Map(nos.map((no, at) => [no, scores[at] ?? Number.NaN]));
}

/** Adds all documents that match, with scores of all of them or, of very many, of the best. */
export async function addMatching(db: Reader, expression: string, size: number, tier: number, found: HitCollector) {
  const { scored, best } = queries(db);
  const nos = size <= FEW ? null : await numbersIn(db, expression);
  const isEnough = found.scored >= ENOUGH_SCORED;
  if (nos === null || (nos.length > 0 && nos.length <= FEW && !isEnough)) {
    const all = weighed(await scored.execute({ expression }));
    return found.add(all.nos, all.scores, tier);
  }
  if (nos.length > 0 && !isEnough) {
    const top = weighed(await best.execute({ expression, most: MOST_SCORED - found.scored }));
    found.add(top.nos, top.scores, tier);
  }
  found.add(nos, [], tier);
}

/** Whether an expression finds more documents than these; stops counting there. */
export async function isMoreThan(db: Reader, expression: string, most: number): Promise<boolean> {
  const [row] = await queries(db).atMost.execute({ expression, most: most + 1 });
  return (row?.count ?? 0) > most;
}

/** The documents an expression finds. */
export async function numbersIn(db: Reader, expression: string): Promise<Int32Array> {
  const [row] = await queries(db).all.execute({ expression });
  return row?.nos ? numbersOf(row.nos, row.count) : new Int32Array();
}

const [COMMA, ZERO] = [44, 48];

/** Natural numbers written in digits, with commas between them. */
function numbersOf(written: Uint8Array, count: number): Int32Array {
  const numbers = new Int32Array(count);
  let [at, number] = [0, 0];
  for (let place = 0; place < written.length; place++) {
    const byte = written[place] ?? COMMA;
    if (byte === COMMA) {
      numbers[at++] = number;
      number = 0;
    } else {
      number = number * 10 + (byte - ZERO);
    }
  }
  if (at < count) numbers[at] = number;
  return numbers;
}

function weighed(rows: { nos: string; scores: string }[]): { nos: number[]; scores: number[] } {
  const numbers = (list = "[]"): number[] => JSON.parse(list);
  return { nos: numbers(rows[0]?.nos), scores: numbers(rows[0]?.scores).map((score) => score / SCALE) };
}
