/** Reads a CSV or XLSX file row by row, as often as asked: a file of any size in little memory when it is CSV. */
import { CsvError, parse } from "csv-parse";
import { createReadStream, existsSync, statSync } from "node:fs";
import { Readable } from "node:stream";
import { readSheet } from "read-excel-file/node";
import { fold } from "~/domain/fields";
import type { Cells, Column } from "~/domain/file-cells";
import { bareCell } from "~/domain/written-cells";
import type { Translate } from "~/i18n/messages";
import { csvProblem } from "./import-csv-problem";

export type FileRow = {
  /** As a spreadsheet counts: the header is row 1. */
  number: number;
  cells: Cells;
  /** Cells beyond the header's columns that are not blank: how many cells the row has. */
  surplus: number | null;
};

export type ImportFile = {
  sizeBytes: number;
  columnCount: number;
  /** Rows that are not blank, in batches, with the share of the file read so far. */
  batches(): AsyncGenerator<{ rows: FileRow[]; share: number }>;
};

type Raw = { cells: readonly unknown[]; share: number };

const BATCH = 500;
const CHUNK_BYTES = 1_048_576;
/** A quotation mark that is never closed would otherwise take the rest of the file into one cell. */
const MOST_BYTES_A_ROW = 1_048_576;

/** Opens a file and checks its header. Throws one sentence for whatever is wrong with the file as a whole. */
export async function openImportFile(path: string, columns: readonly Column[], t: Translate): Promise<ImportFile> {
  if (!existsSync(path)) throw new Error(t("exchange:no_such_file", { file: path }));
  const records = await recordsOf(path, t);
  const header = checkedHeader(await firstOf(records()), columns, t);
  return {
    sizeBytes: statSync(path).size,
    columnCount: header.length,
    batches: () => batches(records(), header),
  };
}

async function recordsOf(path: string, t: Translate): Promise<() => AsyncGenerator<Raw>> {
  if (/\.csv$/i.test(path)) return () => csvRecords(path, t);
  if (!/\.xlsx$/i.test(path)) throw new Error(t("exchange:unknown_kind_of_file", { file: path }));
  try {
    const rows = await readSheet(path, { parseNumber: displayedNumber });
    return () => sheetRecords(rows);
  } catch (error) {
    throw new Error(t("exchange:broken_xlsx"), { cause: error });
  }
}

async function* csvRecords(path: string, t: Translate): AsyncGenerator<Raw> {
  const { size } = statSync(path);
  let read = 0;
  async function* texts() {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      read += chunk.length;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }
  const source = Readable.from(texts());
  const parser = source.pipe(parse({ relax_column_count: true, max_record_size: MOST_BYTES_A_ROW }));
  source.on("error", (error) => parser.destroy(error));
  try {
    for await (const cells of parser) yield { cells, share: size === 0 ? 1 : read / size };
  } catch (error) {
    if (error instanceof CsvError) throw new Error(csvProblem(error, t), { cause: error });
    if (error instanceof TypeError) throw new Error(t("exchange:not_utf8"), { cause: error });
    throw error;
  } finally {
    source.destroy();
  }
}

async function* sheetRecords(rows: readonly (readonly unknown[])[]): AsyncGenerator<Raw> {
  for (const [index, cells] of rows.entries()) yield { cells, share: (index + 1) / rows.length };
}

/** Spreadsheets show 15 digits; what lies behind them is noise of binary fractions. */
function displayedNumber(text: string): string {
  const value = Number(text);
  return Number.isNaN(value) ? text : String(Number(value.toPrecision(15)));
}

async function firstOf(records: AsyncGenerator<Raw>): Promise<readonly unknown[]> {
  for await (const { cells } of records) return cells;
  return [];
}

function checkedHeader(cells: readonly unknown[], columns: readonly Column[], t: Translate): string[] {
  const header = cells.map((cell) => fold(textOf(cell)).toLowerCase());
  while (header.at(-1) === "") header.pop();
  if (header.length === 0) throw new Error(t("exchange:no_header"));
  const all = columns.map(({ name }) => name).join(", ");
  for (const [index, name] of header.entries()) {
    if (!columns.some((column) => column.name === name))
      throw new Error(t("exchange:unknown_column", { column: name, columns: all }));
    if (header.indexOf(name) !== index) throw new Error(t("exchange:repeated_column", { column: name }));
  }
  const missing = columns.find(({ name, isRequired }) => isRequired && !header.includes(name));
  if (missing) throw new Error(t("exchange:missing_column", { column: missing.name, columns: all }));
  return header;
}

async function* batches(records: AsyncGenerator<Raw>, header: readonly string[]) {
  let rows: FileRow[] = [];
  let number = 0;
  for await (const { cells, share } of records) {
    number += 1;
    if (number === 1) continue;
    const texts = cells.map(textOf);
    if (texts.every((text) => text.trim() === "")) continue;
    const isSurplus = texts.slice(header.length).some((text) => text.trim() !== "");
    rows.push({
      number,
      cells: new Map(header.map((name, index) => [name, bareCell(texts[index] ?? "")])),
      surplus: isSurplus ? texts.length : null,
    });
    if (rows.length < BATCH) continue;
    yield { rows, share };
    rows = [];
  }
  if (rows.length > 0) yield { rows, share: 1 };
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? "" : String(cell);
}
