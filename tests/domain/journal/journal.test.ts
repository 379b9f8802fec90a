import { expect, test } from "vitest";
import { journalPage } from "~/domain/journal/entries.server";
import { record } from "~/domain/journal/journal.server";
import { aPerson } from "../../world/people";
import { testStore } from "../../world/store";

test("an entry says who did what to which object, before and after", async () => {
  const store = testStore();
  await store.write(async (tx) => {
    const userId = await aPerson(tx, "a@x.cn");
    const fact = {
      action: "thing.renamed",
      subject: { kind: "thing", id: "t1" },
      before: { name: "旧" },
      after: { name: "新" },
    };
    await record(tx, { userId }, fact);
    await record(tx, null, { action: "thing.swept", subject: { kind: "thing", id: "t2" } });
  });
  const { rows } = await journalPage(store.db, { before: null, subjectId: null });
  expect(rows).toMatchObject([
    { action: "thing.swept", actor: null },
    { action: "thing.renamed", actor: "a", before: { name: "旧" }, after: { name: "新" } },
  ]);
  expect((await journalPage(store.db, { before: null, subjectId: "t1" })).rows).toHaveLength(1);
});

test("fifty entries a page, the rest behind a number", async () => {
  const store = testStore();
  await store.write(async (tx) => {
    for (let i = 0; i < 60; i++) await record(tx, null, { action: "a.b", subject: { kind: "thing", id: `t${i}` } });
  });
  const first = await journalPage(store.db, { before: null, subjectId: null });
  expect(first.rows).toHaveLength(50);
  const second = await journalPage(store.db, { before: first.next, subjectId: null });
  expect([second.rows.length, second.next]).toEqual([10, null]);
});
