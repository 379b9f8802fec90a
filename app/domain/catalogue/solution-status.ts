/** Workflow of a solution: from → to → who, on what grounds. Staff removal (suspended) and owner hiding (withdrawn) stay apart. */
import type { SolutionStatus } from "#db/vocabulary/catalogue";

/** What the step must say: nothing, words, or a reason code with words. */
type Grounds = "none" | "words" | "code";
type Step = { from: SolutionStatus; to: SolutionStatus; by: "owner" | "staff"; reason: Grounds };

export const solutionSteps = [
  { from: "draft", to: "submitted", by: "owner", reason: "none" },
  { from: "submitted", to: "draft", by: "owner", reason: "none" },
  { from: "submitted", to: "published", by: "staff", reason: "none" },
  { from: "submitted", to: "changes_requested", by: "staff", reason: "code" },
  { from: "submitted", to: "rejected", by: "staff", reason: "code" },
  { from: "changes_requested", to: "submitted", by: "owner", reason: "none" },
  { from: "published", to: "withdrawn", by: "owner", reason: "none" },
  { from: "withdrawn", to: "published", by: "owner", reason: "none" },
  { from: "published", to: "suspended", by: "staff", reason: "code" },
  { from: "suspended", to: "published", by: "staff", reason: "words" },
  { from: "draft", to: "archived", by: "owner", reason: "none" },
  { from: "submitted", to: "archived", by: "owner", reason: "none" },
  { from: "changes_requested", to: "archived", by: "owner", reason: "none" },
  { from: "rejected", to: "archived", by: "owner", reason: "none" },
  { from: "published", to: "archived", by: "owner", reason: "none" },
  { from: "withdrawn", to: "archived", by: "owner", reason: "none" },
  { from: "suspended", to: "archived", by: "owner", reason: "none" },
] as const satisfies readonly Step[];

/** Whether `by` may move a solution from one status to the other. */
export function mayMoveSolution(by: Step["by"], from: SolutionStatus, to: SolutionStatus): boolean {
  return solutionSteps.some((step) => step.by === by && step.from === from && step.to === to);
}

/** Once approved, a solution keeps its status while a later version waits; before that the two move together. */
export function hasBeenPublished(status: SolutionStatus): boolean {
  return status === "published" || status === "withdrawn" || status === "suspended";
}

/** Whether the content may still change: what was refused or archived is history. */
export function isSolutionEditable(status: SolutionStatus): boolean {
  return status !== "rejected" && status !== "archived";
}
