/** Writing and reading many rows at once with prepared statements: for the demonstration world and imports, not for requests. */
import type Sqlite from "better-sqlite3";
import { getTableColumns, getTableName, type Column, type InferInsertModel, type Table } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";

/** A prepared insert for every column of a table, about ten times faster than building each statement anew. */
export function into<T extends Table>(writer: Sqlite.Database, table: T): (row: InferInsertModel<T>) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const marks = columns.map(() => "?").join(", ");
  const statement = writer.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${marks})`);
  return (row) => {
    statement.run(columns.map(([key, column]) => stored(column, Reflect.get(row, key))));
  };
}

/** An absent value takes the column's default, as the query builder would. */
function stored(column: Column, value: unknown): unknown {
  const given = value === undefined ? (column.default ?? null) : value;
  return given === null ? null : column.mapToDriverValue(given);
}

/** The synchronous query builder over a raw connection, for reading whole reference tables. */
export function reading(connection: Sqlite.Database) {
  return drizzle(connection);
}
