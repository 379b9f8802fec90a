/** Tells of broken promises, once each: the holder, and every office the case has gone up to. The clock itself is computed. */
import { eq } from "drizzle-orm";
import { diagnosis } from "#db/schema/clinic.server";
import { doneOnce } from "#db/schema/support.server";
import { one, type Store, type Writer } from "#db/store.server";
import { isFirstTime, notYetDone } from "~/domain/notices/once.server";
import { openClocks, type OpenCase } from "./open-cases.server";
import { reachedBy, type Holder } from "./promises";
import { tellOffice } from "./tidings.server";

type Breach = { about: OpenCase; office: Holder; key: string };

/**
 * Tells whoever has not heard yet of a broken promise; safe to run again and from several processes. A case that moved on
 * meanwhile is left alone. Writes done_once, notices and mail, one transaction for each notice. Answers how many it told.
 */
export async function tellBrokenPromises(store: Store, now: number): Promise<number> {
  const cases = await openClocks(store.db, undefined, now);
  const breaches = cases.filter(({ where }) => where.lateDays > 0).flatMap(breachesOf);
  let told = 0;
  for (const breach of await notYetDone(store.db, breaches)) if (await store.write((tx) => tell(tx, breach))) told += 1;
  return told;
}

/** For a world that is made as if it had been running: what is late by now was told of in its time. Writes done_once. */
export async function takeAsTold(tx: Writer, now: number): Promise<void> {
  const cases = await openClocks(tx, undefined, now);
  const told = cases.filter(({ where }) => where.lateDays > 0).flatMap(breachesOf);
  if (told.length > 0) await tx.insert(doneOnce).values(told.map(({ key }) => ({ key, at: now })));
}

function breachesOf(about: OpenCase): Breach[] {
  const { holder, promise, promisedAt } = about.where;
  const offices: Holder[] = [...(holder ? [holder] : []), ...reachedBy(about.where)];
  return offices.map((office) => ({ about, office, key: `promise:${about.id}:${promise}:${promisedAt}:${office}` }));
}

async function tell(tx: Writer, { about, office, key }: Breach): Promise<boolean> {
  const found = await one(tx.select().from(diagnosis).where(eq(diagnosis.id, about.id)));
  if (!found || found.edit !== about.edit || !(await isFirstTime(tx, key))) return false;
  const kind = office === about.where.holder ? "diagnosis.overdue" : "diagnosis.escalated";
  await tellOffice(tx, found, office, kind, { date: about.where.dueOn ?? "" });
  return true;
}
