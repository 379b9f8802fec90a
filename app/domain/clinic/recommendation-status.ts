/** What became of a recommendation. It only moves forward; the enterprise may skip what it did not need. */
import { recommendationStatuses, type RecommendationStatus } from "#db/vocabulary/clinic";

const finalStatuses: readonly RecommendationStatus[] = ["adopted", "not_adopted"];

export type RecommendationMove = { from: RecommendationStatus; to: RecommendationStatus; by: "enterprise" };

/** Every step forward; a decision is final. */
export const recommendationMoves: readonly RecommendationMove[] = recommendationStatuses.flatMap((from) =>
  recommendationStatuses.filter((to) => isForward(from, to)).map((to) => ({ from, to, by: "enterprise" as const })),
);

/** Whether the recommendation already stands at this status or beyond it: marking it again changes nothing. */
export function hasReached(present: RecommendationStatus, wanted: RecommendationStatus): boolean {
  return present === wanted || (rank(present) >= rank(wanted) && !finalStatuses.includes(wanted));
}

/** Whether this step is in the table. */
export function mayMove(from: RecommendationStatus, to: RecommendationStatus): boolean {
  return recommendationMoves.some((move) => move.from === from && move.to === to);
}

function isForward(from: RecommendationStatus, to: RecommendationStatus): boolean {
  return !finalStatuses.includes(from) && rank(to) > rank(from);
}

function rank(status: RecommendationStatus): number {
  return recommendationStatuses.indexOf(status);
}
