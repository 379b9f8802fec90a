import { sendDigests } from "~/domain/alerts/digest.server";
import { store } from "~/store.server";
import { letterOf } from "./digest-letter.server";

/** Those who want to know at once wait for the next run; the others for eight in the morning. */
export const sendDueDigests = {
  name: "send-digests",
  everyMs: 10_000,
  async run() {
    await sendDigests(store(), Date.now(), letterOf);
  },
};
