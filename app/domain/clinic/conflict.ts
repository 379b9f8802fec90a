/**
 * Conflict of interest, a pure rule: an expert who recommends a solution of a tied provider discloses it, names at least
 * two alternatives from others, and the park approves by issuing the report.
 */
export const ALTERNATIVES_NEEDED = 2;

export type NamedSolution = { solutionId: string; providerId: string };
export type RecommendedSolutions = { no: number; solutions: readonly NamedSolution[] };

export type ConflictQuestion = {
  recommendations: readonly RecommendedSolutions[];
  /** Organisations the expert is tied to: the employer and the declared ties. */
  tiedProviderIds: readonly string[];
  disclosure: string;
};

export type ConflictFinding = {
  /** Numbers of the recommendations that name a tied provider: what the park approves by issuing. */
  tied: number[];
  isDisclosed: boolean;
  /** Numbers of those that name too few alternatives from other providers. */
  withoutAlternatives: number[];
};

/** What the rule finds. Nothing tied is nothing to disclose. */
export function conflictOf(question: ConflictQuestion): ConflictFinding {
  const isTied = (solution: NamedSolution) => question.tiedProviderIds.includes(solution.providerId);
  const tied = question.recommendations.filter(({ solutions }) => solutions.some(isTied));
  return {
    tied: tied.map(({ no }) => no),
    isDisclosed: tied.length === 0 || question.disclosure.trim() !== "",
    withoutAlternatives: tied
      .filter(
        ({ solutions }) => otherProviders(solutions.filter((solution) => !isTied(solution))) < ALTERNATIVES_NEEDED,
      )
      .map(({ no }) => no),
  };
}

/** Why a report may not be handed on, or null. */
export function conflictRefusal(found: ConflictFinding): "conflict_not_disclosed" | "alternatives_missing" | null {
  if (!found.isDisclosed) return "conflict_not_disclosed";
  return found.withoutAlternatives.length > 0 ? "alternatives_missing" : null;
}

/** Two solutions of one provider are one alternative. */
function otherProviders(solutions: readonly NamedSolution[]): number {
  return new Set(solutions.map(({ providerId }) => providerId)).size;
}
