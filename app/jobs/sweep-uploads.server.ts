import { sweepUploads } from "~/domain/files/uploads.server";
import { store } from "~/store.server";

export const sweepOrphanUploads = {
  name: "sweep-uploads",
  everyMs: 3_600_000,
  async run() {
    await sweepUploads(store().db, Date.now());
  },
};
