import { inArray } from "drizzle-orm";
import { doneOnce } from "#db/schema/support.server";
import type { Reader, Writer } from "#db/store.server";

/** SQLite takes only so many values in one query. */
const AT_ONCE = 500;

/**
 * Whether an occasion comes up for the first time; from now on it has been. Call it in the transaction of what is to
 * happen once. Writes done_once.
 */
export async function isFirstTime(tx: Writer, key: string): Promise<boolean> {
  const written = await tx.insert(doneOnce).values({ key, at: Date.now() }).onConflictDoNothing().returning();
  return written.length > 0;
}

/** Those whose occasion has not come up yet, in the same order: asked before writing, since most have. */
export async function notYetDone<Occasion extends { key: string }>(
  db: Reader,
  occasions: readonly Occasion[],
): Promise<Occasion[]> {
  const known = new Set<string>();
  for (let at = 0; at < occasions.length; at += AT_ONCE) {
    const keys = occasions.slice(at, at + AT_ONCE).map(({ key }) => key);
    const rows = await db.select({ key: doneOnce.key }).from(doneOnce).where(inArray(doneOnce.key, keys));
    for (const { key } of rows) known.add(key);
  }
  return occasions.filter(({ key }) => !known.has(key));
}
