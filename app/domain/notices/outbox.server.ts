import { desc, eq } from "drizzle-orm";
import { mail } from "#db/schema/support.server";
import type { Reader } from "#db/store.server";

/** The newest letters, for the demonstration's outbox page. */
export async function newestLetters(db: Reader, limit: number) {
  return db
    .select({
      id: mail.id,
      recipient: mail.recipient,
      subject: mail.subject,
      body: mail.body,
      createdAt: mail.createdAt,
    })
    .from(mail)
    .where(eq(mail.channel, "email"))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(limit);
}
