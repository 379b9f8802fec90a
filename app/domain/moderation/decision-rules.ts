/** Which decisions a moderator may take, derived from the workflow tables: the screen draws them, the server checks them. */
import type { ProviderStatus, SolutionStatus } from "#db/vocabulary/catalogue";
import { moderationDecisions, type ModerationDecision } from "#db/vocabulary/moderation";
import { mayMoveProvider } from "~/domain/catalogue/provider-status";
import { mayMoveSolution } from "~/domain/catalogue/solution-status";

const providerMoves: Record<ModerationDecision, { from: ProviderStatus; to: ProviderStatus }> = {
  approved: { from: "pending_approval", to: "open" },
  changes_requested: { from: "pending_approval", to: "changes_requested" },
  rejected: { from: "pending_approval", to: "rejected" },
  suspended: { from: "open", to: "suspended" },
  restored: { from: "suspended", to: "open" },
  terminated: { from: "suspended", to: "terminated" },
};

/** Where a decision takes a provider, or null when it may not be taken now. */
export function providerMove(status: ProviderStatus, decision: ModerationDecision): ProviderStatus | null {
  const { from, to } = providerMoves[decision];
  return from === status && mayMoveProvider("staff", from, to) ? to : null;
}

/** The decisions open on a provider; one not yet handed in waits for its owner. */
export function decisionsOnProvider(provider: {
  status: ProviderStatus;
  submittedAt: number | null;
}): ModerationDecision[] {
  if (provider.status === "pending_approval" && provider.submittedAt === null) return [];
  return moderationDecisions.filter((decision) => providerMove(provider.status, decision) !== null);
}

/** What a decision makes of the version that waits; null when it is not about a version. */
export function versionMove(decision: ModerationDecision): "current" | "changes_requested" | "rejected" | null {
  if (decision === "approved") return "current";
  return decision === "changes_requested" || decision === "rejected" ? decision : null;
}

/** What a decision makes of a solution readers know; null when it is not about that. */
export function solutionMove(decision: ModerationDecision): "suspended" | "published" | null {
  if (decision === "suspended") return "suspended";
  return decision === "restored" ? "published" : null;
}

/** The decisions open on a solution: about the version that waits, and about its being shown at all. */
export function decisionsOnSolution(solution: { status: SolutionStatus; hasWaiting: boolean }): ModerationDecision[] {
  return moderationDecisions.filter((decision) => {
    if (versionMove(decision)) return solution.hasWaiting;
    const to = solutionMove(decision);
    if (to === "published" && solution.status !== "suspended") return false;
    return to !== null && mayMoveSolution("staff", solution.status, to);
  });
}

/** What a decision must say: nothing, words, or a reason code with words. */
export function groundsOf(decision: ModerationDecision): "none" | "words" | "code" {
  if (decision === "approved") return "none";
  return decision === "restored" ? "words" : "code";
}
