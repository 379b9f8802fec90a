import { catchUpIndex } from "~/domain/catalogue/dictionary.server";
import { store } from "~/store.server";

/** After a word that many listings say came into the dictionary or left it. */
export const catchUpSearchIndex = { name: "catch-up-index", everyMs: 20_000, run: () => catchUpIndex(store()) };
