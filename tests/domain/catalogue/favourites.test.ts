import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { provider, solution } from "#db/schema/catalogue.server";
import {
  addFavourite,
  favouriteSlugs,
  favouriteSolutions,
  mergeFavourites,
  MOST_IN_ACCOUNT,
  removeFavourite,
} from "~/domain/catalogue/favourites.server";
import { addUser } from "../../world/programme";
import { market } from "./market";

async function shelf(listings = 3) {
  const { store } = await market(Array.from({ length: listings }, () => ({})));
  const [own, foreign] = [await addUser(store), await addUser(store)];
  const add = (slug: string, at: number, user = own) => store.write((tx) => addFavourite(tx, user, slug, at));
  const remove = (slug: string, user = own) => store.write((tx) => removeFavourite(tx, user, slug));
  const merge = (slugs: string[], at: number) => store.write((tx) => mergeFavourites(tx, own, slugs, at));
  return { store, own, foreign, add, remove, merge, kept: (user = own) => favouriteSlugs(store.db, user) };
}

test("an account keeps its own, newest first, and each once", async () => {
  const { add, kept, foreign } = await shelf();
  await add("s-1", 1);
  await add("s-2", 2);
  await add("s-1", 3);
  await add("s-3", 4, foreign);
  expect(await kept()).toEqual(["s-2", "s-1"]);
  expect(await kept(foreign)).toEqual(["s-3"]);
});

test("what nobody can read is not kept", async () => {
  const { store, add, kept } = await shelf();
  await store.write((tx) => tx.update(solution).set({ status: "withdrawn" }).where(eq(solution.slug, "s-1")));
  expect(await add("s-1", 1)).toEqual({ ok: false, reason: "not_found" });
  expect(await add("s-none", 1)).toEqual({ ok: false, reason: "not_found" });
  await store.write((tx) => tx.update(provider).set({ status: "suspended" }));
  expect(await add("s-2", 1)).toEqual({ ok: false, reason: "not_found" });
  expect(await kept()).toEqual([]);
});

test("a full account says so, but what it keeps can be pressed again", async () => {
  const { add, kept } = await shelf(MOST_IN_ACCOUNT + 1);
  for (let no = 1; no <= MOST_IN_ACCOUNT; no++) await add(`s-${no}`, no);
  expect(await add(`s-${MOST_IN_ACCOUNT + 1}`, 999)).toEqual({ ok: false, reason: "full" });
  expect((await add("s-1", 999)).ok).toBe(true);
  expect(await kept()).toHaveLength(MOST_IN_ACCOUNT);
});

test("letting go touches only one's own, and may be repeated", async () => {
  const { add, remove, kept, foreign } = await shelf();
  await add("s-1", 1);
  await add("s-1", 1, foreign);
  await remove("s-1");
  await remove("s-1");
  await remove("s-unknown");
  expect(await kept()).toEqual([]);
  expect(await kept(foreign)).toEqual(["s-1"]);
});

test("a browser's favourites join the account in their order; unknown ones and repetitions change nothing", async () => {
  const { add, merge, kept } = await shelf();
  await add("s-2", 1);
  await merge(["s-3", "s-gone", "s-2", "s-1"], 100);
  expect(await kept()).toEqual(["s-3", "s-1", "s-2"]);
  await merge(["s-1", "s-3"], 200);
  expect(await kept()).toEqual(["s-3", "s-1", "s-2"]);
});

test("merging never overfills an account", async () => {
  const { add, merge, kept } = await shelf(MOST_IN_ACCOUNT + 2);
  for (let no = 2; no <= MOST_IN_ACCOUNT; no++) await add(`s-${no}`, no);
  await merge([`s-${MOST_IN_ACCOUNT + 2}`, `s-${MOST_IN_ACCOUNT + 1}`], 999);
  const slugs = await kept();
  expect(slugs).toHaveLength(MOST_IN_ACCOUNT);
  expect(slugs[0]).toBe(`s-${MOST_IN_ACCOUNT + 2}`);
});

test("shown are those that are live now, in order, and how many are not", async () => {
  const { store } = await shelf();
  const found = await favouriteSolutions(store.db, ["s-3", "s-gone", "s-1"]);
  expect(found.solutions.map(({ slug }) => slug)).toEqual(["s-3", "s-1"]);
  expect(found.missing).toBe(1);
});
