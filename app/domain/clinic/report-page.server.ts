/** A report as people read it, fenced by who looks: findings in order, each with its recommendations and named solutions. */
import { eq } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { enterprise, expert, organisation, user } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import { mayRead, type ShownExpert } from "./case-page.server";
import { conflictOf, type ConflictFinding } from "./conflict";
import { findingsOf, newestReport, recommendationsOf, type Finding, type Recommendation, type Report } from "./draft-report.server";
import { diagnosisFor, type CaseActor, type Diagnosis } from "./moves.server";
import { namedSolutions, type SolutionName } from "./named-solutions.server";
import { tiesOf } from "./ties.server";

export type ShownSolution = SolutionName & {
  /** Listed by an organisation the expert is tied to. */
  isTied: boolean;
};
export type ShownRecommendation = Recommendation & { solutions: ShownSolution[] };
export type ShownFinding = Finding & { recommendations: ShownRecommendation[] };

export type ReportOnPage = {
  case: Diagnosis;
  report: Report;
  enterprise: { name: string; industryCode: string | null; employees: number | null };
  expert: ShownExpert | null;
  /** The on-site result the report rests on. */
  assessment: { id: string; level: number | null; score: number | null; scenarioLevels: Record<string, number> | null } | null;
  findings: ShownFinding[];
  conflict: ConflictFinding;
};

/** The newest report of a case when this actor may read it, else null. Reading marks nothing. */
export async function reportPage(db: Reader, actor: CaseActor, diagnosisId: string): Promise<ReportOnPage | null> {
  const about = await diagnosisFor(db, actor, diagnosisId);
  const report = about && (await newestReport(db, about.id));
  if (!report || !mayRead(actor, report.status)) return null;
  const [findings, recommendations, shownEnterprise, shownExpert, ties, onSite] = await Promise.all([
    findingsOf(db, report.id),
    recommendationsOf(db, report.id),
    enterpriseOf(db, about.enterpriseId),
    about.expertUserId === null ? null : expertOf(db, about.expertUserId),
    about.expertUserId === null ? [] : tiesOf(db, about.expertUserId),
    onSiteOf(db, about.id, report.assessmentId),
  ]);
  if (!shownEnterprise) return null;
  const named = await namedSolutions(db, recommendations.flatMap(({ solutionIds }) => solutionIds));
  const byId = new Map(named.map((name) => [name.solutionId, { ...name, isTied: ties.includes(name.providerId) }]));
  const shown = recommendations.map((item) => ({ ...item, solutions: item.solutionIds.flatMap((id) => byId.get(id) ?? []) }));
  return {
    case: about,
    report,
    enterprise: shownEnterprise,
    expert: shownExpert,
    assessment: onSite,
    findings: findings.map((item) => ({ ...item, recommendations: shown.filter(({ findingId }) => findingId === item.id) })),
    conflict: conflictOf({ recommendations: shown, tiedProviderIds: ties, disclosure: report.disclosure }),
  };
}

function enterpriseOf(db: Reader, id: string) {
  return one(
    db
      .select({ name: organisation.name, industryCode: enterprise.industryCode, employees: enterprise.employees })
      .from(organisation)
      .leftJoin(enterprise, eq(enterprise.organisationId, organisation.id))
      .where(eq(organisation.id, id)),
  );
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
