import { expect, test } from "vitest";
import { listingPage } from "~/domain/catalogue/listing-page.server";
import { listingParams, parseListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames } from "~/domain/catalogue/listing.server";
import { paths } from "~/paths";
import { market } from "./market";

async function pageOf(search: Record<string, string>) {
  const { store } = await market([
    { title: "排产云服务", deployment: ["saas"] },
    { title: "智能排产", summary: "可与 MES 对接" },
    { title: "设备点检" },
  ]);
  const { query } = parseListingQuery(new URLSearchParams(search), await knownNames(store.db));
  const page = await listingPage(store.db, query);
  const addresses = page.operators.map(({ without }) =>
    decodeURIComponent(paths.solutions(listingParams({ ...query, q: without }))),
  );
  return { ...page, addresses, titles: page.cards.map(({ title }) => title) };
}

test("each operator has an address without it, which keeps the others and the filters, and starts at the top", async () => {
  const { said, operators, addresses } = await pageOf({ q: "排产　－云 “智能”", sort: "newest", days_max: "90" });
  expect(said).toBe("排产");
  expect(operators.map(({ kind, text }) => [kind, text])).toEqual([
    ["excluded", "云"],
    ["phrase", "智能"],
  ]);
  expect(addresses).toEqual([
    "/solutions?q=排产+“智能”&days_max=90&sort=newest",
    "/solutions?q=排产　－云&days_max=90&sort=newest",
  ]);
});

test("a text that is one operator has the whole list without it", async () => {
  const { said, titles, addresses } = await pageOf({ q: "-排产" });
  expect([said, titles, addresses]).toEqual(["", ["设备点检"], ["/solutions"]]);
});

test("signs that say nothing are the text itself", async () => {
  const { said, operators } = await pageOf({ q: '"" -' });
  expect([said, operators]).toEqual(['"" -', []]);
});

test("when operators leave nothing, what the words alone find is shown instead", async () => {
  const { total, instead } = await pageOf({ q: "排产 “没有人这样说”" });
  expect([total, instead?.leftOut, instead?.query.q]).toEqual([0, "operators", "排产"]);
  expect(instead?.cards.map(({ title }) => title).toSorted()).toEqual(["排产云服务", "智能排产"].toSorted());
});
