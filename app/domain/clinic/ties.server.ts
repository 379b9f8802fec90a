import { eq } from "drizzle-orm";
import { expert } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";

/** Organisations an expert is tied to: the employer and every declared tie; nobody sent, nothing tied. */
export async function tiesOf(db: Reader, userId: string | null): Promise<string[]> {
  if (userId === null) return [];
  const found = await one(
    db.select({ employer: expert.organisationId, ties: expert.ties }).from(expert).where(eq(expert.userId, userId)),
  );
  return found ? [...new Set([found.employer, ...found.ties])] : [];
}
