import { sweepSearches } from "~/domain/insight/reach.server";
import { store } from "~/store.server";

/** Weeks end on Mondays: an hour sooner or later is soon enough. */
export const sweepSearchesSeen = {
  name: "sweep-searches",
  everyMs: 3_600_000,
  run: () => sweepSearches(store(), Date.now()),
};
