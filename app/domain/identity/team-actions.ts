/** Entries of the journal that the log of an organisation tells in words (onboarding:log.…). */
export const teamActions = [
  "organisation.registered",
  "member.invited",
  "invitation.revoked",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "member.left",
  "member.handed_over",
  "join.requested",
  "join.accepted",
  "join.declined",
  "join.taken_back",
  "provider.edited",
  "provider.vouched_changed",
  "provider.logo_changed",
  "provider.submitted",
  "provider.approved",
  "provider.changes_requested",
  "provider.rejected",
  "provider.suspended",
  "provider.restored",
  "provider.terminated",
  "qualification.edited",
  "qualification.submitted",
  "qualification.passed",
  "qualification.returned",
  "file.infected",
] as const;
export type TeamAction = (typeof teamActions)[number];

export function isTeamAction(action: string): action is TeamAction {
  return teamActions.some((each) => each === action);
}
