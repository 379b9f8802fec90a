/** What every import and export of a file has in common. An import reads rows, settles them against the database, writes them in batches. */
import type { Cells, Column, Problem } from "./file-cells";

export type ReadRow<Row> = {
  row: Row;
  /** What no second row of the file may share, and the column to name when it does. */
  key: string;
  keyColumn: string;
  problems: readonly Problem[];
};

/** What an import would do with a row: make a thing, change a thing it has found, nothing, or refuse it. */
export type Settled<Made, Changed> =
  | { kind: "created"; made: Made }
  | { kind: "updated"; changed: Changed }
  | { kind: "unchanged" }
  | { kind: "refused"; problem: Problem };

/** One import seen from one connection: what it has looked up is kept. */
export type Importing<Row, Made, Changed> = {
  columns: readonly Column[];
  readRow(cells: Cells): ReadRow<Row>;
  /** In the order of the rows; reads only. */
  settle(rows: readonly Row[]): Promise<Settled<Made, Changed>[]>;
};

export type ImportCounts = { created: number; updated: number; unchanged: number };

/** Writes what was settled; `finish` comes once, after the last batch, and writes the journal. */
export type ImportWriting<Made, Changed> = {
  write(batch: readonly Settled<Made, Changed>[]): Promise<void>;
  finish(file: string, counts: ImportCounts): Promise<void>;
};

/** Part of an export: rows of cells in the order of the columns, and after what the next page begins; null at the end. */
export type ExportPage = { rows: string[][]; next: string | null };
