/** Closed lists of enquiries and projects. Client-safe. */
export const enquiryStatuses = ["sent", "acknowledged", "quoted", "accepted", "declined", "withdrawn"] as const;
export type EnquiryStatus = (typeof enquiryStatuses)[number];

/** Why an enquiry ends without a contract; every negative step names one and adds words. */
export const enquiryReasons = [
  "not_served",
  "no_capacity",
  "need_unclear",
  "price",
  "timing",
  "not_suitable",
  "chose_other",
  "no_answer",
  "plans_changed",
  "other",
] as const;
export type EnquiryReason = (typeof enquiryReasons)[number];

export const projectStatuses = [
  "pool",
  "contracted",
  "filed",
  "implementing",
  "completed",
  "acceptance_requested",
  "document_check",
  "evaluation",
  "rectification",
  "accepted",
  "terminated",
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** Carried out, whatever of its acceptance is still to come. */
export const finishedProjectStatuses = [
  "completed",
  "acceptance_requested",
  "document_check",
  "evaluation",
  "rectification",
  "accepted",
] as const satisfies readonly ProjectStatus[];

/** Carried out, or being carried out: a retrofit as the programme counts it. */
export const begunProjectStatuses = [
  "implementing",
  ...finishedProjectStatuses,
] as const satisfies readonly ProjectStatus[];

export const quoteStatuses = ["sent", "superseded", "accepted", "declined"] as const;
export type QuoteStatus = (typeof quoteStatuses)[number];

/** Why an enterprise does not accept what was delivered. */
export const objectionReasons = ["not_as_agreed", "does_not_work", "incomplete", "no_training", "other"] as const;
export type ObjectionReason = (typeof objectionReasons)[number];

/** The four points an enterprise rates a finished project on, each 1–5. */
export const ratingPoints = ["fit", "schedule", "service", "benefit"] as const;
export type RatingPoint = (typeof ratingPoints)[number];
