/** Telling people of what was found for them: one letter for each person and occasion. */
import { and, asc, desc, eq, isNull, lt, min } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { alertItem, alertSetting } from "#db/schema/alerts.server";
import { user } from "#db/schema/identity.server";
import { notice } from "#db/schema/support.server";
import { one, type Reader, type Store, type Writer } from "#db/store.server";
import type { AlertCadence } from "#db/vocabulary/notices";
import type { Locale } from "#db/vocabulary/identity";
import { publishedCatalogue, type Catalogue } from "~/domain/catalogue/published.server";
import { post } from "~/domain/notices/post.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { paths } from "~/paths";
import { DEFAULT_CADENCE } from "./alert-form";
import { partsOf, type DigestPart } from "./digest-parts.server";
import { dueBefore } from "./digest-time";

export const MOST_IN_DIGEST = 20;
const MOST_SHOWN = 60;

export type Digest = {
  userId: string;
  locale: Locale;
  cadence: AlertCadence;
  /** All solutions, also those beyond the first MOST_IN_DIGEST, which are in no part. */
  total: number;
  parts: DigestPart[];
};
export type Letter = { subject: string; body: string };

type Person = { userId: string; email: string | null; locale: Locale; cadence: AlertCadence; before: number };

/**
 * Writes to everyone who is due: letter, notice and the mark that they were told are one transaction for each person, so that
 * whenever the process is killed nobody is written to twice or not at all. Who wants to know at once, and who has no e-mail
 * address, also gets a notice. Writes mail, notice, alert_item and alert_setting; answers how many people were told.
 */
export async function sendDigests(
  store: Pick<Store, "db" | "write">,
  now: number,
  write: (digest: Digest) => Letter,
): Promise<number> {
  const due = await peopleDue(store.db, now);
  if (due.length === 0) return 0;
  const catalogue = await publishedCatalogue(store.db);
  const reference = await referenceOf(store.db);
  let told = 0;
  for (const person of due) {
    if (await store.write((tx) => tellOne(tx, person, { catalogue, reference, now, write }))) told += 1;
  }
  return told;
}

async function peopleDue(db: Reader, now: number): Promise<Person[]> {
  const rows = await db
    .select({
      userId: alertItem.userId,
      email: user.email,
      locale: user.locale,
      cadence: alertSetting.cadence,
      first: min(alertItem.createdAt),
    })
    .from(alertItem)
    .innerJoin(user, eq(user.id, alertItem.userId))
    .leftJoin(alertSetting, eq(alertSetting.userId, alertItem.userId))
    .where(and(isNull(alertItem.toldAt), isNull(user.disabledAt)))
    .groupBy(alertItem.userId);
  return rows.flatMap(({ first, cadence: chosen, ...person }) => {
    const cadence = chosen ?? DEFAULT_CADENCE;
    const before = dueBefore(cadence, now);
    return before !== null && first !== null && first < before ? [{ ...person, cadence, before }] : [];
  });
}

type World = { catalogue: Catalogue; reference: Reference; now: number; write: (digest: Digest) => Letter };

/** Answers whether there was anything to tell: what is gone meanwhile is only marked. */
async function tellOne(tx: Writer, person: Person, { catalogue, reference, now, write }: World): Promise<boolean> {
  const { userId, before, cadence, locale, email } = person;
  const mine = and(eq(alertItem.userId, userId), isNull(alertItem.toldAt), lt(alertItem.createdAt, before));
  const items = await tx.select().from(alertItem).where(mine).orderBy(asc(alertItem.createdAt), asc(alertItem.id));
  // Another process was here first.
  if (items.length === 0) return false;
  await tx.update(alertItem).set({ toldAt: now }).where(mine);
  const { parts, total } = await partsOf(tx, { userId, items }, catalogue, reference, MOST_IN_DIGEST);
  if (total === 0) return false;
  if (email) await post(tx, { recipient: email, ...write({ userId, locale, cadence, total, parts }) });
  if (cadence === "now" || !email) {
    const tidings = { kind: "alerts.new", params: { count: total }, href: paths.account.alerts() };
    await tx.insert(notice).values({ id: newId("ntc"), userId, ...tidings, createdAt: now });
  }
  const told = { lastDigestAt: now };
  await tx
    .insert(alertSetting)
    .values({ userId, cadence, ...told, updatedAt: now })
    .onConflictDoUpdate({ target: alertSetting.userId, set: told });
  return true;
}

/** What a person was told of lately, or will be next, newest first and as far as it is still listed. */
export async function recentAlerts(db: Reader, userId: string): Promise<DigestPart[]> {
  const rows = await db
    .select()
    .from(alertItem)
    .where(eq(alertItem.userId, userId))
    .orderBy(desc(alertItem.createdAt), desc(alertItem.id))
    .limit(MOST_SHOWN);
  const { parts } = await partsOf(
    db,
    { userId, items: rows },
    await publishedCatalogue(db),
    await referenceOf(db),
    MOST_SHOWN,
  );
  return parts;
}

/** When the person was last written to; null: never. */
export async function lastDigestOf(db: Reader, userId: string): Promise<number | null> {
  const { lastDigestAt } = alertSetting;
  const row = await one(db.select({ lastDigestAt }).from(alertSetting).where(eq(alertSetting.userId, userId)));
  return row?.lastDigestAt ?? null;
}
