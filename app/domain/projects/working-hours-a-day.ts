/** Hours of a working day, 09:00 to 17:00. Client-safe: the calendar beside it is not needed to say so. */
export const HOURS_A_DAY = 8;
