import { remindOfFreshness } from "~/domain/catalogue/freshness-reminders.server";
import { store } from "~/store.server";

/** States change at midnight: this only asks. */
export const remindOfListings = {
  name: "remind-of-freshness",
  everyMs: 15 * 60_000,
  async run() {
    await remindOfFreshness(store(), Date.now());
  },
};
