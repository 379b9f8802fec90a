/** Sentences of the area matching. */
export const matching = {} as const;
