/** Closed lists of the clinic. Client-safe. */
export const diagnosisStatuses = [
  "draft",
  "submitted",
  "changes_requested",
  "accepted",
  "assigned",
  "scheduled",
  "on_site",
  "report_draft",
  "report_review",
  "reported",
  "confirmed",
  "closed",
  "declined",
  "withdrawn",
  "cancelled",
] as const;
export type DiagnosisStatus = (typeof diagnosisStatuses)[number];

export const diagnosisReasons = [
  "information_missing",
  "not_in_park",
  "not_manufacturing",
  "recently_diagnosed",
  "no_longer_needed",
  "other_support_found",
  "enterprise_unreachable",
  "report_incomplete",
  "evidence_missing",
  "conflict_of_interest",
  "other",
] as const;
export type DiagnosisReason = (typeof diagnosisReasons)[number];

export const reportStatuses = ["draft", "in_review", "issued", "superseded"] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export const recommendationStatuses = [
  "proposed",
  "viewed",
  "shortlisted",
  "enquired",
  "adopted",
  "not_adopted",
] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

export const severities = [1, 2, 3, 4] as const;
export const priorities = ["high", "medium", "low"] as const;
export type Priority = (typeof priorities)[number];
