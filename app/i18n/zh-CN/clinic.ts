/** Sentences of the area clinic. */
export const clinic = {} as const;
