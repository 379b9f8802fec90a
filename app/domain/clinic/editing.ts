/** What of a report is open for changes; the address says it, so that the editor works without JavaScript. Client-safe. */
export type Editing = {
  isAddingFinding: boolean;
  findingId: string | null;
  /** Finding that gets one more recommendation. */
  adviseId: string | null;
  recommendationId: string | null;
  /** Recommendation whose solutions are being chosen. */
  solutionsOf: string | null;
};

export function editingOf(search: URLSearchParams): Editing {
  return {
    isAddingFinding: search.get("add") === "finding",
    findingId: search.get("finding"),
    adviseId: search.get("advise"),
    recommendationId: search.get("recommendation"),
    solutionsOf: search.get("solutions"),
  };
}
