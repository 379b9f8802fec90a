/** The clinic's desk: queue, assignment, escalation. */
export const desk = {};
