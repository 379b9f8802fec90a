import { expect, test } from "vitest";
import { journalEntry } from "#db/schema/support.server";
import { addToDictionary, catchUpIndex, switchInDictionary } from "~/domain/catalogue/dictionary.server";
import { rebuildIfStale } from "~/domain/catalogue/published.server";
import { indexBehind } from "~/domain/search/index.server";
import type { Administrator, ProvinceStaff } from "~/domain/identity/actor";
import { market } from "./market";

const administrator: Administrator = { kind: "administrator", userId: "usr_admin", userName: "管理员" };
const province: ProvinceStaff = {
  ...{ kind: "authority", level: "province", userId: "usr_province", userName: "省级人员" },
  ...{ organisationId: "org_province", organisationName: "省级部门", role: "member", regionCode: "360000" },
};
const WORD = { surface: "油雾收集", kind: "scenario" as const, target: "safety/environment" };

async function shop() {
  const { store, numbers } = await market([
    { title: "机加工油雾收集改造" },
    { title: "废气排放监测", scenarios: ["safety"] },
    { title: "智能排产", scenarios: ["planning"] },
  ]);
  await rebuildIfStale(store);
  return { store, numbers };
}

test("a word that means what others mean is found by them at once", async () => {
  const { store, numbers } = await shop();
  expect(await numbers("q=环境监测")).not.toContain(1);
  const added = await store.write((tx) => addToDictionary(tx, administrator, WORD));
  expect(added.ok).toBe(true);
  expect(await numbers("q=环境监测")).toContain(1);
  expect(await numbers("q=油雾收集")).toEqual([1, 2]);
});

test("struck out it means nothing any more, and restored it does again", async () => {
  const { store, numbers } = await shop();
  await store.write((tx) => addToDictionary(tx, administrator, WORD));
  await store.write((tx) => switchInDictionary(tx, administrator, WORD, "struck"));
  expect(await numbers("q=环境监测")).not.toContain(1);
  await store.write((tx) => switchInDictionary(tx, administrator, WORD, "active"));
  expect(await numbers("q=环境监测")).toContain(1);
});

test("after a change the index is not stale: the next start need not build it anew", async () => {
  const { store } = await shop();
  await store.write((tx) => addToDictionary(tx, administrator, WORD));
  expect(await rebuildIfStale(store)).toBe(false);
});

test("a word that very many listings say is written by and by; meanwhile they are found by what they say", async () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ title: `油雾收集改造${at}` }));
  const { store, numbers } = await market([...many, { title: "废气排放监测", scenarios: ["safety"] }]);
  await rebuildIfStale(store);
  await store.write((tx) => addToDictionary(tx, administrator, WORD));
  expect(await indexBehind(store.db)).not.toBeNull();
  expect(await numbers("q=油雾收集&per=100")).toContain(1);
  await catchUpIndex(store);
  expect(await numbers("q=环境监测&per=100")).toContain(60);
  expect(await indexBehind(store.db)).toBeNull();
  expect(await rebuildIfStale(store)).toBe(false);
});

test("a word that changes no listing's tokens writes none of them", async () => {
  const { store } = await shop();
  const word = { surface: "改造", kind: "hint" as const, target: "safety/environment" };
  const before = store.writer.prepare("SELECT count(*) AS blocks, max(id) AS last FROM solution_fts_data").get();
  await store.write((tx) => addToDictionary(tx, administrator, word));
  expect(store.writer.prepare("SELECT count(*) AS blocks, max(id) AS last FROM solution_fts_data").get()).toEqual(
    before,
  );
});

test.each([
  ["a function that is not there", { ...WORD, target: "safety/magic" }],
  ["an industry's example of a scenario", { ...WORD, target: "sj02_c_2_1" }],
  ["a code as the meaning of a name", { ...WORD, target: "C36" }],
  ["a scenario as an industry", { ...WORD, kind: "industry" as const }],
  ["a meaning for a word without one", { ...WORD, kind: "empty" as const }],
])("%s is refused", async (_what, word) => {
  const { store } = await shop();
  expect(await store.write((tx) => addToDictionary(tx, administrator, word))).toEqual({ ok: false, reason: "target" });
});

test("who changed which word stands in the journal", async () => {
  const { store } = await shop();
  await store.write((tx) => addToDictionary(tx, administrator, WORD));
  await store.write((tx) => switchInDictionary(tx, province, WORD, "struck"));
  const entries = await store.db.select().from(journalEntry);
  expect(entries.map(({ action, actorUserId, subjectId }) => [action, actorUserId, subjectId])).toEqual([
    ["lexicon.word_added", "usr_admin", "油雾收集"],
    ["lexicon.word_struck", "usr_province", "油雾收集"],
  ]);
});
