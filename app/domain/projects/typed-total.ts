/** What the price lines of a form add up to while it is being filled in. Pure. */
import { fold, plainYuan } from "~/domain/fields";

/** In fen; a price that is no amount yet counts as nothing. */
export function typedTotal(lines: unknown): number {
  if (!Array.isArray(lines)) return 0;
  return lines.reduce<number>((sum, line: unknown) => sum + priceOf(line), 0);
}

function priceOf(line: unknown): number {
  if (typeof line !== "object" || line === null || !("price" in line) || typeof line.price !== "string") return 0;
  const text = plainYuan(fold(line.price));
  return /^\d{1,10}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : 0;
}
