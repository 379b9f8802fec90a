/** What the desk promises, in working days: product defaults, since no published deadline exists. Client-safe and small. */

/** From handing in to a decision. */
export const REVIEW_DAYS = 5;
/** From a complaint to its answer. */
export const COMPLAINT_DAYS = 5;
