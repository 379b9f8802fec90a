/** What the matching area may see and mark of a recommendation. */
import { and, eq, type SQL } from "drizzle-orm";
import { recommendation, report } from "#db/schema/clinic.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { RecommendationStatus } from "#db/vocabulary/clinic";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { hasReached, mayMove } from "./recommendation-status";

/** The enterprise, in the name of one of its members. */
type Owner = Pick<EnterpriseMember, "userId" | "organisationId">;

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

/**
 * A recommendation of an issued report of this enterprise, else null. One of a superseded report leads to the one that carries
 * it on, so that enquiries and links made before a correction still find it. Reading it marks nothing.
 */
export async function recommendationFor(db: Reader, member: Owner, id: string): Promise<OwnRecommendation | null> {
  const found = await issuedOne(db, member, eq(recommendation.id, id));
  if (found) return found;
  const next = await one(db.select({ id: recommendation.id }).from(recommendation).where(isCarryingOn(member, id)));
  return next && recommendationFor(db, member, next.id);
}

function isCarryingOn(member: Owner, id: string) {
  return and(eq(recommendation.enterpriseId, member.organisationId), eq(recommendation.originId, id));
}

function issuedOne(db: Reader, member: Owner, isWanted: SQL): Promise<OwnRecommendation | null> {
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
      .where(and(isWanted, eq(recommendation.enterpriseId, member.organisationId), eq(report.status, "issued"))),
  );
}

/**
 * Marks how far the enterprise is with a recommendation. Marking what is reached already changes nothing; a decision is
 * final and refused. Writes recommendation and journal.
 */
export async function markRecommendation(
  tx: Writer,
  member: Owner,
  id: string,
  status: RecommendationStatus,
): Promise<Outcome<OwnRecommendation, "not_found" | "not_possible">> {
  const present = await recommendationFor(tx, member, id);
  if (!present) return refused("not_found");
  if (hasReached(present.status, status)) return done(present);
  if (!mayMove(present.status, status)) return refused("not_possible");
  await tx.update(recommendation).set({ status }).where(eq(recommendation.id, present.id));
  await record(tx, member, {
    action: `recommendation.${status}`,
    subject: { kind: "recommendation", id: present.id },
    ownerOrganisationId: member.organisationId,
    before: { status: present.status },
    after: { status },
  });
  return done({ ...present, status });
}
