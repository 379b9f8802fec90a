/**
 * Hides small counts of a table with margins, also from whoever subtracts: a count under five, or of fewer than five
 * enterprises, is hidden; and wherever a shown sum less its shown parts would leave one part alone, or fewer than five, more is
 * hidden. Pure.
 */
import { SMALLEST_SHOWN } from "./figures";

export type Cell = { key: string; count: number; enterprises: ReadonlySet<string> };
/** A sum and the cells it is made of. Cells that count nothing are not in it. */
export type Line = { sum: string; parts: readonly string[] };

/** Keys of the cells that may be shown. */
export function shownCells(cells: ReadonlyMap<string, Cell>, lines: readonly Line[]): Set<string> {
  const shown = new Set([...cells.values()].filter((cell) => isLarge([cell])).map(({ key }) => key));
  const linesOf = new Map<string, Line[]>();
  for (const line of lines) {
    for (const key of [line.sum, ...line.parts]) linesOf.set(key, [...(linesOf.get(key) ?? []), line]);
  }
  const waiting = new Set(lines);
  for (const line of waiting) {
    waiting.delete(line);
    const tooMuch = givenAway(line, cells, shown);
    if (tooMuch === null) continue;
    shown.delete(tooMuch);
    for (const touched of linesOf.get(tooMuch) ?? []) waiting.add(touched);
  }
  return shown;
}

/** The cell to hide next so that this line gives nothing away; null when it does not. */
function givenAway({ sum, parts }: Line, cells: ReadonlyMap<string, Cell>, shown: ReadonlySet<string>): string | null {
  const hidden = parts.filter((key) => !shown.has(key));
  const smallest = smallestOf(
    parts.filter((key) => shown.has(key)),
    cells,
  );
  if (!shown.has(sum)) return hidden.length === 0 ? smallest : null;
  if (hidden.length === 0) return null;
  const isSafe = hidden.length > 1 && isLarge(hidden.flatMap((key) => cells.get(key) ?? []));
  return isSafe ? null : (smallest ?? sum);
}

function isLarge(cells: readonly Cell[]): boolean {
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  if (count < SMALLEST_SHOWN) return false;
  return new Set(cells.flatMap(({ enterprises }) => [...enterprises])).size >= SMALLEST_SHOWN;
}

function smallestOf(keys: readonly string[], cells: ReadonlyMap<string, Cell>): string | null {
  const countOf = (key: string) => cells.get(key)?.count ?? 0;
  return keys.toSorted((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1))[0] ?? null;
}
