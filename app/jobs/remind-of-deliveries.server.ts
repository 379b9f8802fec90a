import { remindOfDeliveries } from "~/domain/projects/delivery-reminders.server";
import { store } from "~/store.server";

export const remindOfDeliveriesWaiting = {
  name: "remind-of-deliveries",
  everyMs: 15 * 60_000,
  async run() {
    await remindOfDeliveries(store(), Date.now());
  },
};
