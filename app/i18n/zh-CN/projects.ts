/** Sentences of the area projects. */
export const projects = {} as const;
