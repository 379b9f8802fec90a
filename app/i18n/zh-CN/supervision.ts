/** Sentences of the area supervision. */
export const supervision = {} as const;
