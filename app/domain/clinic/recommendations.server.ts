/** What the matching area may see and mark of a recommendation. */
import { and, eq } from "drizzle-orm";
import { recommendation, report } from "#db/schema/clinic.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { RecommendationStatus } from "#db/vocabulary/clinic";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { hasReached, mayMove } from "./recommendation-status";

export type OwnRecommendation = {
  id: string;
  diagnosisId: string;
  no: number;
  scenarioKey: string;
  title: string;
  description: string;
  budgetMinFen: number | null;
  budgetMaxFen: number | null;
  /** Best first, as the expert named them. */
  solutionIds: string[];
  status: RecommendationStatus;
};

/** A recommendation of an issued report of this enterprise, else null. Reading it marks nothing. */
export function recommendationFor(db: Reader, member: EnterpriseMember, id: string): Promise<OwnRecommendation | null> {
  return one(
    db
      .select({
        id: recommendation.id,
        diagnosisId: report.diagnosisId,
        no: recommendation.no,
        scenarioKey: recommendation.scenarioKey,
        title: recommendation.title,
        description: recommendation.description,
        budgetMinFen: recommendation.budgetMinFen,
        budgetMaxFen: recommendation.budgetMaxFen,
        solutionIds: recommendation.solutionIds,
        status: recommendation.status,
      })
      .from(recommendation)
      .innerJoin(report, eq(report.id, recommendation.reportId))
      .where(
        and(
          eq(recommendation.id, id),
          eq(recommendation.enterpriseId, member.organisationId),
          eq(report.status, "issued"),
        ),
      ),
  );
}

/**
 * Marks how far the enterprise is with a recommendation. Marking what is reached already changes nothing; a decision is
 * final and refused. Writes recommendation and journal.
 */
export async function markRecommendation(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  status: RecommendationStatus,
): Promise<Outcome<OwnRecommendation, "not_found" | "not_possible">> {
  const present = await recommendationFor(tx, member, id);
  if (!present) return refused("not_found");
  if (hasReached(present.status, status)) return done(present);
  if (!mayMove(present.status, status)) return refused("not_possible");
  await tx.update(recommendation).set({ status }).where(eq(recommendation.id, id));
  await record(tx, member, {
    action: `recommendation.${status}`,
    subject: { kind: "recommendation", id },
    ownerOrganisationId: member.organisationId,
    before: { status: present.status },
    after: { status },
  });
  return done({ ...present, status });
}
