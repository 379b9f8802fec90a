import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { listingPage } from "~/domain/catalogue/listing-page.server";
import { listingParams, parseListingQuery } from "~/domain/catalogue/listing-query";
import { searchSolutions, type Listing } from "~/domain/catalogue/listing.server";
import { rebuildIndex } from "~/domain/catalogue/published.server";
import { paths } from "~/paths";
import { referenceStore } from "../world/reference";
import { writeCatalogue } from "./catalogue";
import { fuzzed } from "./fuzz";
import { listingQuery } from "./scores";

// `npm run bench search` asks as many of 12,000 listings and times them.
const [ASKED, LISTED, PAGE] = [10_000, 1200, 20];
/** All that is drawn costs three times the search: every so many are drawn. */
const DRAWN = 100;

const KNOWN = {
  industries: new Set(),
  scenarios: new Set(),
  parks: new Set(),
  regions: new Set(),
  providers: new Set(),
};
const addressOf = (q: string) =>
  paths.solutions(listingParams({ ...parseListingQuery(new URLSearchParams(), KNOWN).query, q }));

/** What a list claims that is not so; empty when it is honest. */
function dishonest({ items, total, fullTotal, from, next, previous, operators, said }: Listing, q: string): string[] {
  const checks: [string, boolean][] = [
    ["twice on a page", new Set(items.map(({ no }) => no)).size < items.length],
    ["a page too short or too long", items.length !== Math.min(total, PAGE)],
    ["more full answers than answers", fullTotal > total],
    ["more than the catalogue", total > LISTED],
    ["a first page that begins elsewhere", from !== Math.min(total, 1) || previous !== null],
    ["a next page that is none, or none that is one", (next !== null) !== total > PAGE],
    ["a text that is not told", q !== "" && said === "" && operators.length === 0],
    ["an operator that cannot be taken away", operators.some(({ without }) => addressOf(without) === addressOf(q))],
  ];
  return checks.flatMap(([name, isSo]) => (isSo ? [name] : []));
}

test("whatever is typed is answered, and the list says what is so", async () => {
  const store = referenceStore();
  await writeCatalogue(store.writer, LISTED, 5);
  await store.write(rebuildIndex);
  for (const [no, typed] of fuzzed(ASKED, 11).entries()) {
    const query = listingQuery(typed);
    const problems = dishonest(await searchSolutions(store.db, query), query.q);
    if (problems.length > 0) expect([typed, problems]).toEqual([typed, []]);
    if (no % DRAWN > 0) continue;
    // Nothing above ever waits: the runner must hear of this process.
    await setImmediate();
    const { total, cards, instead } = await listingPage(store.db, query);
    const shown = total > 0 ? cards : (instead?.cards ?? []);
    expect([typed, shown.length > 0]).toEqual([typed, true]);
  }
}, 240_000);
