import { tellBrokenPromises } from "~/domain/clinic/broken-promises.server";
import { store } from "~/store.server";

/** Promises are counted in days, and what is late is computed when read: this only sends the notice. */
export const tellOfBrokenPromises = {
  name: "tell-broken-promises",
  everyMs: 15 * 60_000,
  async run() {
    await tellBrokenPromises(store(), Date.now());
  },
};
