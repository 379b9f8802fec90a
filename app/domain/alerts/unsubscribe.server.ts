/** The link at the foot of every digest, which works without signing in and for as long as the account is there. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { env } from "~/env.server";
import { record } from "~/domain/journal/journal.server";
import { setCadence } from "./settings.server";

/** Names the person, and proves that we wrote it: user id and HMAC of it. */
export function unsubscribeToken(userId: string): string {
  return `${userId}.${signed(userId).toString("base64url")}`;
}

/** Whose token it is; null for a forged one, and when the account is gone. */
export async function userOfToken(db: Reader, token: string): Promise<string | null> {
  const at = token.lastIndexOf(".");
  const id = token.slice(0, Math.max(at, 0));
  const given = Buffer.from(token.slice(at + 1), "base64url");
  const expected = signed(id);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return (await one(db.select({ id: user.id }).from(user).where(eq(user.id, id))))?.id ?? null;
}

/** Ends all alerts of a person; again changes nothing. Writes alert_setting, alert_item and journal. */
export async function unsubscribe(tx: Writer, userId: string): Promise<void> {
  await setCadence(tx, userId, "never");
  await record(tx, { userId }, { action: "alerts.unsubscribed", subject: { kind: "user", id: userId } });
}

function signed(userId: string): Buffer {
  return createHmac("sha256", env.sessionSecret).update(`unsubscribe:${userId}`).digest();
}
