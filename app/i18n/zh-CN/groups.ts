/** Enterprises of a park that ask together. */
export const groups = {};
