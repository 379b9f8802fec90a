/** Which of many kept texts one document answers in full: searches that people saved, asked about a single new listing. */
import Sqlite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { preparedOnce } from "#db/prepared.server";
import type { Reader } from "#db/store.server";
import { FULL_TIER } from "./hits";
import { rowOf, type SearchDocument } from "./index.server";
import { lexiconOf } from "./lexicon.server";
import { either } from "./query";
import { stepsOf, understand } from "./readings.server";
import type { Words } from "./words.server";

export type KeptText = { q: string; without: readonly string[] };

/** Once made, by dictionary and text: understanding a text costs far more than asking one document. */
const readings = new LRUCache<string, { expression: string }>({ max: 20_000 });

/** FTS5's own words that made the index, so that another one reads expressions alike. */
const definition = preparedOnce((db) =>
  db
    .select({ sql: sql<string>`sql` })
    .from(sql`sqlite_master`)
    .where(sql`name = 'solution_fts'`)
    .prepare(),
);

/**
 * An index of one document at a time, in memory: a thousand texts asked of the large one would read its longest lists of
 * documents a thousand times.
 */
let desk: { made: string; index: Sqlite.Database } | undefined;

async function deskFor(db: Reader): Promise<Sqlite.Database> {
  const made = (await definition(db).execute())[0]?.sql ?? "";
  if (desk?.made !== made) {
    desk?.index.close();
    desk = { made, index: new Sqlite(":memory:") };
    desk.index.exec(made);
  }
  return desk.index;
}

/**
 * Places of the texts all of which the document says, as the list of results counts it (FULL_TIER). `size` and `words` as for
 * rankDocuments.
 */
export async function textsAnswered(
  db: Reader,
  document: SearchDocument,
  texts: readonly KeptText[],
  size: number,
  words: () => Words,
): Promise<number[]> {
  if (texts.length === 0) return [];
  const lexicon = await lexiconOf(db);
  const asked: string[] = [];
  for (const text of texts) asked.push(await fullReading(db, lexicon.hash, text, size, words));
  const index = await deskFor(db);
  // From here on nothing is awaited: the desk holds one document for one question.
  putOnDesk(index, rowOf(document, lexicon));
  const answered = matching(index, new Set(asked));
  return asked.flatMap((expression, place) => (answered.has(expression) ? [place] : []));
}

function putOnDesk(index: Sqlite.Database, { rowid: _no, ...columns }: ReturnType<typeof rowOf>): void {
  const names = Object.keys(columns);
  index.exec("INSERT INTO solution_fts(solution_fts) VALUES ('delete-all')");
  const marks = names.map(() => "?").join(", ");
  index.prepare(`INSERT INTO solution_fts(${names.join(", ")}) VALUES (${marks})`).run(Object.values(columns));
}

/** Those of the expressions that the document on the desk matches. Many people save the same words: each is asked once. */
function matching(index: Sqlite.Database, expressions: ReadonlySet<string>): ReadonlySet<string> {
  const matches = index.prepare("SELECT 1 FROM solution_fts WHERE solution_fts MATCH ?");
  return new Set([...expressions].filter((expression) => expression !== "" && matches.get(expression) !== undefined));
}

/** Everything that answers the whole text; empty when nothing can. */
async function fullReading(
  db: Reader,
  hash: string,
  { q, without }: KeptText,
  size: number,
  words: () => Words,
): Promise<string> {
  const key = `${hash} ${without.join(" ")} ${q}`;
  const known = readings.get(key);
  if (known) return known.expression;
  const understood = await understand(db, q, size, words, without);
  const first = await stepsOf(understood, size).next();
  const full = (first.done ? [] : first.value.readings)
    .filter(({ tier }) => tier <= FULL_TIER)
    .map(({ expression }) => expression);
  const expression = either(...new Set(full));
  // What was taken for a typing error may stand in the next listing as typed.
  if (understood.corrections.length === 0) readings.set(key, { expression });
  return expression;
}
