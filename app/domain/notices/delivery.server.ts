/** The one door through which mail and text messages leave. A driver throws when a letter could not be handed over. */
import { and, asc, eq, isNull, lt, lte } from "drizzle-orm";
import { createHmac } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { mail } from "#db/schema/support.server";
import type { Store } from "#db/store.server";
import type { MailChannel } from "#db/vocabulary/notices";
import { env } from "~/env.server";
import { dayOf } from "~/i18n/format";
import { log } from "~/log.server";
import { paths } from "~/paths";
import { unsubscribeHeaders } from "./unsubscribe-header";

type Letter = { id: string; channel: MailChannel; recipient: string; subject: string; body: string; createdAt: number };
export type Driver = (letter: Letter) => Promise<void>;

const BATCH = 20;
const MAX_ATTEMPTS = 8;
const TIMEOUT_MS = 10_000;

/** The driver of each channel under the settings; without one, letters become readable files in DATA_DIR/outbox. */
export function driversFor(settings: typeof env): Record<MailChannel, Driver> {
  return {
    email: settings.smtpUrl ? bySmtp(settings.smtpUrl, settings.mailFrom) : intoFolder(settings.dataDir),
    sms: settings.smsWebhookUrl
      ? byWebhook(settings.smsWebhookUrl, settings.smsWebhookSecret ?? settings.sessionSecret)
      : intoFolder(settings.dataDir),
  };
}

/**
 * Sends what is due, oldest first, and writes what became of each. A letter that fails is tried again after 1, 2, 4 …
 * minutes, eight times at most. Returns how many were sent.
 */
export async function deliverDue(
  store: Store,
  drivers: Record<MailChannel, Driver>,
  now = Date.now(),
): Promise<number> {
  const due = await store.db
    .select()
    .from(mail)
    // Given-up letters stay out: twenty of them would fill every batch and nothing else would ever leave.
    .where(and(isNull(mail.sentAt), lte(mail.nextAttemptAt, now), lt(mail.attempts, MAX_ATTEMPTS)))
    .orderBy(asc(mail.createdAt))
    .limit(BATCH);
  let sent = 0;
  for (const letter of due) {
    const attempts = letter.attempts + 1;
    const failure = await attempt(drivers[letter.channel], letter);
    const after = failure
      ? { attempts, lastError: failure, nextAttemptAt: now + 60_000 * 2 ** letter.attempts }
      : { attempts, lastError: null, sentAt: now };
    await store.write((tx) => tx.update(mail).set(after).where(eq(mail.id, letter.id)));
    if (!failure) sent++;
  }
  return sent;
}

/** Null when it was handed over, else what went wrong. */
async function attempt(driver: Driver, letter: Letter): Promise<string | null> {
  try {
    await driver(letter);
    return null;
  } catch (error) {
    log.warn({ event: "mail_failed", mailId: letter.id, err: error });
    return error instanceof Error ? error.message.slice(0, 300) : "unknown";
  }
}

function bySmtp(url: string, from: string): Driver {
  const transport = createTransport(url);
  return async ({ id, recipient, subject, body }) => {
    const headers = unsubscribeHeaders(body, new URL(paths.unsubscribe(""), env.baseUrl).href);
    await transport.sendMail({ from, to: recipient, subject, text: body, messageId: `<${id}@shuzhen>`, headers });
  };
}

/** Posts JSON signed with HMAC-SHA-256 over the body, hexadecimal, in X-Shuzhen-Signature. */
function byWebhook(url: string, secret: string): Driver {
  return async ({ id, recipient, body: text }) => {
    const body = JSON.stringify({ id, to: recipient, text });
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Shuzhen-Signature": signature },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`webhook answered ${response.status}`);
  };
}

function intoFolder(dataDir: string): Driver {
  return async ({ id, channel, recipient, subject, body, createdAt }) => {
    const folder = join(dataDir, "outbox", dayOf(createdAt));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${id}.txt`), `${channel}: ${recipient}\n${subject}\n\n${body}\n`);
  };
}
