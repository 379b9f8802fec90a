/** What a change brought, and where an enterprise stands among others. */
export const effects = {};
