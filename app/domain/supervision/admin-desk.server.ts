import { isNull } from "drizzle-orm";
import { organisation, user } from "#db/schema/identity.server";
import { journalEntry, mail } from "#db/schema/support.server";
import type { Reader } from "#db/store.server";

/** The counts of the administrators' desk. */
export async function adminDesk(db: Reader) {
  const [accounts, organisations, entries, letters] = await Promise.all([
    db.$count(user),
    db.$count(organisation),
    db.$count(journalEntry),
    db.$count(mail, isNull(mail.sentAt)),
  ]);
  return { accounts, organisations, entries, letters };
}
