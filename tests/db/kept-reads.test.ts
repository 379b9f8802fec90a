import { eq } from "drizzle-orm";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqlite } from "#db/engines/sqlite.server";
import { keptByMark, untilCommitted } from "#db/kept-reads.server";
import { migrateDatabase } from "#db/migrate.server";
import { one, openStore, type Reader, type Store } from "#db/store.server";
import { metaTable } from "~/domain/search/tables.server";
import { testStore } from "../world/store";

const KEY = "kept-reads.test";
let folder: string;
let opened: Store[];

/** A process: connections of its own to the same file. */
function opens(): Store {
  const engine = openSqlite(join(folder, "shuzhen.db"));
  migrateDatabase(engine.writer);
  const store = openStore(engine);
  opened.push(store);
  return store;
}

async function stored(db: Reader): Promise<unknown> {
  return (await one(db.select().from(metaTable).where(eq(metaTable.k, KEY))))?.v ?? null;
}

/** The same read, with the number of times the database was asked. */
function counted() {
  const asked = { times: 0 };
  const value = untilCommitted((db) => {
    asked.times++;
    return stored(db);
  });
  return { asked, value };
}

async function put(store: Store, value: string): Promise<void> {
  await store.write(async (tx) => {
    await tx.delete(metaTable).where(eq(metaTable.k, KEY));
    await tx.insert(metaTable).values({ k: KEY, v: value });
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shuzhen-kept-"));
  opened = [];
});

afterEach(() => {
  for (const store of opened) store.close();
  rmSync(folder, { recursive: true });
});

test("the database is asked once, and again after a commit of this or another process", async () => {
  const [here, there] = [opens(), opens()];
  const { asked, value } = counted();
  expect([await value(here.db), await value(here.db)]).toEqual([null, null]);
  expect(asked.times).toBe(1);
  await put(here, "一");
  expect(await value(here.db)).toBe("一");
  await put(there, "二");
  expect([await value(here.db), await value(here.db)]).toEqual(["二", "二"]);
  expect(asked.times).toBe(3);
});

test("each process's database is asked for itself", async () => {
  const [here, there] = [opens(), opens()];
  const { asked, value } = counted();
  await put(here, "一");
  expect([await value(here.db), await value(there.db)]).toEqual(["一", "一"]);
  expect(asked.times).toBe(2);
});

test("a transaction reads what it wrote itself; nobody else does before it is committed", async () => {
  const store = opens();
  const { value } = counted();
  expect(await value(store.db)).toBeNull();
  await store.write(async (tx) => {
    await tx.insert(metaTable).values({ k: KEY, v: "还没有提交" });
    expect(await value(tx)).toBe("还没有提交");
    expect(await value(store.db)).toBeNull();
  });
  expect(await value(store.db)).toBe("还没有提交");
});

test("a read that failed is tried again", async () => {
  const store = opens();
  const answers = [() => Promise.reject(new Error("busy")), () => Promise.resolve("read")];
  const value = untilCommitted(() => answers.shift()?.() ?? Promise.resolve("asked too often"));
  await expect(value(store.db)).rejects.toThrow("busy");
  expect([await value(store.db), await value(store.db)]).toEqual(["read", "read"]);
});

test("a database that reads and writes over one connection is asked every time", async () => {
  const store = testStore();
  const { asked, value } = counted();
  await value(store.db);
  store.writer.prepare("INSERT INTO search_meta (k, v) VALUES (?, ?)").run(KEY, "一");
  expect(await value(store.db)).toBe("一");
  expect(asked.times).toBe(2);
});

test("by its mark a read is kept per database until the mark is another one", async () => {
  const [one, other] = [testStore(), testStore()];
  let [mark, times] = ["a", 0];
  const value = keptByMark(
    async () => mark,
    async () => ++times,
  );
  expect([await value(one.db), await value(one.db), await value(other.db)]).toEqual([1, 1, 2]);
  mark = "b";
  expect([await value(one.db), await value(one.db), await value(other.db)]).toEqual([3, 3, 4]);
});

test("by its mark, who asks while it is read waits for the same reading", async () => {
  const store = testStore();
  let times = 0;
  const value = keptByMark(
    async () => "a",
    async () => ++times,
  );
  expect(await Promise.all([value(store.db), value(store.db)])).toEqual([1, 1]);
});
