/** Reminds an enterprise that has not answered a delivery: after five and after ten working days (docs/decisions/0026). */
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { project } from "#db/schema/projects.server";
import { one, type Store, type Writer } from "#db/store.server";
import { dayAt } from "~/domain/clinic/shanghai-time";
import { workingDaysBetween } from "~/domain/clinic/working-days";
import { isFirstTime, notYetDone } from "~/domain/notices/once.server";
import { tellOfProject, type Project } from "./project-moves.server";
import { REMINDER_DAYS } from "./project-status";

type Waiting = Project & { statusSince: number };

/**
 * Sends every reminder that is due and was not sent; safe to run again and from several processes. After a standstill only
 * the last one due is sent. A project answered meanwhile is left alone. Writes done_once, notices and mail, one transaction
 * for each project. Answers how many it told.
 */
export async function remindOfDeliveries(store: Store, now: number): Promise<number> {
  const isWaiting = and(eq(project.status, "completed"), isNotNull(project.quoteId), isNotNull(project.statusSince));
  const rows = await store.db.select().from(project).where(isWaiting).orderBy(asc(project.id));
  const waiting = rows.flatMap(({ statusSince, ...row }) => (statusSince === null ? [] : [{ ...row, statusSince }]));
  let told = 0;
  const due = waiting.flatMap((row) => {
    const days = remindersDue(row.statusSince, now).at(-1);
    return days === undefined ? [] : [{ row, key: keyOf(row, days) }];
  });
  for (const { row } of await notYetDone(store.db, due)) {
    if (await store.write((tx) => remind(tx, row, now))) told += 1;
  }
  return told;
}

/** The reminders that are due by now of a delivery reported at a time, earliest first. */
export function remindersDue(reportedAt: number, now: number): number[] {
  const waited = workingDaysBetween(dayAt(reportedAt), dayAt(now));
  return REMINDER_DAYS.filter((days) => waited >= days);
}

function keyOf({ id, edit }: Waiting, days: number): string {
  return `delivery:${id}:${edit}:${days}`;
}

async function remind(tx: Writer, seen: Waiting, now: number): Promise<boolean> {
  const found = await one(tx.select().from(project).where(eq(project.id, seen.id)));
  if (!found || found.edit !== seen.edit) return false;
  let last: number | null = null;
  for (const days of remindersDue(seen.statusSince, now)) if (await isFirstTime(tx, keyOf(seen, days))) last = days;
  if (last === null) return false;
  await tellOfProject(tx, undefined, found, "enterprise", "project.delivery_waits", String(last));
  return true;
}
