/** Closed lists of assessment. Client-safe. */
export const assessmentSources = ["self", "on_site", "third_party"] as const;
export type AssessmentSource = (typeof assessmentSources)[number];

export const assessmentStatuses = ["draft", "finished"] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];
