import { expect, test } from "vitest";
import { rebuildIndex } from "~/domain/catalogue/published.server";
import { searchSolutions } from "~/domain/catalogue/listing.server";
import { referenceStore } from "../world/reference";
import { writeCatalogue } from "./catalogue";
import { fuzzed } from "./fuzz";
import { listingQuery } from "./scores";

// `npm run bench search` asks 10,000 and times them.
const ASKED = 1500;

test("whatever is typed is answered, and no result stands twice", async () => {
  const store = referenceStore();
  await writeCatalogue(store.writer, 1200, 5);
  await store.write(rebuildIndex);
  for (const q of fuzzed(ASKED, 11)) {
    const { items, total, fullTotal } = await searchSolutions(store.db, listingQuery(q));
    const problems = [
      new Set(items.map(({ no }) => no)).size === items.length ? "" : "twice",
      items.length === Math.min(total, 20) ? "" : "short page",
      fullTotal <= total ? "" : "more than all",
    ];
    expect([q, problems.join("")]).toEqual([q, ""]);
  }
}, 60_000);
