/** What the owner of a solution can do next; the task list says it in one sentence. */
import type { ProviderStatus, SolutionStatus, VersionStatus } from "#db/vocabulary/catalogue";
import { isSolutionEditable } from "./solution-status";

export type Situation = {
  status: SolutionStatus;
  newestVersion: VersionStatus;
  missing: number;
  isWaiting: boolean;
  providerStatus: ProviderStatus | null;
};

/**
 * archived, rejected: history. suspended: staff took it down. changes: asked for, not begun. incomplete, ready: a draft.
 * provider: complete, but the provider is not open. waiting: with the park. hidden, shown: nothing to do.
 */
export type WayForward =
  | "archived"
  | "rejected"
  | "suspended"
  | "changes"
  | "incomplete"
  | "provider"
  | "ready"
  | "waiting"
  | "hidden"
  | "shown";

/** The one thing to say first about a solution, the most pressing before the rest. */
export function wayForward(now: Situation): WayForward {
  if (now.status === "archived" || now.status === "rejected") return now.status;
  if (now.newestVersion === "draft") return draftWay(now);
  if (now.isWaiting) return "waiting";
  if (now.status === "suspended") return "suspended";
  if (now.newestVersion === "changes_requested" || now.newestVersion === "rejected") return "changes";
  return now.status === "withdrawn" ? "hidden" : "shown";
}

function draftWay({ missing, providerStatus }: Situation): WayForward {
  if (missing > 0) return "incomplete";
  return providerStatus === "open" ? "ready" : "provider";
}

export type OwnersTask = "suspended" | "changes_requested" | "draft";

/** What a solution asks of its owner in a list of work, or null while it is with the park, with readers, or history. */
export function ownersTask(row: {
  status: SolutionStatus;
  versionStatus: VersionStatus;
  submittedAt: number | null;
}): OwnersTask | null {
  if (!isSolutionEditable(row.status)) return null;
  if (row.versionStatus === "draft") return "draft";
  if (row.submittedAt !== null) return null;
  if (row.status === "suspended") return "suspended";
  return row.versionStatus === "changes_requested" || row.versionStatus === "rejected" ? "changes_requested" : null;
}
