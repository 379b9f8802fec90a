import { expect, test } from "vitest";
import { isFirstTime, notYetDone } from "~/domain/notices/once.server";
import { testStore } from "../../world/store";

test("an occasion comes up for the first time once", async () => {
  const store = testStore();
  expect(await store.write((tx) => isFirstTime(tx, "visit:1"))).toBe(true);
  expect(await store.write((tx) => isFirstTime(tx, "visit:1"))).toBe(false);
  expect(await store.write((tx) => isFirstTime(tx, "visit:2"))).toBe(true);
});

test("of any number of occasions those that have not come up are named, in their order", async () => {
  const store = testStore();
  const occasions = Array.from({ length: 1_203 }, (_, no) => ({ no, key: `visit:${no}` }));
  const done = [0, 499, 500, 999, 1_000, 1_202];
  await store.write(async (tx) => {
    for (const no of done) await isFirstTime(tx, `visit:${no}`);
  });
  const left = await notYetDone(store.db, occasions);
  expect(left).toEqual(occasions.filter(({ no }) => !done.includes(no)));
  expect(await notYetDone(store.db, [])).toEqual([]);
});
