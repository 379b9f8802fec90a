import { doneOnce } from "#db/schema/support.server";
import type { Writer } from "#db/store.server";

/**
 * Whether an occasion comes up for the first time; from now on it has been. Call it in the transaction of what is to
 * happen once. Writes done_once.
 */
export async function isFirstTime(tx: Writer, key: string): Promise<boolean> {
  const written = await tx.insert(doneOnce).values({ key, at: Date.now() }).onConflictDoNothing().returning();
  return written.length > 0;
}
