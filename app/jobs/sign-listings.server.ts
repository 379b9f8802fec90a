import { catchUpSignatures } from "~/domain/moderation/look-alikes.server";
import { store } from "~/store.server";

let from = 0;

/** Signatures of what was handed in or published since, for finding look-alikes: one stretch of the catalogue a pass. */
export const signListings = {
  name: "sign-listings",
  everyMs: 20_000,
  async run() {
    from = await catchUpSignatures(store(), from);
  },
};
