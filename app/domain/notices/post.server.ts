import { newId } from "#db/ids.server";
import { mail } from "#db/schema/support.server";
import type { Writer } from "#db/store.server";
import type { MailChannel } from "#db/vocabulary/notices";

type Letter = { channel?: MailChannel; recipient: string; subject: string; body: string };

/** Puts one letter into the outbox, in the transaction of what it speaks of. A job sends it. Writes mail. */
export async function post(tx: Writer, letter: Letter): Promise<void> {
  const at = Date.now();
  await tx.insert(mail).values({ id: newId("mai"), channel: "email", ...letter, createdAt: at, nextAttemptAt: at });
}
