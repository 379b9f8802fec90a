import type Sqlite from "better-sqlite3";
import { eq } from "drizzle-orm";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lexiconTerm } from "#db/schema/support.server";
import { loadReference } from "#db/seed/reference.server";
import type { Store } from "#db/store.server";
import { addWord, functionsNamed, lexiconPage, setWordActive } from "~/domain/search/lexicon-book.server";
import { lexiconOf } from "~/domain/search/lexicon.server";
import { referenceStore } from "../../world/reference";

const WORD = { surface: "油雾收集", kind: "scenario" as const, target: "safety/environment" };

test("scenarios are known by their official names, and branches of industry by their products", async () => {
  const { terms } = await lexiconOf(referenceStore().db);
  const meaningOf = (surface: string) => terms.find((term) => term.surface === surface)?.meaning;
  expect(meaningOf("planning & scheduling")?.keys).toContain("planning");
  expect(meaningOf("味精")).toEqual({ kind: "industry", keys: ["C1461"] });
  expect(meaningOf("其他")).toBeUndefined();
});

test("a word of staff's own is known at once, struck out it is not, and it comes back", async () => {
  const store = referenceStore();
  const known = async () =>
    (await lexiconOf(store.db)).find("车间油雾收集").some(({ surface }) => surface === WORD.surface);
  const hash = async () => (await lexiconOf(store.db)).hash;
  const before = await hash();
  expect(await known()).toBe(false);
  expect(await store.write((tx) => addWord(tx, WORD))).toMatchObject({ ok: true });
  expect([await known(), (await hash()) === before]).toEqual([true, false]);
  expect(await store.write((tx) => addWord(tx, WORD))).toEqual({ ok: false, reason: "known" });
  await store.write((tx) => setWordActive(tx, WORD, false));
  expect([await known(), await hash()]).toEqual([false, before]);
  expect(await store.write((tx) => setWordActive(tx, WORD, false))).toEqual({ ok: false, reason: "known" });
  await store.write((tx) => addWord(tx, WORD));
  expect(await known()).toBe(true);
});

test("a word without letters is refused", async () => {
  const store = referenceStore();
  expect(await store.write((tx) => addWord(tx, { ...WORD, surface: "！？" }))).toEqual({ ok: false, reason: "empty" });
});

test("a change that was rolled back is not remembered", async () => {
  const store = referenceStore();
  const before = (await lexiconOf(store.db)).hash;
  const failing = store.write(async (tx) => {
    await addWord(tx, WORD);
    await lexiconOf(tx);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect((await lexiconOf(store.db)).hash).toBe(before);
});

test("a later load brings nothing back that staff struck out, and keeps what they added", async () => {
  const store = referenceStore();
  const struck = { surface: "插单", kind: "hint" as const, target: "planning/aps" };
  await store.write((tx) => setWordActive(tx, struck, false));
  await store.write((tx) => addWord(tx, WORD));
  const gone = { surface: "甘特图", kind: "hint" as const, target: "planning/aps" };
  reload(store.writer, (text) => text.replace(/\s*"甘特图",/, "").replace('"插单",', '"插单",\n"挤单",'));
  const surfaces = async (q: string) => (await lexiconPage(store.db, { q, target: null, after: null })).rows;
  expect(await surfaces("插单")).toMatchObject([{ ...struck, isActive: false }]);
  expect(await surfaces("挤单")).toMatchObject([{ surface: "挤单", isActive: true, source: "reference" }]);
  expect(await surfaces("油雾收集")).toMatchObject([{ ...WORD, isActive: true, source: "staff" }]);
  expect(await surfaces(gone.surface)).toEqual([]);
  expect((await lexiconOf(store.db)).find("挤单")).toHaveLength(1);
});

test("a concept of no scenario is refused by name, and nothing is written", async () => {
  const store = referenceStore();
  const before = await rows(store);
  expect(() => reload(store.writer, (text) => text.replace('"hr/pay"', '"harvest/pay"'))).toThrow(
    "lexicon.json: harvest/pay belongs to no scenario of scenarios.json",
  );
  expect(await rows(store)).toBe(before);
});

test("the list is searched by letters and meaning, page by page, without gaps", async () => {
  const { db } = referenceStore();
  const first = await lexiconPage(db, { q: "", target: null, after: null });
  const second = await lexiconPage(db, { q: "", target: null, after: first.next });
  expect([first.rows.length, second.rows.length]).toEqual([50, 50]);
  const ids = [...first.rows, ...second.rows].map(({ surface, kind, target }) => [surface, kind, target].join());
  expect(new Set(ids).size).toBe(100);
  const meaning = await lexiconPage(db, { q: "mrp", target: "planning/mrp", after: null });
  expect(meaning.rows.every(({ target, surface }) => target === "planning/mrp" && /mrp/i.test(surface))).toBe(true);
  expect(meaning.total).toBe(meaning.rows.length);
  expect((await lexiconPage(db, { q: "%", target: null, after: null })).total).toBe(first.total);
});

test("functions are told by their shortest words", async () => {
  expect((await functionsNamed(referenceStore().db)).get("equipment/check")?.[0]).toBe("保养");
});

async function rows({ db }: Pick<Store, "db">): Promise<number> {
  return (await db.select().from(lexiconTerm).where(eq(lexiconTerm.isActive, true))).length;
}

function reload(writer: Sqlite.Database, change: (text: string) => string): void {
  const folder = mkdtempSync(join(tmpdir(), "reference-"));
  try {
    cpSync("db/reference", folder, { recursive: true });
    const file = join(folder, "lexicon.json");
    writeFileSync(file, change(readFileSync(file, "utf8")));
    loadReference(writer, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
