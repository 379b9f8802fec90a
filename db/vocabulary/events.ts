/** Closed lists of events. Client-safe. */
export const eventKinds = ["park_session", "matchmaking", "training"] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStatuses = ["draft", "published", "held", "cancelled"] as const;
export type EventStatus = (typeof eventStatuses)[number];
