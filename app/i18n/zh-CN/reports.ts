/** The report: sections, matrix, review, corrections, documents. */
export const reports = {};
