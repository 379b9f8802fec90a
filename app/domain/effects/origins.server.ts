/** What an effect may start from: a recommendation the enterprise adopted, or a project that is finished. */
import { and, desc, eq, inArray } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { effect } from "#db/schema/clinic-after.server";
import { recommendation, report } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { enquiry, project } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import type { EffectStage } from "#db/vocabulary/clinic";
import { finishedProjectStatuses } from "#db/vocabulary/projects";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { nextStage } from "./stages";

export type Origin = {
  /** What the form sends: the project's id, or the recommendation's and the accepted enquiry's. */
  key: string;
  recommendationId: string | null;
  projectId: string | null;
  solutionId: string | null;
  providerId: string | null;
  /** Of the recommendation; a project has only its solution's. */
  title: string | null;
  solutionTitle: string | null;
  providerName: string | null;
  /** YYYY-MM-DD; the assessment before must not be later. Null: no such day. */
  completedOn: string | null;
  /** What can be measured next; null: nothing, until the first measurement is confirmed. */
  next: EffectStage | null;
  /** The assessment before of the first measurement: a second one is held against the same. */
  baseAssessmentId: string | null;
};

/** Everything the member's enterprise may measure, and what it has measured of it. */
export async function originsOf(db: Reader, member: EnterpriseMember): Promise<Origin[]> {
  const measured = await db
    .select({
      recommendationId: effect.recommendationId,
      projectId: effect.projectId,
      solutionId: effect.solutionId,
      stage: effect.stage,
      status: effect.status,
      baseAssessmentId: effect.baseAssessmentId,
    })
    .from(effect)
    .where(eq(effect.enterpriseId, member.organisationId));
  const found = [...(await fromProjects(db, member)), ...(await fromRecommendations(db, member))];
  return found.map((origin) => {
    const own = measured.filter(
      (row) =>
        row.projectId === origin.projectId &&
        row.recommendationId === origin.recommendationId &&
        row.solutionId === origin.solutionId,
    );
    return { ...origin, next: nextStage(own), baseAssessmentId: own[0]?.baseAssessmentId ?? null };
  });
}

type Found = Omit<Origin, "next" | "baseAssessmentId">;

async function fromProjects(db: Reader, member: EnterpriseMember): Promise<Found[]> {
  const rows = await db
    .select({
      key: project.id,
      projectId: project.id,
      solutionId: project.solutionId,
      providerId: project.providerId,
      solutionTitle: solutionVersion.title,
      providerName: organisation.name,
      completedOn: project.completedOn,
    })
    .from(project)
    .innerJoin(organisation, eq(organisation.id, project.providerId))
    .innerJoin(solution, eq(solution.id, project.solutionId))
    .leftJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(and(eq(project.enterpriseId, member.organisationId), inArray(project.status, [...finishedProjectStatuses])))
    .orderBy(desc(project.completedOn));
  return rows.map((row) => ({ ...row, recommendationId: null, title: null }));
}

async function fromRecommendations(db: Reader, member: EnterpriseMember): Promise<Found[]> {
  const rows = await db
    .select({
      recommendationId: recommendation.id,
      title: recommendation.title,
      enquiryId: enquiry.id,
      solutionId: enquiry.solutionId,
      providerId: enquiry.providerId,
      solutionTitle: solutionVersion.title,
      providerName: organisation.name,
    })
    .from(recommendation)
    .innerJoin(report, and(eq(report.id, recommendation.reportId), eq(report.status, "issued")))
    .leftJoin(enquiry, and(eq(enquiry.recommendationId, recommendation.id), eq(enquiry.status, "accepted")))
    .leftJoin(organisation, eq(organisation.id, enquiry.providerId))
    .leftJoin(solution, eq(solution.id, enquiry.solutionId))
    .leftJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(and(eq(recommendation.enterpriseId, member.organisationId), eq(recommendation.status, "adopted")))
    .orderBy(desc(report.issuedAt), recommendation.no);
  return rows.map(({ enquiryId, ...row }) => ({
    ...row,
    key: enquiryId === null ? row.recommendationId : `${row.recommendationId}/${enquiryId}`,
    projectId: null,
    completedOn: null,
  }));
}
