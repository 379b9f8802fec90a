/** What the page of one assessment draws, the same for enterprise and expert. Pure. */
import { factsOf, resultOf } from "./result";
import type { OneAssessment } from "./results.server";
import { stepsOf } from "./section-page";

export type AssessmentPage = ReturnType<typeof assessmentPage>;

export function assessmentPage({ id, source, status, effectId, edit, finishedAt, scheme, answers }: OneAssessment) {
  return {
    ...{ id, source, status, effectId, edit, finishedAt },
    scheme: factsOf(scheme),
    steps: stepsOf(scheme, answers),
    result: resultOf(scheme, answers),
  };
}
