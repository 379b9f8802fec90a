/** Closed lists of notices. Client-safe. */
export const mailChannels = ["email", "sms"] as const;
export type MailChannel = (typeof mailChannels)[number];

/** How often a person is told of what is new. */
export const alertCadences = ["never", "now", "daily", "weekly"] as const;
export type AlertCadence = (typeof alertCadences)[number];

/** What a person follows. */
export const followKinds = ["park", "scenario", "industry"] as const;
export type FollowKind = (typeof followKinds)[number];

/** Why a solution is told of. */
export const alertKinds = ["search", "follow", "recommendation"] as const;
export type AlertKind = (typeof alertKinds)[number];
