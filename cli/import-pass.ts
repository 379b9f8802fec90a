/** One reading of a file from top to bottom: every row is checked and settled, and written when there is something to write with. */
import type { Problem } from "~/domain/file-cells";
import type { ImportCounts, Importing, ImportWriting } from "~/domain/exchange";
import type { FileRow, ImportFile } from "./import-file";

/** `problem` null: the row has more cells than the header has columns. */
export type RowProblem = { row: number; problem: Problem | null; cells: number };
export type Tally = ImportCounts & {
  rows: number;
  problemCount: number;
  /** The first ones, by row. */
  problems: RowProblem[];
};

const SHOWN = 200;

/**
 * Reads all rows. `writing` gets every batch without problems; when one has any, reading goes on only to find the others and
 * nothing more is written, and it is the caller's to roll back.
 */
export async function readThrough<Row, Made, Changed>(
  file: ImportFile,
  importing: Importing<Row, Made, Changed>,
  writing: ImportWriting<Made, Changed> | null,
  progress: (rows: number, share: number) => void,
): Promise<Tally> {
  const tally: Tally = { rows: 0, created: 0, updated: 0, unchanged: 0, problemCount: 0, problems: [] };
  const firstRowOf = new Map<string, number>();
  for await (const { rows, share } of file.batches()) {
    const problems: RowProblem[] = [];
    const fit = rows.flatMap((row) => readRow(row, importing, firstRowOf, problems));
    const settled = await importing.settle(fit.map(({ row }) => row));
    for (const [index, each] of settled.entries()) {
      if (each.kind === "refused") problems.push({ row: fit[index]?.number ?? 0, problem: each.problem, cells: 0 });
      else tally[each.kind] += 1;
    }
    tally.rows += rows.length;
    note(tally, problems);
    if (writing && tally.problemCount === 0) await writing.write(settled);
    progress(tally.rows, share);
  }
  return tally;
}

function readRow<Row, Made, Changed>(
  { number, cells, surplus }: FileRow,
  importing: Importing<Row, Made, Changed>,
  firstRowOf: Map<string, number>,
  problems: RowProblem[],
): { number: number; row: Row }[] {
  const { row, key, keyColumn, problems: found } = importing.readRow(cells);
  const all: (Problem | null)[] = surplus === null ? [...found] : [null, ...found];
  const first = firstRowOf.get(key);
  if (first === undefined) firstRowOf.set(key, number);
  else if (key.trim() !== "") all.push({ column: keyColumn, key: "exchange:duplicate", values: { row: first } });
  for (const problem of all) problems.push({ row: number, problem, cells: surplus ?? 0 });
  return all.length === 0 ? [{ number, row }] : [];
}

function note(tally: Tally, problems: RowProblem[]): void {
  tally.problemCount += problems.length;
  const room = SHOWN - tally.problems.length;
  if (room > 0) tally.problems.push(...problems.sort((a, b) => a.row - b.row).slice(0, room));
}
