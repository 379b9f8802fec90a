/** Sentences of the area insight. */
export const insight = {} as const;
