/** The solutions a recommendation names, chosen and dropped one by one; the order is the expert's, best first. */
import type { Writer } from "#db/store.server";
import type { Expert } from "~/domain/identity/actor";
import { refused, type Outcome } from "~/domain/outcome";
import { newestReport, recommendationsOf, type Recommendation } from "./draft-report.server";
import { changeRecommendation, type RecommendationRefusal } from "./findings.server";
import { diagnosisFor } from "./moves.server";
import { isOverridden } from "./priority-matrix";
import { MAX_SOLUTIONS, type RecommendationForm } from "./report-form";

export type Choice = { id: string; solutionId: string; edit: number };

/** Names one more solution, at the end. Refuses an unpublished one and more than ten; one already named stays once. */
export function chooseSolution(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  choice: Choice,
): Promise<Outcome<{ id: string }, RecommendationRefusal | "too_many_solutions">> {
  return rename(tx, expert, diagnosisId, choice, (ids) => [...new Set([...ids, choice.solutionId])]);
}

/** Takes a named solution out. */
export function dropSolution(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  choice: Choice,
): Promise<Outcome<{ id: string }, RecommendationRefusal | "too_many_solutions">> {
  return rename(tx, expert, diagnosisId, choice, (ids) => ids.filter((id) => id !== choice.solutionId));
}

async function rename(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  { id, edit }: Choice,
  changed: (ids: readonly string[]) => string[],
): Promise<Outcome<{ id: string }, RecommendationRefusal | "too_many_solutions">> {
  const about = await diagnosisFor(tx, expert, diagnosisId);
  const draft = about && (await newestReport(tx, about.id));
  const present = draft && (await recommendationsOf(tx, draft.id)).find((item) => item.id === id);
  if (!present) return refused("not_found");
  const solutionIds = changed(present.solutionIds);
  if (solutionIds.length > MAX_SOLUTIONS) return refused("too_many_solutions");
  return changeRecommendation(tx, expert, diagnosisId, id, { ...formOf(present), edit, solutionIds });
}

/** A priority set by hand stays; one that follows from the marks goes on following. */
function formOf(present: Recommendation): Omit<RecommendationForm, "edit"> {
  const { findingId, scenarioKey, title, description, effort, effect, quarter, solutionIds } = present;
  const { budgetMinFen, budgetMaxFen } = present;
  const isByRule = effort !== null && effect !== null && !isOverridden(present);
  const priority = isByRule ? null : present.priority;
  const text = { findingId, scenarioKey, title, description };
  return { ...text, effort, effect, priority, budgetMinFen, budgetMaxFen, quarter, solutionIds };
}
