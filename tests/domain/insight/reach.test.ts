import { asc } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { openSqlite } from "#db/engines/sqlite.server";
import { searchReach, solutionReach } from "#db/schema/reach.server";
import { migrateDatabase } from "#db/migrate.server";
import { openStore, type Store } from "#db/store.server";
import { keptQuery } from "~/domain/insight/kept-query.server";
import { reachCounter } from "~/domain/insight/reach-counter.server";
import { sweepSearches, writeReach } from "~/domain/insight/reach.server";
import { weeksUntil } from "~/domain/insight/reach";
import { addSolution } from "../../world/programme";
import { testStore } from "../../world/store";

/** A Thursday. */
const NOW = Date.parse("2025-03-06T09:00:00+08:00");
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const visitor = { agent: BROWSER, organisations: [] };

function at(time: number) {
  return reachCounter(() => time);
}

function rowsOf(store: Store) {
  return store.db.select().from(solutionReach).orderBy(asc(solutionReach.day), asc(solutionReach.solutionId));
}

async function listing(store: Store) {
  const { solutionId, providerId } = await addSolution(store);
  return { id: solutionId, providerId };
}

test("two processes with the same database add up, and a day of one is a row", async () => {
  const file = `${tmpdir()}/shuzhen-reach-${randomUUID()}.db`;
  const first = openSqlite(file);
  await migrateDatabase(first.writer);
  const [one, two] = [openStore(first), openStore(openSqlite(file))];
  const seen = await listing(one);
  const [here, there] = [at(NOW), at(NOW)];
  for (let n = 0; n < 3; n++) here.count({ viewed: seen }, visitor);
  for (let n = 0; n < 4; n++) there.count({ shown: [seen], query: "排产" }, visitor);
  there.count({ viewed: seen }, visitor);
  there.count({ matched: [seen] }, visitor);
  await Promise.all([writeReach(one, here), writeReach(two, there)]);
  here.count({ shown: [seen], query: "排产" }, visitor);
  await Promise.all([writeReach(one, here), writeReach(two, there)]);
  expect(await rowsOf(one)).toEqual([{ solutionId: seen.id, day: "2025-03-06", views: 4, shown: 5, matches: 1 }]);
  expect(await two.db.select().from(searchReach)).toEqual([
    { solutionId: seen.id, week: "2025-03-03", query: "排产", times: 5 },
  ]);
  for (const store of [one, two]) store.close();
});

test("the day is that of the province", async () => {
  const store = testStore();
  const counter = at(Date.parse("2025-03-09T23:30:00+08:00"));
  const seen = await listing(store);
  counter.count({ viewed: seen }, visitor);
  await writeReach(store, counter);
  expect((await rowsOf(store)).map(({ day }) => day)).toEqual(["2025-03-09"]);
});

test.each([
  ["a search engine", "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)"],
  ["a program", "curl/8.5.0"],
  ["no name", null],
  ["an endless name", `${BROWSER} ${"x".repeat(600)}`],
])("%s is no reader", async (_who, agent) => {
  const store = testStore();
  const counter = at(NOW);
  const seen = await listing(store);
  counter.count({ viewed: seen, shown: [seen], matched: [seen], query: "排产" }, { agent, organisations: [] });
  expect(counter.take()).toEqual({ solutions: [], searches: [] });
});

test("a provider's own people do not count for its solutions, but for others'", async () => {
  const store = testStore();
  const counter = at(NOW);
  const [own, other] = [await listing(store), await listing(store)];
  const reader = { agent: BROWSER, organisations: [own.providerId] };
  counter.count({ viewed: own }, reader);
  counter.count({ shown: [own, other], query: "排产" }, reader);
  const { solutions, searches } = counter.take();
  expect(solutions.map(({ solutionId, views, shown }) => [solutionId, views, shown])).toEqual([[other.id, 0, 1]]);
  expect(searches.map(({ solutionId }) => solutionId)).toEqual([other.id]);
});

test.each([
  ["排产", "排产"],
  ["ＭＥＳ 系統", "mes 系统"],
  ["ISO 9001", "iso 9001"],
  ["", null],
  ["wang@example.cn", null],
  ["王工 13800138000", null],
  ["0791-8888 0000", null],
  ["１３８ ００１３ ８０００", null],
  ["91360100MA35X00X0A", null],
  ["360102199001011234", null],
  ["https://example.cn/a", null],
  ["我们是南昌的一家做汽车线束的小企业想找一个能解决插单和换线的排产软件", null],
])("of the search %j is kept %j", (typed, kept) => {
  expect(keptQuery(typed)).toBe(kept);
});

test("more different searches than a process holds are not held, the known ones go on", () => {
  const counter = at(NOW);
  const seen = { id: "sol_a", providerId: "org_a" };
  for (let n = 0; n < 1_000; n++) counter.count({ shown: [seen], query: `词${n}` }, visitor);
  counter.count({ shown: [seen], query: "词0" }, visitor);
  const { solutions, searches } = counter.take();
  expect(searches).toHaveLength(200);
  expect(searches.find(({ query }) => query === "词0")?.times).toBe(2);
  expect(solutions[0]?.shown).toBe(1_001);
});

test("what could not be written is written next time; what is gone is left out", async () => {
  const store = testStore();
  const counter = at(NOW);
  const seen = await listing(store);
  counter.count({ viewed: seen }, visitor);
  counter.count({ shown: [seen], query: "排产" }, visitor);
  counter.count({ viewed: { id: "sol_gone", providerId: "org_gone" } }, visitor);
  const broken = { ...store, write: () => Promise.reject(new Error("disk full")) };
  await expect(writeReach(broken, counter)).rejects.toThrow("disk full");
  counter.count({ viewed: seen }, visitor);
  await writeReach(store, counter);
  expect(await rowsOf(store)).toEqual([{ solutionId: seen.id, day: "2025-03-06", views: 2, shown: 1, matches: 0 }]);
  expect((await store.db.select().from(searchReach)).map(({ times }) => times)).toEqual([1]);
});

test("rare searches go when their week is over, all of them after thirteen weeks", async () => {
  const store = testStore();
  const { id: solutionId } = await listing(store);
  const [oldest = ""] = weeksUntil(NOW);
  const rows = [
    { week: "2025-03-03", query: "本周 少", times: 1 },
    { week: "2025-02-24", query: "少", times: 4 },
    { week: "2025-02-24", query: "多", times: 5 },
    { week: oldest, query: "最早", times: 9 },
    { week: "2024-12-02", query: "过期", times: 99 },
  ];
  await store.write((tx) => tx.insert(searchReach).values(rows.map((row) => ({ ...row, solutionId }))));
  await sweepSearches(store, NOW);
  const left = await store.db.select({ query: searchReach.query }).from(searchReach).orderBy(asc(searchReach.week));
  expect(oldest).toBe("2024-12-09");
  expect(left.map(({ query }) => query)).toEqual(["最早", "多", "本周 少"]);
});
