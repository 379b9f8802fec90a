/** Workflow of a provider: from → to → who, on what grounds. Shared by the server and the screen that draws the buttons. */
import type { ProviderStatus } from "#db/vocabulary/catalogue";

/** What the step must say: nothing, words, or a reason code with words. */
type Grounds = "none" | "words" | "code";
type Step = { from: ProviderStatus; to: ProviderStatus; by: "owner" | "staff"; reason: Grounds };

export const providerSteps = [
  { from: "pending_approval", to: "open", by: "staff", reason: "none" },
  { from: "pending_approval", to: "changes_requested", by: "staff", reason: "code" },
  { from: "pending_approval", to: "rejected", by: "staff", reason: "code" },
  { from: "changes_requested", to: "pending_approval", by: "owner", reason: "none" },
  { from: "open", to: "suspended", by: "staff", reason: "code" },
  { from: "suspended", to: "open", by: "staff", reason: "words" },
  { from: "suspended", to: "terminated", by: "staff", reason: "code" },
] as const satisfies readonly Step[];

/** Whether `by` may move a provider from one status to the other. */
export function mayMoveProvider(by: Step["by"], from: ProviderStatus, to: ProviderStatus): boolean {
  return providerSteps.some((step) => step.by === by && step.from === from && step.to === to);
}

/** Closed for good: the profile is history, nothing in it changes. */
export function isProviderClosed(status: ProviderStatus): boolean {
  return !providerSteps.some((step) => step.from === status);
}
