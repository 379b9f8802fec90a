/** How far the log of catalogue changes was handled, kept as one row, so that nothing is lost when a process is killed. */
import { and, asc, eq, gt, gte, lt } from "drizzle-orm";
import { catalogueChange } from "#db/schema/catalogue.server";
import { doneOnce } from "#db/schema/support.server";
import { one, type Reader, type Writer } from "#db/store.server";

const PREFIX = "alerts:handled:";
/** A range, which the index answers; LIKE would read the whole table. `;` comes right after `:`. */
const isHandled = and(gte(doneOnce.key, PREFIX), lt(doneOnce.key, "alerts:handled;"));

export type Handled = {
  /** `catalogue_change.seq`. */
  seq: number;
  /** When it was; ms. */
  at: number;
};

/** The last change handled; null before the first time. */
export async function lastHandled(db: Reader): Promise<Handled | null> {
  const row = await one(db.select().from(doneOnce).where(isHandled));
  return row ? { seq: Number(row.key.slice(PREFIX.length)), at: row.at } : null;
}

/** Writes done_once. */
export async function noteHandled(tx: Writer, { seq, at }: Handled): Promise<void> {
  await tx.delete(doneOnce).where(isHandled);
  await tx.insert(doneOnce).values({ key: `${PREFIX}${seq}`, at });
}

/**
 * Numbers of the solutions changed after `handled`, each once; null when only the solutions themselves tell: the log was cut,
 * set back, or says that anything may have changed.
 */
export async function changedSince(db: Reader, handled: Handled): Promise<number[] | null> {
  const own = await one(
    db.select({ seq: catalogueChange.seq }).from(catalogueChange).where(eq(catalogueChange.seq, handled.seq)),
  );
  if (!own && handled.seq > 0) return null;
  const rows = await db
    .select({ no: catalogueChange.no })
    .from(catalogueChange)
    .where(gt(catalogueChange.seq, handled.seq))
    .orderBy(asc(catalogueChange.seq));
  const numbers = rows.map(({ no }) => no);
  return numbers.includes(null) ? null : [...new Set(numbers.filter((no) => no !== null))];
}
