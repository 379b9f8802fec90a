import { expect, test } from "vitest";
import { parseListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames } from "~/domain/catalogue/listing.server";
import {
  deleteSearch,
  isSearchSaved,
  MOST_SAVED,
  renameSearch,
  savedQuery,
  savedSearches,
  saveSearch,
} from "~/domain/catalogue/saved-searches.server";
import { addUser } from "../../world/programme";
import { market } from "./market";

async function desk() {
  const { store } = await market([
    { title: "注塑车间排产", scenarios: ["planning"] },
    { title: "设备点检", scenarios: ["equipment"] },
    { title: "排产看板", scenarios: ["planning"] },
  ]);
  const [own, foreign] = [await addUser(store), await addUser(store)];
  const known = await knownNames(store.db);
  const queryOf = (params: string) => savedQuery(parseListingQuery(new URLSearchParams(params), known).query);
  const save = (name: string, params: string, at = 1) =>
    store.write((tx) => saveSearch(tx, own, { name, query: queryOf(params) }, at));
  const saved = () => savedSearches(store.db, own);
  return { store, own, foreign, queryOf, save, saved };
}

test("the same search is the same text, however its address was written", async () => {
  const { queryOf } = await desk();
  expect(queryOf("scenario=quality&scenario=planning&q=MES&per=50&after=x")).toBe(
    queryOf("q=MES&scenario=planning&scenario=quality&unknown=1"),
  );
  expect(queryOf("per=100")).toBe("");
});

test("saved searches come newest first with what they find now", async () => {
  const { save, saved } = await desk();
  await save("设备", "scenario=equipment", 1);
  await save("排产", "q=排产", 2);
  expect((await saved()).map(({ name, total }) => [name, total])).toEqual([
    ["排产", 2],
    ["设备", 1],
  ]);
});

test("saving twice keeps one, under its last name", async () => {
  const { store, own, foreign, queryOf, save, saved } = await desk();
  await save("排产", "q=排产");
  expect((await save("再来一次", "q=排产&per=50")).ok).toBe(true);
  expect((await saved()).map(({ name }) => name)).toEqual(["再来一次"]);
  expect(await isSearchSaved(store.db, own, queryOf("q=排产"))).toBe(true);
  expect(await isSearchSaved(store.db, foreign, queryOf("q=排产"))).toBe(false);
});

test("a search for nothing, and one too many, are refused", async () => {
  const { save, saved } = await desk();
  for (const nothing of ["", "sort=newest", "sort=cheapest&per=50", "without=planning"])
    expect([nothing, await save("全部", nothing)]).toEqual([nothing, { ok: false, reason: "empty" }]);
  for (let n = 0; n < MOST_SAVED; n++) await save(`第${n}个`, `q=排产${n}`);
  expect(await save("太多", "q=太多")).toEqual({ ok: false, reason: "full" });
  expect(await saved()).toHaveLength(MOST_SAVED);
});

test("only one's own can be renamed or forgotten", async () => {
  const { store, own, foreign, save, saved } = await desk();
  await save("排产", "q=排产");
  const id = (await saved())[0]?.id ?? "";
  const rename = (user: string, name: string) => store.write((tx) => renameSearch(tx, user, { id, name }));
  expect(await rename(foreign, "别人的")).toEqual({ ok: false, reason: "not_found" });
  const forget = (user: string) => store.write((tx) => deleteSearch(tx, user, id));
  expect(await forget(foreign)).toEqual({ ok: false, reason: "not_found" });
  expect((await rename(own, "我的排产")).ok).toBe(true);
  expect((await saved()).map(({ name }) => name)).toEqual(["我的排产"]);
  expect((await forget(own)).ok).toBe(true);
  expect(await forget(own)).toEqual({ ok: false, reason: "not_found" });
  expect(await saved()).toEqual([]);
});
