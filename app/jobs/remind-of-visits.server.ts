import { remindOfVisits } from "~/domain/clinic/visit-reminders.server";
import { store } from "~/store.server";

export const remindOfVisitsAhead = {
  name: "remind-of-visits",
  everyMs: 60_000,
  async run() {
    await remindOfVisits(store(), Date.now());
  },
};
