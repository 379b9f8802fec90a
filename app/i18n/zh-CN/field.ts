/** The field kit on the shop floor. */
export const field = {};
