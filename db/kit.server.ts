/**
 * The words the schema is written in. Typed as SQLite; a second engine builds the same words with its own column types
 * (docs/decisions/0003), so nothing outside this file may import from drizzle-orm/sqlite-core.
 */
import { sql, type SQL } from "drizzle-orm";
import {
  alias,
  check,
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable as table,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

export { alias, check, foreignKey, index, primaryKey, real, sql, table, text, uniqueIndex };

export const int = integer;
export const bool = (name?: string) => (name ? integer(name, { mode: "boolean" }) : integer({ mode: "boolean" }));
/** Milliseconds since 1970-01-01 UTC. */
export const time = integer;

/** A JSON value in a text column, parsed on read. */
export function json<T>() {
  return customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value),
  })();
}

/** `column IN ('a', 'b')` over a closed list of db/vocabulary, for CHECK constraints. */
export function isOneOf(column: unknown, list: readonly string[]): SQL {
  return sql`${column} IN (${sql.raw(list.map((word) => `'${word}'`).join(", "))})`;
}
