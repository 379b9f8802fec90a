/** Writes rows of cells as CSV or XLSX; a file appears whole or not at all. */
import { stringify } from "csv-stringify";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import writeXlsxFile from "write-excel-file/node";
import { safeCell } from "~/domain/written-cells";

/** Rows of a sheet of Excel, the header among them. */
const SHEET_ROWS = 1_048_576;
export const MOST_XLSX_ROWS = SHEET_ROWS - 1;
/** Cells that are numbers also to a spreadsheet; codes of digits are not. */
const NUMBERS = new Set([
  ...["staff", "price_min_yuan", "price_max_yuan", "deploy_days", "level_from", "level_to", "ai"],
  ...["employees", "revenue_wan"],
]);

/** The library quotes a cell for a whole record delimiter in it, not for a lone line break, where readers would begin a row. */
const CSV = { record_delimiter: "windows", quoted_match: /[\r\n]/ } as const;

type Rows = AsyncIterable<string[]>;

/** Thrown when the rows do not fit a sheet. */
export class TooManyRows extends Error {}

/** CSV on standard output, without a byte order mark: the next program of a pipe reads it, and may stop reading (`| head`). */
export async function printCsv(header: string[], rows: Rows): Promise<void> {
  try {
    await pipeline(lines(header, rows), stringify(CSV), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  }
}

/** CSV with a byte order mark, without which spreadsheets on Chinese systems take UTF-8 for GBK. */
export async function writeCsv(path: string, header: string[], rows: Rows): Promise<void> {
  await whole(path, (part) => pipeline(lines(header, rows), stringify({ ...CSV, bom: true }), createWriteStream(part)));
}

/** One sheet; all rows are held in memory. Throws TooManyRows. */
export async function writeXlsx(path: string, header: string[], rows: Rows): Promise<void> {
  const data: (string | number | null)[][] = [header];
  for await (const row of rows) {
    if (data.length > MOST_XLSX_ROWS) throw new TooManyRows();
    data.push(row.map((cell, index) => sheetCell(header[index] ?? "", cell)));
  }
  await whole(path, (part) => writeXlsxFile(data, { stickyRowsCount: 1 }).toFile(part));
}

function sheetCell(column: string, cell: string): string | number | null {
  if (cell === "") return null;
  return NUMBERS.has(column) ? Number(cell) : safeCell(cell);
}

async function* lines(header: string[], rows: Rows): AsyncGenerator<string[]> {
  yield header;
  for await (const row of rows) yield row.map(safeCell);
}

async function whole(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  try {
    await write(part);
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}
