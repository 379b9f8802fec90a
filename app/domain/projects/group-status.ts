/** Workflow of a group request and of each enterprise in it: from → to → whose step. Shared by commands and buttons. Pure. */
import type { GroupMemberStatus, GroupStatus } from "#db/vocabulary/clinic";

/** Fewer than two are no group; more than five providers are a tender. */
export const MIN_MEMBERS = 2;
export const MAX_SOLUTIONS = 5;

type GroupMove = { from: GroupStatus; to: GroupStatus; by: "park"; needsReason: boolean };
type MemberMove = { from: GroupMemberStatus; to: GroupMemberStatus; by: "enterprise" };

/** Sent is final: what follows is each enterprise's own enquiry. */
export const groupMoves: readonly GroupMove[] = [
  { from: "open", to: "sent", by: "park", needsReason: false },
  { from: "open", to: "closed", by: "park", needsReason: true },
];

/** A consent may be taken back as long as nothing was sent, and needs no reason either way. */
export const memberMoves: readonly MemberMove[] = [
  { from: "invited", to: "joined", by: "enterprise" },
  { from: "invited", to: "declined", by: "enterprise" },
  { from: "joined", to: "declined", by: "enterprise" },
  { from: "declined", to: "joined", by: "enterprise" },
];

/** Why a park calls a group request off. */
export const closeReasons = ["too_few", "plans_changed", "other"] as const;

export function mayMoveGroup(from: GroupStatus, to: GroupStatus): boolean {
  return groupMoves.some((move) => move.from === from && move.to === to);
}

/** What an enterprise may answer now; nothing once the group is no longer open. */
export function answersOf(group: GroupStatus, member: GroupMemberStatus): GroupMemberStatus[] {
  return group === "open" ? memberMoves.filter(({ from }) => from === member).map(({ to }) => to) : [];
}

/** Whether so many who joined may be sent for. */
export function isEnough(joined: number): boolean {
  return joined >= MIN_MEMBERS;
}
