/** Reminds the enterprise and the expert of a visit: one working day before, and on its morning. Rules: docs/decisions/0020. */
import { and, asc, eq, gt, lt } from "drizzle-orm";
import { diagnosis } from "#db/schema/clinic.server";
import { one, type Reader, type Store, type Writer } from "#db/store.server";
import { isFirstTime, notYetDone } from "~/domain/notices/once.server";
import type { Diagnosis } from "./moves.server";
import { DAY_MS, dayAt, minuteAt, timeOn } from "./shanghai-time";
import { tellOffice } from "./tidings.server";
import { addWorkingDays } from "./working-days";

type Occasion = "visit_eve" | "visit_today";
type Ahead = Pick<Diagnosis, "id" | "expertUserId"> & { visitAt: number };
type Reminder = { about: Ahead; occasion: Occasion; office: "enterprise" | "expert"; key: string };

const HOUR_MS = 3_600_000;
/** The longest holiday with its weekends is shorter. */
const FURTHEST_MS = 20 * DAY_MS;

/**
 * Sends every reminder that is due and was not sent; safe to run again and from several processes, and when the machine's
 * clock is set back. A visit moved or given up meanwhile is left alone. Writes done_once, notices and mail, one transaction
 * for each reminder. Answers how many it sent.
 */
export async function remindOfVisits(store: Store, now: number): Promise<number> {
  const due = (await visitsAhead(store.db, now)).flatMap((about) => remindersFor(about, now));
  let sent = 0;
  for (const reminder of await notYetDone(store.db, due)) {
    if (await store.write((tx) => remind(tx, reminder))) sent += 1;
  }
  return sent;
}

/** What is due now of the visit at a time: from nine on the working day before it, from seven on its day, until it begins. */
export function occasionOf(visitAt: number, now: number): Occasion | null {
  const day = dayAt(visitAt);
  const midnight = timeOn(day, "00:00");
  const morning = Math.min(timeOn(day, "07:00"), visitAt - HOUR_MS);
  if (now >= visitAt) return null;
  if (now >= morning) return "visit_today";
  return now >= timeOn(addWorkingDays(day, -1).day, "09:00") && now < midnight ? "visit_eve" : null;
}

async function visitsAhead(db: Reader, now: number): Promise<Ahead[]> {
  const isAhead = and(
    eq(diagnosis.status, "scheduled"),
    gt(diagnosis.visitAt, now),
    lt(diagnosis.visitAt, now + FURTHEST_MS),
  );
  const rows = await db
    .select({ id: diagnosis.id, visitAt: diagnosis.visitAt, expertUserId: diagnosis.expertUserId })
    .from(diagnosis)
    .where(isAhead)
    .orderBy(asc(diagnosis.visitAt));
  return rows.flatMap(({ visitAt, ...row }) => (visitAt === null ? [] : [{ ...row, visitAt }]));
}

/** An expert who takes over at the same hour has not been reminded. */
function remindersFor(about: Ahead, now: number): Reminder[] {
  const occasion = occasionOf(about.visitAt, now);
  if (!occasion) return [];
  const key = `${occasion}:${about.id}:${about.visitAt}`;
  return [
    { about, occasion, office: "enterprise", key: `${key}:enterprise` },
    { about, occasion, office: "expert", key: `${key}:${about.expertUserId}` },
  ];
}

async function remind(tx: Writer, { about, occasion, office, key }: Reminder): Promise<boolean> {
  const found = await one(tx.select().from(diagnosis).where(eq(diagnosis.id, about.id)));
  const isAsSeen = found?.visitAt === about.visitAt && found.expertUserId === about.expertUserId;
  if (!found || !isAsSeen || found.status !== "scheduled" || !(await isFirstTime(tx, key))) return false;
  const when = minuteAt(about.visitAt).replace("T", " ");
  await tellOffice(tx, found, office, `diagnosis.${occasion}`, { when, text: found.visitNote });
  return true;
}
