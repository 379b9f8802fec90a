/** Questionnaires as data an administrator edits. */
export const schemes = {};
