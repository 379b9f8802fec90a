import { scanHeldFiles } from "~/domain/catalogue/catalogue-files.server";
import { scannerFor } from "~/domain/files/scanner.server";
import { env } from "~/env.server";
import { store } from "~/store.server";

const scan = scannerFor(env);

/** Files that came while the virus scanner did not answer. Without a scanner none is held back. */
export const scanHeldUploads = {
  name: "scan-held-files",
  everyMs: 15_000,
  async run() {
    if (scan) await scanHeldFiles(store(), scan);
  },
};
