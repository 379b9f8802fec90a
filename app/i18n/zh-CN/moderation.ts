/** Sentences of the area moderation. */
export const moderation = {} as const;
