/** What the owner of a solution can do next; the task list says it in one sentence. */
import type { ProviderStatus, SolutionStatus, VersionStatus } from "#db/vocabulary/catalogue";

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

const ownersTurns = ["suspended", "changes", "ready", "incomplete"] as const satisfies readonly WayForward[];
/** It waits for its owner rather than for the park; the most pressing first. */
export type OwnersTurn = (typeof ownersTurns)[number];

/** The row with what its owner has to do, or nothing when it is not the owner's turn. */
export function ownersTurn<Row extends { way: WayForward }>(row: Row): (Row & { way: OwnersTurn; rank: number })[] {
  return ownersTurns.flatMap((way, rank) => (way === row.way ? [{ ...row, way, rank }] : []));
}
