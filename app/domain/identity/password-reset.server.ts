import { and, eq, gt, isNull, or } from "drizzle-orm";
import { passwordReset, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { env } from "~/env.server";
import { translator } from "~/i18n/translator.server";
import { paths } from "~/paths";
import { record } from "../journal/journal.server";
import { post } from "../notices/post.server";
import { done, refused, type Outcome } from "../outcome";
import { newToken, tokenHash } from "./tokens.server";

const VALID_MS = 60 * 60 * 1000;

/**
 * Sends a link that sets a new password, valid one hour, to the account's e-mail (or by text message where there is only a
 * mobile number). Says nothing about whether the account exists. Writes password_reset, mail and journal.
 */
export async function askForReset(tx: Writer, name: { email: string | null; mobile: string | null }): Promise<void> {
  const known = await one(
    tx
      .select()
      .from(user)
      .where(and(or(eq(user.email, name.email ?? ""), eq(user.mobile, name.mobile ?? "")), isNull(user.disabledAt))),
  );
  if (!known) return;
  const token = newToken();
  const createdAt = Date.now();
  await tx
    .insert(passwordReset)
    .values({ tokenHash: tokenHash(token), userId: known.id, createdAt, expiresAt: createdAt + VALID_MS });
  const t = translator(known.locale);
  const link = new URL(paths.passwordReset(token), env.baseUrl).href;
  const channel = known.email ? "email" : "sms";
  await post(tx, {
    channel,
    recipient: known.email ?? known.mobile ?? "",
    subject: t("identity:reset.mail.subject"),
    body: t("identity:reset.mail.body", { name: known.name, link }),
  });
  await record(tx, null, { action: "password.reset_asked", subject: { kind: "user", id: known.id } });
}

/** Whether a link still opens. */
export async function isResetOpen(db: Reader, token: string): Promise<boolean> {
  return (await openReset(db, token)) !== null;
}

/**
 * Sets the password and closes this and every other open link of the account. Refuses `closed`: used, older than an hour,
 * or never given. Writes user, password_reset and journal. The caller ends the account's sessions.
 */
export async function resetPassword(
  tx: Writer,
  token: string,
  passwordHash: string,
): Promise<Outcome<{ userId: string }, "closed">> {
  const open = await openReset(tx, token);
  if (!open) return refused("closed");
  const usedAt = Date.now();
  await tx.update(user).set({ passwordHash }).where(eq(user.id, open.userId));
  await tx
    .update(passwordReset)
    .set({ usedAt })
    .where(and(eq(passwordReset.userId, open.userId), isNull(passwordReset.usedAt)));
  await record(tx, { userId: open.userId }, { action: "password.reset", subject: { kind: "user", id: open.userId } });
  return done({ userId: open.userId });
}

/** Sets a new password for the account itself, its present one having been checked. Writes user and journal. */
export async function changePassword(tx: Writer, userId: string, passwordHash: string): Promise<void> {
  await tx.update(user).set({ passwordHash }).where(eq(user.id, userId));
  await record(tx, { userId }, { action: "password.changed", subject: { kind: "user", id: userId } });
}

async function openReset(db: Reader, token: string) {
  return one(
    db
      .select()
      .from(passwordReset)
      .where(
        and(
          eq(passwordReset.tokenHash, tokenHash(token)),
          isNull(passwordReset.usedAt),
          gt(passwordReset.expiresAt, Date.now()),
        ),
      ),
  );
}
