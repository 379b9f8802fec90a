/** Reminds a provider of a certificate that runs out: 60, 30 and 7 days before. */
import { and, asc, eq, gte, inArray, lte } from "drizzle-orm";
import { provider, qualification } from "#db/schema/catalogue.server";
import { one, type Reader, type Store, type Writer } from "#db/store.server";
import type { QualificationCriterion } from "#db/vocabulary/catalogue";
import { tell } from "~/domain/notices/notices.server";
import { isFirstTime, notYetDone } from "~/domain/notices/once.server";
import { paths } from "~/paths";
import { daysLeft, reminderDays, reminderDue, type ReminderDays } from "./qualification-expiry";

const DAY_MS = 86_400_000;

type Due = {
  id: string;
  providerId: string;
  criterion: QualificationCriterion;
  validUntil: string;
  days: ReminderDays;
  key: string;
};

/**
 * Sends every reminder that is due and was not sent; safe to run again and from several processes. A certificate renewed meanwhile is left
 * alone. Writes done_once, notices and mail, one transaction for each. Answers how many it sent.
 */
export async function remindOfExpiry(store: Store, now: number): Promise<number> {
  let sent = 0;
  for (const due of await notYetDone(store.db, await dueNow(store.db, now)))
    if (await store.write((tx) => remind(tx, due, now))) sent += 1;
  return sent;
}

async function dueNow(db: Reader, now: number): Promise<Due[]> {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  // A day more on both sides: the exact day is the province's, asked below.
  const isNear = and(
    gte(qualification.validUntil, day(now - DAY_MS)),
    lte(qualification.validUntil, day(now + (reminderDays[0] + 2) * DAY_MS)),
  );
  const isInUse = inArray(provider.status, ["open", "suspended", "pending_approval"]);
  const rows = await db
    .select({
      id: qualification.id,
      providerId: qualification.providerId,
      criterion: qualification.criterion,
      validUntil: qualification.validUntil,
    })
    .from(qualification)
    .innerJoin(provider, eq(provider.organisationId, qualification.providerId))
    .where(and(isNear, isInUse, inArray(qualification.status, ["submitted", "passed"])))
    .orderBy(asc(qualification.validUntil));
  return rows.flatMap(({ validUntil, ...row }) => {
    const days = reminderDue(validUntil, now);
    return validUntil === null || days === null
      ? []
      : [{ ...row, validUntil, days, key: `qualification:${row.id}:${validUntil}:${days}` }];
  });
}

async function remind(tx: Writer, due: Due, now: number): Promise<boolean> {
  const row = await one(tx.select().from(qualification).where(eq(qualification.id, due.id)));
  const isAsSeen = row?.validUntil === due.validUntil && (row.status === "submitted" || row.status === "passed");
  if (!isAsSeen || !(await isFirstTime(tx, due.key))) return false;
  const params = { criterion: due.criterion, date: due.validUntil, days: daysLeft(due.validUntil, now) ?? 0 };
  const href = paths.providerDesk.qualification(due.criterion);
  await tell(tx, { organisationId: due.providerId }, { kind: `qualification.expires_${due.criterion}`, params, href });
  return true;
}
