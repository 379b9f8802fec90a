import { into } from "#db/seed/rows.server";
import { assessment } from "#db/schema/assessment.server";
import type { AssessmentSource } from "#db/vocabulary/assessment";
import type { Answering, Filled } from "./answers";
import type { World } from "./world";

export type NewAssessment = {
  enterpriseId: string;
  source: AssessmentSource;
  filled: Filled;
  byUserId: string;
  finishedAt: number;
  diagnosisId?: string;
};

const HOUR_MS = 3_600_000;

/** Writes finished assessments; `draft` keeps only a part of the answers and no result. */
export function assessmentWriter(world: World, { schemeKey, schemeVersion }: Answering) {
  const add = into(world.writer, assessment);
  return {
    finished({ filled, finishedAt, diagnosisId, ...one }: NewAssessment): string {
      const id = world.id("asm", finishedAt);
      const startedAt = finishedAt - 3 * HOUR_MS;
      add({
        id,
        ...one,
        schemeKey,
        schemeVersion,
        status: "finished",
        ...filled,
        diagnosisId: diagnosisId ?? null,
        startedAt,
        finishedAt,
      });
      return id;
    },
    draft({ filled, finishedAt, diagnosisId, ...one }: NewAssessment): string {
      const id = world.id("asm", finishedAt);
      const answers = Object.fromEntries(Object.entries(filled.answers).slice(0, 7));
      add({
        id,
        ...one,
        schemeKey,
        schemeVersion,
        status: "draft",
        answers,
        diagnosisId: diagnosisId ?? null,
        startedAt: finishedAt,
      });
      return id;
    },
  };
}
