/** Sentences of the area events. */
export const events = {} as const;
