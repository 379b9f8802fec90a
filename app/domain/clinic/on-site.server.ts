import { and, desc, eq } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { one, type Reader } from "#db/store.server";
import type { AssessmentStatus } from "#db/vocabulary/assessment";

export type OnSiteResult = {
  id: string;
  status: AssessmentStatus;
  level: number | null;
  score: number | null;
  scenarioLevels: Record<string, number> | null;
};

/**
 * The questionnaire filled on the visit of a case: the one a report rests on, when it names one; else the newest finished one,
 * else the one begun, else null.
 */
export function onSiteResult(
  db: Reader,
  diagnosisId: string,
  assessmentId: string | null = null,
): Promise<OnSiteResult | null> {
  const { id, status, level, score, scenarioLevels } = assessment;
  const isNamed = assessmentId === null ? undefined : eq(id, assessmentId);
  const isOfVisit = and(eq(assessment.diagnosisId, diagnosisId), eq(assessment.source, "on_site"), isNamed);
  const finishedFirst = [desc(status), desc(assessment.finishedAt)];
  return one(
    db
      .select({ id, status, level, score, scenarioLevels })
      .from(assessment)
      .where(isOfVisit)
      .orderBy(...finishedFirst),
  );
}
