/** What was returned twice is decided by other eyes than those that returned it last. Pure, from the decisions themselves. */
import type { ModerationDecision } from "#db/vocabulary/moderation";

/** Returned so often since the last approval, another moderator has to look. */
export const RETURNS_BEFORE_SECOND_LOOK = 2;

export type Past = { decision: ModerationDecision; byUserId: string };

/** How often it was returned since it was last approved or refused, and who may not decide on it now. `newestFirst`: all its decisions. */
export function secondLook(newestFirst: readonly Past[]): { returned: number; notBy: string | null } {
  const end = newestFirst.findIndex(({ decision }) => decision === "approved" || decision === "rejected");
  const open = end < 0 ? newestFirst : newestFirst.slice(0, end);
  const returns = open.filter(({ decision }) => decision === "changes_requested");
  const isNeeded = returns.length >= RETURNS_BEFORE_SECOND_LOOK;
  return { returned: returns.length, notBy: isNeeded ? (returns[0]?.byUserId ?? null) : null };
}
