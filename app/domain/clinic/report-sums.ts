/** What follows from the recommendations of a report: its budget and its roadmap. Pure; client-safe. */

type Priced = { budgetMinFen: number | null; budgetMaxFen: number | null };

/** Fen. `unpriced`: recommendations without any figure, which the sum leaves out. */
export type Budget = { minFen: number; maxFen: number; unpriced: number };

/** The sum of the ranges: an open lower end counts nothing, an open upper end as much as the lower one. */
export function budgetOf(recommendations: readonly Priced[]): Budget {
  const isPriced = ({ budgetMinFen, budgetMaxFen }: Priced) => budgetMinFen !== null || budgetMaxFen !== null;
  const priced = recommendations.filter(isPriced);
  return {
    minFen: priced.reduce((sum, { budgetMinFen }) => sum + (budgetMinFen ?? 0), 0),
    maxFen: priced.reduce((sum, { budgetMinFen, budgetMaxFen }) => sum + (budgetMaxFen ?? budgetMinFen ?? 0), 0),
    unpriced: recommendations.length - priced.length,
  };
}

export type RoadmapStop<T> = {
  /** 2027Q1, or null: without a date, last. */
  quarter: string | null;
  items: T[];
};

/** The recommendations by quarter, in their order within each. */
export function roadmapOf<T extends { quarter: string | null }>(recommendations: readonly T[]): RoadmapStop<T>[] {
  const quarters = [...new Set(recommendations.map(({ quarter }) => quarter))].sort((a, b) =>
    (a ?? "9").localeCompare(b ?? "9"),
  );
  return quarters.map((quarter) => ({ quarter, items: recommendations.filter((item) => item.quarter === quarter) }));
}
