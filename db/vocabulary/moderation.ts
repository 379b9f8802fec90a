/** Closed lists of moderation. Client-safe. */
export const moderationSubjects = ["provider", "solution"] as const;
export type ModerationSubject = (typeof moderationSubjects)[number];

export const moderationDecisions = [
  "approved",
  "changes_requested",
  "rejected",
  "suspended",
  "restored",
  "terminated",
] as const;
export type ModerationDecision = (typeof moderationDecisions)[number];

/** Why a provider or a solution is returned, refused or taken down; every negative decision names one and adds words. */
export const moderationReasons = [
  "incomplete",
  "unclear",
  "not_truthful",
  "wrong_category",
  "price_unclear",
  "credentials_missing",
  "duplicate",
  "out_of_scope",
  "complaint",
  "other",
] as const;
export type ModerationReason = (typeof moderationReasons)[number];

export const complaintStatuses = ["open", "upheld", "dismissed"] as const;
export type ComplaintStatus = (typeof complaintStatuses)[number];

/** What a complaint is about. */
export const complaintGrounds = [
  "not_truthful",
  "price_differs",
  "no_answer",
  "bad_conduct",
  "not_delivered",
  "infringement",
  "other",
] as const;
export type ComplaintGround = (typeof complaintGrounds)[number];
