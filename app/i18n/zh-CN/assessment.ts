/** Sentences of the area assessment. */
export const assessment = {} as const;
