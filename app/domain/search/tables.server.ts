/** The tables of drizzle/sqlite/0001_solution_search.sql. Not in db/schema: drizzle-kit would make ordinary tables of them. */
import { int, table, text } from "#db/kit.server";

/** Contentless: what is written is a stream of tokens, what can be read is a row number and a score. */
export const documentTable = table("solution_fts", {
  rowid: int().primaryKey(),
  title: text(),
  tags: text(),
  summary: text(),
  ind: text(),
  who: text(),
  fac: text(),
});

/** FTS5 takes commands as inserts into the column named like the table. */
export const commandTable = table("solution_fts", { command: text("solution_fts") });

export const metaTable = table("search_meta", { k: text().primaryKey(), v: text().notNull() });
