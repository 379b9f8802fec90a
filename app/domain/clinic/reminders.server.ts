/** Reminding whoever holds a case: words to the holder, kept in the journal, the case itself untouched. */
import { and, asc, eq } from "drizzle-orm";
import { user } from "#db/schema/identity.server";
import { journalEntry } from "#db/schema/support.server";
import type { Reader, Writer } from "#db/store.server";
import type { AuthorityStaff, ParkStaff } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { isFirstTime } from "~/domain/notices/once.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { NoteForm } from "./diagnosis-form";
import { mayAct } from "./diagnosis-status";
import { caseToAct, whereIs, type Diagnosis } from "./moves.server";
import { reachedBy, supervisorsOf, type Holder, type Where } from "./promises";
import { tellCase, type Listener } from "./tidings.server";
import { addWorkingDays, isWorkingDay, shanghaiDay } from "./working-days";

export type RemindRefusal = "not_found" | "stale" | "not_possible" | "reminded_today";

export type ShownReminder = { id: string; at: number; byName: string; text: string };

const ACTION = "diagnosis.reminded";

/**
 * Reminds the holder of a case in words; at most once a working day for each office. A park may remind of any case of its
 * own that others hold, an authority once the broken promise has gone up to it. Writes done_once, journal and the notice.
 */
export async function remindHolder(
  tx: Writer,
  staff: ParkStaff | AuthorityStaff,
  id: string,
  { edit, note }: NoteForm,
): Promise<Outcome<Diagnosis, RemindRefusal>> {
  const found = await caseToAct(tx, staff, { id, edit }, "remind");
  if (!found.ok) return found;
  const about = found.value;
  const { holder } = await whereIs(tx, about);
  if (!isReminded(holder) || !supervisorsOf({ holder }).includes(officeOf(staff))) return refused("not_possible");
  if (!(await isFirstTime(tx, `remind:${id}:${officeOf(staff)}:${workingDayOf(Date.now())}`)))
    return refused("reminded_today");
  await record(tx, staff, {
    action: ACTION,
    subject: { kind: "diagnosis", id },
    ownerOrganisationId: about.enterpriseId,
    parkSlug: about.parkSlug,
    regionCode: about.regionCode,
    after: { holder, text: note },
  });
  await tellCase(tx, staff, about, [holder], ACTION, { office: staff.organisationName, text: note });
  return done(about);
}

/** Whether this office may remind the holder of a case that stands there; it may have done so today already. */
export function mayRemind(staff: ParkStaff | AuthorityStaff, where: Where): boolean {
  const office = officeOf(staff);
  const chain = office === "park" ? supervisorsOf(where) : reachedBy(where);
  return isReminded(where.holder) && mayAct("remind", where.step, office) && chain.includes(office);
}

/** The reminders of a case, which the caller has read as its actor, oldest first. */
export async function remindersOf(db: Reader, id: string): Promise<ShownReminder[]> {
  const isReminder = and(
    eq(journalEntry.subjectKind, "diagnosis"),
    eq(journalEntry.subjectId, id),
    eq(journalEntry.action, ACTION),
  );
  const rows = await db
    .select({ id: journalEntry.id, at: journalEntry.at, byName: user.name, after: journalEntry.after })
    .from(journalEntry)
    .innerJoin(user, eq(user.id, journalEntry.actorUserId))
    .where(isReminder)
    .orderBy(asc(journalEntry.id));
  return rows.map(({ after, ...row }) => ({ ...row, id: `reminder-${row.id}`, text: String(after?.text ?? "") }));
}

function officeOf(staff: ParkStaff | AuthorityStaff) {
  return staff.kind === "park" ? "park" : staff.level;
}

function isReminded(holder: Holder | null): holder is Listener {
  return holder === "enterprise" || holder === "park" || holder === "expert";
}

/** A weekend belongs to the working day before it. */
function workingDayOf(at: number): string {
  const day = shanghaiDay(at);
  return isWorkingDay(day) ? day : addWorkingDays(day, -1).day;
}
