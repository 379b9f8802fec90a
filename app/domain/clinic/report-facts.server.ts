/** What a report says of the world around it: read live while it is written, kept with it once it is issued. */
import { eq } from "drizzle-orm";
import { user } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { dayOf } from "~/i18n/format";
import { awardRules, sourceOf } from "./award-rules";
import { estimateAwards } from "./awards";
import { caseNames } from "./case-names.server";
import type { Finding, Recommendation, Report } from "./draft-report.server";
import { Frozen, type ShownAward } from "./frozen";
import type { Diagnosis } from "./moves.server";
import { namedSolutions } from "./named-solutions.server";
import { onSiteResult } from "./on-site.server";
import { enterpriseOf, expertOf } from "./parties.server";
import { levelsOf } from "./report-levels.server";
import { budgetOf } from "./report-sums";
import { tiesOf } from "./ties.server";

export type Written = { report: Report; findings: readonly Finding[]; recommendations: readonly Recommendation[] };
/** `issuedByName` is null while it is not issued. */
export type ReportFacts = Omit<Frozen, "issuedByName"> & { issuedByName: string | null };

/** The facts of an issued report as they were; of one not issued, or issued before facts were kept, as they are. */
export async function factsOf(db: Reader, about: Diagnosis, written: Written): Promise<ReportFacts | null> {
  return written.report.frozen === null ? liveFacts(db, about, written) : Frozen.parse(written.report.frozen);
}

/** The facts as they are now: what an issue keeps. Null when there is no such enterprise. */
export async function liveFacts(db: Reader, about: Diagnosis, written: Written): Promise<ReportFacts | null> {
  const { report, findings, recommendations } = written;
  const enterprise = await enterpriseOf(db, about.enterpriseId);
  if (!enterprise) return null;
  const assessmentId = report.assessmentId ?? (await onSiteResult(db, about.id))?.id ?? null;
  const scenarios = [...findings, ...recommendations].map(({ scenarioKey }) => scenarioKey);
  const coded = { parkSlug: about.parkSlug, scenarios, industryCode: enterprise.industryCode };
  const [expert, issuedByName, names, levels, solutions, awards, ties] = await Promise.all([
    expertOf(db, about.expertUserId),
    personName(db, report.issuedByUserId),
    caseNames(db, [coded]),
    levelsOf(db, assessmentId),
    namedSolutions(
      db,
      recommendations.flatMap(({ solutionIds }) => solutionIds),
    ),
    awardsOf(db, enterprise.regionCode, written),
    tiesOf(db, about.expertUserId, about.enterpriseId),
  ]);
  const mentioned = { names, levels, solutions: solutions.map(kept), awards, ties };
  return { enterprise, expert: expert && signed(expert), issuedByName, ...mentioned };
}

/** The name of an account, or null when there is none. */
export async function personName(db: Reader, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  return (await one(db.select({ name: user.name }).from(user).where(eq(user.id, userId))))?.name ?? null;
}

async function awardsOf(db: Reader, regionCode: string, { report, recommendations }: Written): Promise<ShownAward[]> {
  const { regions } = await referenceOf(db);
  const question = {
    regionCode,
    on: dayOf(report.issuedAt ?? Date.now()),
    targetLevel: report.targetLevel,
    spend: budgetOf(recommendations),
  };
  return estimateAwards(awardRules, question).map(({ rule, minFen, maxFen }) => {
    const place = regions.get(rule.regionCode ?? "");
    return {
      ruleId: rule.id,
      place: { nameZh: place?.nameZh ?? rule.placeZh, nameEn: place?.nameEn ?? rule.placeZh },
      batch: rule.batch,
      requiredLevel: rule.requiredLevel,
      ratioThousandths: rule.ratioThousandths,
      capFen: rule.capFen,
      minFen,
      maxFen,
      source: sourceOf(rule),
    };
  });
}

type Signed = NonNullable<Frozen["expert"]>;

function signed({ userId, name, title, organisationName }: Signed): Signed {
  return { userId, name, title, organisationName };
}

function kept({ isPublished: _isPublished, ...solution }: Awaited<ReturnType<typeof namedSolutions>>[number]) {
  return solution;
}
