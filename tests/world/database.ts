/** Looks into the database of a test server, only to find what a story needs and to see that nothing changed. */
import Sqlite from "better-sqlite3";
import { createHash } from "node:crypto";
import { join } from "node:path";

export type Row = Record<string, string>;

export type Look = {
  /** The first row, all its values as text. Throws when there is none. */
  row(sql: string, ...values: string[]): Row;
  /** The first value of the first row. */
  value(sql: string, ...values: string[]): string;
  /** Table → digest of everything in it, without sessions and what the server keeps for itself. */
  fingerprint(): Record<string, string>;
  close(): void;
};

export function lookInto(dataDir: string): Look {
  const database = new Sqlite(join(dataDir, "shuzhen.db"), { readonly: true });
  const row = (sql: string, ...values: string[]): Row => {
    const found: unknown = database.prepare(sql).get(...values);
    if (typeof found !== "object" || found === null) throw new Error(`nothing in this world answers: ${sql}`);
    return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]));
  };
  return {
    row,
    value: (sql, ...values) => Object.values(row(sql, ...values))[0] ?? "",
    fingerprint: () => Object.fromEntries(tables(database).map((name) => [name, digest(database, name)])),
    close: () => void database.close(),
  };
}

/** What the server's own jobs write at their own times, and sessions. */
const unwatched = [
  ...["session", "setting", "search_meta", "suggestion", "text_signature", "signature_band"],
  ...["done_once", "solution_reach", "search_reach"],
];

/** A letter is the same before and after it left. */
const watchedColumns: Partial<Record<string, string>> = { mail: "id, channel, recipient, subject, body, createdAt" };

function tables(database: Sqlite.Database): string[] {
  const names = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' ORDER BY name")
    .pluck()
    .all();
  return names.map(String).filter((name) => !unwatched.includes(name) && !name.endsWith("_vocab"));
}

function digest(database: Sqlite.Database, table: string): string {
  const columns = watchedColumns[table] ?? "*";
  const hash = createHash("sha256");
  for (const row of database.prepare(`SELECT ${columns} FROM "${table}" ORDER BY rowid`).raw().iterate()) {
    hash.update(JSON.stringify(row));
  }
  return hash.digest("base64");
}
