/**
 * Workflow of one version. Its content never changes once submitted: changes asked for are made in a new draft, and a
 * submission that a newer one replaces or that its owner takes back is superseded, as is the live version when the next one is
 * approved. A draft put away is superseded without ever having been submitted: it is kept, and only its owner sees it.
 */
import type { VersionStatus } from "#db/vocabulary/catalogue";

/** What the step must say: nothing, words, or a reason code with words. */
type Grounds = "none" | "words" | "code";
type Step = { from: VersionStatus; to: VersionStatus; by: "owner" | "staff"; reason: Grounds };

export const versionSteps = [
  { from: "draft", to: "submitted", by: "owner", reason: "none" },
  { from: "draft", to: "superseded", by: "owner", reason: "none" },
  { from: "submitted", to: "superseded", by: "owner", reason: "none" },
  { from: "submitted", to: "current", by: "staff", reason: "none" },
  { from: "submitted", to: "changes_requested", by: "staff", reason: "code" },
  { from: "submitted", to: "rejected", by: "staff", reason: "code" },
  { from: "current", to: "superseded", by: "staff", reason: "none" },
] as const satisfies readonly Step[];

/** Whether `by` may move a version from one status to the other. */
export function mayMoveVersion(by: Step["by"], from: VersionStatus, to: VersionStatus): boolean {
  return versionSteps.some((step) => step.by === by && step.from === from && step.to === to);
}
