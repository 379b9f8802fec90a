/** A report as people read it, fenced by who looks: findings in order, each with its recommendations and named solutions. */
import type { Reader } from "#db/store.server";
import { caseNames, type CaseNames } from "./case-names.server";
import { mayRead } from "./case-page.server";
import { conflictOf, type ConflictFinding } from "./conflict";
import {
  findingsOf,
  newestReport,
  recommendationsOf,
  type Finding,
  type Recommendation,
  type Report,
} from "./draft-report.server";
import { diagnosisFor, type CaseActor, type Diagnosis } from "./moves.server";
import { namedSolutions, type SolutionName } from "./named-solutions.server";
import { onSiteResult, type OnSiteResult } from "./on-site.server";
import { enterpriseOf, expertOf, type ShownEnterprise, type ShownExpert } from "./parties.server";
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
  enterprise: ShownEnterprise;
  expert: ShownExpert | null;
  /** The on-site result the report rests on. */
  assessment: OnSiteResult | null;
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
    expertOf(db, about.expertUserId),
    tiesOf(db, about.expertUserId),
    onSiteResult(db, about.id),
  ]);
  if (!shownEnterprise) return null;
  const named = await namedSolutions(
    db,
    recommendations.flatMap(({ solutionIds }) => solutionIds),
  );
  const byId = new Map(named.map((name) => [name.solutionId, { ...name, isTied: ties.includes(name.providerId) }]));
  const shown = recommendations.map((item) => ({
    ...item,
    solutions: item.solutionIds.flatMap((id) => byId.get(id) ?? []),
  }));
  return {
    case: about,
    report,
    enterprise: shownEnterprise,
    expert: shownExpert,
    assessment: onSite,
    findings: findings.map((item) => ({
      ...item,
      recommendations: shown.filter(({ findingId }) => findingId === item.id),
    })),
    conflict: conflictOf({ recommendations: shown, tiedProviderIds: ties, disclosure: report.disclosure }),
  };
}

/** The names of everything a report mentions. */
export function reportNames(db: Reader, page: ReportOnPage): Promise<CaseNames> {
  const recommended = page.findings.flatMap(({ recommendations }) => recommendations);
  const scenarios = [...page.findings, ...recommended].map(({ scenarioKey }) => scenarioKey);
  const { parkSlug } = page.case;
  return caseNames(db, [{ parkSlug, scenarios, industryCode: page.enterprise.industryCode }]);
}
