/** Closed lists of notices. Client-safe. */
export const mailChannels = ["email", "sms"] as const;
export type MailChannel = (typeof mailChannels)[number];
