import { findAlerts } from "~/domain/alerts/find-alerts.server";
import { store } from "~/store.server";

/** What changed in the catalogue becomes what people are to be told. */
export const findNewsForPeople = {
  name: "find-alerts",
  everyMs: 5_000,
  async run() {
    await findAlerts(store(), Date.now());
  },
};
