import { expect, test } from "vitest";
import { newId } from "#db/ids.server";
import { alertItem } from "#db/schema/alerts.server";
import { user } from "#db/schema/identity.server";
import type { Store } from "#db/store.server";
import { cadenceOf, dropWaiting, setCadence, tellOfSearch } from "~/domain/alerts/settings.server";
import { market } from "../catalogue/market";

async function person(store: Store): Promise<string> {
  const id = newId("usr");
  const email = `${id}@example.cn`;
  await store.write((tx) => tx.insert(user).values({ id, name: "王工", email, passwordHash: "x", createdAt: 1 }));
  return id;
}

type Item = typeof alertItem.$inferInsert;

/** One told already and one that waits, for the same reason. */
async function items(store: Store, userId: string, reason: Pick<Item, "kind" | "reason">) {
  const row = (id: string, solutionId: string, toldAt: number | null) => ({
    userId,
    ...reason,
    id,
    solutionId,
    toldAt,
  });
  const rows = [row(newId("ali"), "sol_1", 5), row(newId("ali"), "sol_2", null)];
  await store.write((tx) => tx.insert(alertItem).values(rows.map((each) => ({ ...each, createdAt: 1 }))));
}

async function left(store: Store) {
  const { userId, reason, solutionId } = alertItem;
  const rows = await store.db.select({ userId, reason, solutionId }).from(alertItem);
  return rows.map((row) => `${row.userId} ${row.reason} ${row.solutionId}`).sort();
}

test("once a day for whom no choice is kept, and the last choice counts", async () => {
  const { store } = await market([{}]);
  const userId = await person(store);
  expect(await cadenceOf(store.db, userId)).toBe("daily");
  await store.write((tx) => setCadence(tx, userId, "weekly"));
  await store.write((tx) => setCadence(tx, userId, "now"));
  expect(await cadenceOf(store.db, userId)).toBe("now");
});

test("never drops what waits of this person, and nothing that was told", async () => {
  const { store } = await market([{}, {}]);
  const [mine, other] = [await person(store), await person(store)];
  const reason = { kind: "follow", reason: "park:nanchang-htdz" } as const;
  await items(store, mine, reason);
  await items(store, other, reason);
  await store.write((tx) => setCadence(tx, mine, "weekly"));
  expect(await left(store)).toHaveLength(4);
  await store.write((tx) => setCadence(tx, mine, "never"));
  const kept = [`${mine} ${reason.reason} sol_1`, `${other} ${reason.reason} sol_1`, `${other} ${reason.reason} sol_2`];
  expect(await left(store)).toEqual(kept.sort());
});

test("what waits for one reason is dropped without the others", async () => {
  const { store } = await market([{}, {}]);
  const userId = await person(store);
  const [dropped, stays] = [
    { kind: "recommendation", reason: "rec_1" },
    { kind: "recommendation", reason: "rec_2" },
  ] as const;
  await items(store, userId, dropped);
  await items(store, userId, stays);
  await store.write((tx) => dropWaiting(tx, userId, dropped));
  expect(await left(store)).toEqual([`${userId} rec_1 sol_1`, `${userId} rec_2 sol_1`, `${userId} rec_2 sol_2`]);
});

test("a search that is not theirs is refused, and nothing is dropped", async () => {
  const { store } = await market([{}, {}]);
  const userId = await person(store);
  await items(store, userId, { kind: "search", reason: "srh_none" });
  const outcome = await store.write((tx) => tellOfSearch(tx, userId, { id: "srh_none", isAlert: false }));
  expect(outcome).toMatchObject({ ok: false, reason: "not_found" });
  expect(await left(store)).toHaveLength(2);
});
