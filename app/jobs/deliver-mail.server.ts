import { deliverDue, driversFor } from "~/domain/notices/delivery.server";
import { env } from "~/env.server";
import { store } from "~/store.server";

const drivers = driversFor(env);

export const deliverMail = {
  name: "deliver-mail",
  everyMs: 5_000,
  async run() {
    await deliverDue(store(), drivers);
  },
};
