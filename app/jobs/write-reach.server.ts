import { writeReach } from "~/domain/insight/reach.server";
import { reach } from "~/domain/insight/reach-counter.server";
import { store } from "~/store.server";

/** What this process counted. */
export const writeWhatWasSeen = { name: "write-reach", everyMs: 60_000, run: () => writeReach(store(), reach) };
