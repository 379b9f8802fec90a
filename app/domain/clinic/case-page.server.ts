/** One case with everything its page draws, fenced by who looks. */
import { and, asc, desc, eq } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { diagnosisStep } from "#db/schema/clinic.server";
import { enterprise, expert, organisation, user } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import type { DiagnosisReason, DiagnosisStatus, ReportStatus } from "#db/vocabulary/clinic";
import { newestReport } from "./draft-report.server";
import { diagnosisFor, type CaseActor, type Diagnosis } from "./moves.server";
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

export type ShownEnterprise = {
  name: string;
  creditCode: string | null;
  regionCode: string;
  industryCode: string | null;
  employees: number | null;
  revenueWan: number | null;
};

export type ShownExpert = { userId: string; name: string; title: string; organisationName: string };

export type CaseOnPage = {
  case: Diagnosis;
  where: Where;
  steps: ShownStep[];
  enterprise: ShownEnterprise;
  expert: ShownExpert | null;
  /** Null while this reader may not open it. */
  report: { status: ReportStatus; number: number; issuedAt: number | null } | null;
  /** Whether the on-site assessment of this case is there. */
  assessment: { id: string; status: "draft" | "finished"; level: number | null; score: number | null } | null;
};

/** The case when this actor may see it, else null. */
export async function casePage(db: Reader, actor: CaseActor, id: string, now: number): Promise<CaseOnPage | null> {
  const found = await diagnosisFor(db, actor, id);
  if (!found) return null;
  const [steps, shownEnterprise, shownExpert, newest, onSite] = await Promise.all([
    stepsOf(db, id),
    enterpriseOf(db, found.enterpriseId),
    found.expertUserId === null ? null : expertOf(db, found.expertUserId),
    newestReport(db, id),
    onSiteAssessmentOf(db, id),
  ]);
  if (!shownEnterprise) return null;
  const report = newest && mayRead(actor, newest.status) ? newest : null;
  return {
    case: found,
    where: whereIsIt(found, steps, now),
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

function enterpriseOf(db: Reader, id: string): Promise<ShownEnterprise | null> {
  return one(
    db
      .select({
        name: organisation.name,
        creditCode: organisation.creditCode,
        regionCode: organisation.regionCode,
        industryCode: enterprise.industryCode,
        employees: enterprise.employees,
        revenueWan: enterprise.revenueWan,
      })
      .from(organisation)
      .leftJoin(enterprise, eq(enterprise.organisationId, organisation.id))
      .where(eq(organisation.id, id)),
  );
}

/** The newest on-site questionnaire of a case, begun or finished. */
function onSiteAssessmentOf(db: Reader, diagnosisId: string) {
  const { id, status, level, score } = assessment;
  const isOfVisit = and(eq(assessment.diagnosisId, diagnosisId), eq(assessment.source, "on_site"));
  return one(db.select({ id, status, level, score }).from(assessment).where(isOfVisit).orderBy(desc(assessment.status), desc(assessment.finishedAt)));
}

function expertOf(db: Reader, userId: string): Promise<ShownExpert | null> {
  return one(
    db
      .select({ userId: user.id, name: user.name, title: expert.title, organisationName: organisation.name })
      .from(expert)
      .innerJoin(user, eq(user.id, expert.userId))
      .innerJoin(organisation, eq(organisation.id, expert.organisationId))
      .where(eq(expert.userId, userId)),
  );
}
