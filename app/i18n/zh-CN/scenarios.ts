/** Sentences of the area scenarios. */
export const scenarios = {} as const;
