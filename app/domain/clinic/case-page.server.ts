/** One case with everything its page draws, fenced by who looks. */
import { asc, eq } from "drizzle-orm";
import { diagnosisStep } from "#db/schema/clinic.server";
import { user } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { DiagnosisReason, DiagnosisStatus, ReportStatus } from "#db/vocabulary/clinic";
import { positionOf, type LinePosition } from "./case-line";
import { caseNames, type CaseNames } from "./case-names.server";
import { newestReport } from "./draft-report.server";
import { diagnosisFor, type CaseActor, type Diagnosis } from "./moves.server";
import { onSiteResult, type OnSiteResult } from "./on-site.server";
import { enterpriseOf, expertOf, type ShownEnterprise, type ShownExpert } from "./parties.server";
import { whereIsIt, type Where } from "./promises";

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
};

/** The case when this actor may see it, else null. */
export async function casePage(db: Reader, actor: CaseActor, id: string, now: number): Promise<CaseOnPage | null> {
  const found = await diagnosisFor(db, actor, id);
  if (!found) return null;
  const [steps, shownEnterprise, shownExpert, newest, onSite] = await Promise.all([
    stepsOf(db, id),
    enterpriseOf(db, found.enterpriseId),
    expertOf(db, found.expertUserId),
    newestReport(db, id),
    onSiteResult(db, id),
  ]);
  if (!shownEnterprise) return null;
  const coded = { ...found, industryCode: shownEnterprise.industryCode };
  const report = newest && mayRead(actor, newest.status) ? newest : null;
  return {
    case: found,
    where: whereIsIt(found, steps, now),
    position: positionOf(found.status, steps),
    names: await caseNames(db, [coded]),
    steps,
    enterprise: shownEnterprise,
    expert: shownExpert,
    report: report && { status: report.status, number: report.number, issuedAt: report.issuedAt },
    assessment: onSite,
  };
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
