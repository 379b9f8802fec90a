/** Quotes side by side: what differs, and which is the best of a row. Pure. */
import type { Quote } from "./quote";
import { HOURS_A_DAY } from "./working-hours-a-day";

/** Rows in which one figure may be better than another. */
export const comparedRows = ["total", "eligible", "days", "warranty", "validity", "response"] as const;
export type ComparedRow = (typeof comparedRows)[number];

type Compared = { quote: Quote | null; responseHours: number | null };

/** A time to answer as it is said: whole hours within a working day, half days from there on. What reads the same is the same. */
export function saidHours(hours: number): number {
  if (hours < HOURS_A_DAY) return Math.max(1, Math.round(hours));
  return (Math.round((hours / HOURS_A_DAY) * 2) / 2) * HOURS_A_DAY;
}

/** A figure of a quote; null where there is none, or an old quote did not say. */
export function figureOf(row: ComparedRow, { quote, responseHours }: Compared): number | null {
  if (row === "response") return responseHours === null ? null : saidHours(responseHours);
  if (quote === null) return null;
  switch (row) {
    case "total":
      return quote.totalFen;
    case "eligible":
      return quote.eligibleFen;
    case "days":
      return quote.days || null;
    case "warranty":
      return quote.warrantyMonths;
    case "validity":
      return Date.parse(quote.validUntil);
  }
}

/** Whether a larger figure is the better one for the enterprise. */
const largerIsBetter: Record<ComparedRow, boolean> = {
  ...{ total: false, days: false, response: false },
  ...{ eligible: true, warranty: true, validity: true },
};

/** Of each column, whether its figure is the best of the row; nobody is best where all are alike or alone. */
export function bestOf(row: ComparedRow, columns: readonly Compared[]): boolean[] {
  const figures = columns.map((column) => figureOf(row, column));
  const known = figures.filter((figure) => figure !== null);
  if (!differs(row, columns)) return figures.map(() => false);
  const best = largerIsBetter[row] ? Math.max(...known) : Math.min(...known);
  return figures.map((figure) => figure === best);
}

/** Whether the figures of a row are not all the same; who has not offered yet does not count. */
export function differs(row: ComparedRow, columns: readonly Compared[]): boolean {
  return new Set(columns.flatMap((column) => figureOf(row, column) ?? [])).size > 1;
}
