/** One case with everything its page draws, fenced by who looks. */
import { asc, eq } from "drizzle-orm";
import { diagnosisStep } from "#db/schema/clinic.server";
import { user } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { DiagnosisReason, DiagnosisStatus, ReportStatus } from "#db/vocabulary/clinic";
import { positionOf, type LinePosition } from "./case-line";
import { caseNames, type CaseNames } from "./case-names.server";
import { reportsOfCase } from "./draft-report.server";
import { duplicatesOf, type Earlier } from "./duplicates.server";
import { diagnosisFor, type CaseActor, type Diagnosis } from "./moves.server";
import { onSiteResult, type OnSiteResult } from "./on-site.server";
import {
  enterpriseOf,
  expertContact,
  expertOf,
  parkContact,
  type Contact,
  type ShownEnterprise,
  type ShownExpert,
} from "./parties.server";
import { whereIsIt, type Where } from "./promises";
import { remindersOf, type ShownReminder } from "./reminders.server";

export type ShownStep = {
  id: string;
  fromStatus: DiagnosisStatus | null;
  toStatus: DiagnosisStatus;
  reason: DiagnosisReason | null;
  text: string;
  byName: string;
  at: number;
};

export type CaseOnPage = {
  case: Diagnosis;
  where: Where;
  position: LinePosition;
  names: CaseNames;
  steps: ShownStep[];
  enterprise: ShownEnterprise;
  expert: ShownExpert | null;
  /** Null while this reader may not open it. */
  report: { status: ReportStatus; number: number; issuedAt: number | null } | null;
  /** What was filled in on the visit, begun or finished. */
  assessment: OnSiteResult | null;
  /** What the holder was reminded of, beside the steps. */
  reminders: ShownReminder[];
  /** Cases this request may repeat, for those who decide about it. */
  earlier: Earlier[];
  /** Whom to speak to while the case is open. */
  contacts: Contacts;
  /** The park the enterprise lies in by now, when it is not the one that was asked: the case stays where it is. */
  movedTo: string | null;
};

/** The one who holds the case, and the park's desk; null for the reader's own side, and when nobody can be named. */
export type Contacts = { holder: Contact | null; park: Contact | null };

/** The case when this actor may see it, else null. */
export async function casePage(db: Reader, actor: CaseActor, id: string, now: number): Promise<CaseOnPage | null> {
  const found = await diagnosisFor(db, actor, id);
  if (!found) return null;
  const [steps, shownEnterprise, shownExpert, reports, onSite, reminders] = await Promise.all([
    stepsOf(db, id),
    enterpriseOf(db, found.enterpriseId),
    expertOf(db, found.expertUserId),
    reportsOfCase(db, id),
    onSiteResult(db, id),
    remindersOf(db, id),
  ]);
  if (!shownEnterprise) return null;
  const where = whereIsIt(found, steps, now);
  const movedTo = shownEnterprise.parkSlug === found.parkSlug ? null : shownEnterprise.parkSlug;
  const { [id]: earlier = [] } = isDeciding(actor) ? await duplicatesOf(db, actor, [found]) : {};
  const parks = [found.parkSlug, movedTo, ...earlier.map((one) => one.parkSlug)].flatMap((slug) => slug ?? []);
  const coded = [{ ...found, industryCode: shownEnterprise.industryCode }, ...parks.map((parkSlug) => ({ parkSlug }))];
  const report = reports.find(({ status }) => mayRead(actor, status)) ?? null;
  return {
    case: found,
    where,
    position: positionOf(found.status, steps),
    names: await caseNames(db, coded),
    steps,
    enterprise: shownEnterprise,
    expert: shownExpert,
    report: report && { status: report.status, number: report.number, issuedAt: report.issuedAt },
    assessment: onSite,
    reminders,
    earlier,
    contacts: await contactsOf(db, actor, found, where),
    movedTo,
  };
}

function isDeciding(actor: CaseActor): boolean {
  return actor.kind === "park" || actor.kind === "authority";
}

/** The request names who speaks for the enterprise. */
async function contactsOf(db: Reader, actor: CaseActor, about: Diagnosis, { holder }: Where): Promise<Contacts> {
  if (holder === null || about.status === "draft") return { holder: null, park: null };
  const [park, expert] = await Promise.all([
    actor.kind === "park" ? null : parkContact(db, about.parkSlug),
    actor.kind === "expert" || holder !== "expert" ? null : expertContact(db, about.expertUserId),
  ]);
  const enterprise =
    actor.kind === "enterprise" ? null : { name: about.contactName, phone: about.contactPhone, email: null };
  return { holder: holder === "expert" ? expert : holder === "enterprise" ? enterprise : park, park };
}

/** The expert reads a report while writing it, the park once it is handed in, everyone else once it is issued. */
export function mayRead(actor: CaseActor, status: ReportStatus): boolean {
  if (status === "issued" || status === "superseded") return true;
  return actor.kind === "expert" || (actor.kind === "park" && status === "in_review");
}

function stepsOf(db: Reader, id: string): PromiseLike<ShownStep[]> {
  return db
    .select({
      id: diagnosisStep.id,
      fromStatus: diagnosisStep.fromStatus,
      toStatus: diagnosisStep.toStatus,
      reason: diagnosisStep.reason,
      text: diagnosisStep.text,
      byName: user.name,
      at: diagnosisStep.at,
    })
    .from(diagnosisStep)
    .innerJoin(user, eq(user.id, diagnosisStep.byUserId))
    .where(eq(diagnosisStep.diagnosisId, id))
    .orderBy(asc(diagnosisStep.at), asc(diagnosisStep.id));
}
