/** Cells as they are written: each reads back as what it was, and none runs in a spreadsheet. */

const FEN = 100;

export function listCell(items: readonly string[]): string {
  return items.join("|");
}

/** Fen as yuan: whole ones plain, others with two decimals. */
export function moneyCell(fen: number | null): string {
  if (fen === null) return "";
  return fen % FEN === 0 ? String(fen / FEN) : (fen / FEN).toFixed(2);
}

export function numberCell(value: number | null): string {
  return value === null ? "" : String(value);
}

/** What a spreadsheet may take for a formula; also the full-width signs, which some versions read as plain ones. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell no spreadsheet runs: an apostrophe stands before it. The empty cell and plain text stay as they are. */
export function safeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What `safeCell` was given. */
export function bareCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
