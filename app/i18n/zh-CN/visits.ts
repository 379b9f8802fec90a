/** Visits: free times, picking one, moving it, reminders. */
export const visits = {};
