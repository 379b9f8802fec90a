/** Who may read an enterprise's report, and who did. */
export const consent = {};
