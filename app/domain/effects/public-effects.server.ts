/** What the public may see of effects: confirmed ones, as counts; an average only of three enterprises and more. */
import { and, asc, eq } from "drizzle-orm";
import { alias } from "#db/kit.server";
import { assessment } from "#db/schema/assessment.server";
import { effect } from "#db/schema/clinic-after.server";
import type { Reader } from "#db/store.server";
import { publicEffects, type PublicEffects } from "./public-effects";

const before = alias(assessment, "assessment_before");
const after = alias(assessment, "assessment_after");

/** Confirmed effects of a provider, or of one of its solutions; null when there are none. */
export async function confirmedEffects(
  db: Reader,
  { providerId, solutionId }: { providerId: string; solutionId?: string },
): Promise<PublicEffects | null> {
  const ofThem = [eq(effect.providerId, providerId), eq(effect.status, "confirmed")];
  const rows = await db
    .select({
      enterpriseId: effect.enterpriseId,
      figures: effect.figures,
      levelBefore: before.level,
      levelAfter: after.level,
    })
    .from(effect)
    .leftJoin(before, eq(before.id, effect.baseAssessmentId))
    .leftJoin(after, and(eq(after.id, effect.assessmentId), eq(after.status, "finished")))
    .where(and(...ofThem, solutionId === undefined ? undefined : eq(effect.solutionId, solutionId)))
    .orderBy(asc(effect.confirmedByParkAt));
  return rows.length === 0 ? null : publicEffects(rows);
}
