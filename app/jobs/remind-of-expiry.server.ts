import { remindOfExpiry } from "~/domain/catalogue/qualification-reminders.server";
import { store } from "~/store.server";

/** Certificates run out by the day: an hour sooner or later is soon enough. */
export const remindOfExpiringQualifications = {
  name: "remind-of-expiry",
  everyMs: 3_600_000,
  async run() {
    await remindOfExpiry(store(), Date.now());
  },
};
