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
  "time_unsuitable",
  "production_peak",
  "expert_unavailable",
  "correction",
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

/** The part of the enterprise a finding lies in. */
export const findingAreas = [
  "research",
  "production",
  "management",
  "supply_chain",
  "data",
  "infrastructure",
  "organisation",
] as const;
export type FindingArea = (typeof findingAreas)[number];

/** What gets better, measured the same way in a report's expectation and in an effect. */
export const gainMetrics = [
  "changeover_time",
  "downtime",
  "defect_rate",
  "delivery_time",
  "stock_turnover",
  "energy",
  "labour",
  "cost",
  "output",
  "other",
] as const;
export type GainMetric = (typeof gainMetrics)[number];

export const gainUnits = ["percent", "hours", "days", "people", "wan_yuan_per_year", "times", "pieces"] as const;
export type GainUnit = (typeof gainUnits)[number];

/** 1 little – 3 much: the two sides of the matrix that gives a recommendation its priority. */
export const matrixSteps = [1, 2, 3] as const;

/** A second expert's word on a report handed in; the park decides. */
export const reviewVerdicts = ["approve", "return"] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

/** First and second re-assessment after a change was made. */
export const effectStages = ["t1", "t2"] as const;
export type EffectStage = (typeof effectStages)[number];

export const effectStatuses = ["open", "enterprise_confirmed", "confirmed", "rejected"] as const;
export type EffectStatus = (typeof effectStatuses)[number];

/** What an enterprise may show a provider of a report, one by one. */
export const reportSections = ["summary", "analysis", "levels", "findings", "recommendations", "roadmap"] as const;
export type ReportSection = (typeof reportSections)[number];

export const groupStatuses = ["open", "sent", "closed"] as const;
export type GroupStatus = (typeof groupStatuses)[number];

export const groupMemberStatuses = ["invited", "joined", "declined"] as const;
export type GroupMemberStatus = (typeof groupMemberStatuses)[number];
