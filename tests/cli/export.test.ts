import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { beforeEach, describe, expect, test } from "vitest";
import { provider, solution } from "#db/schema/catalogue.server";
import { env } from "~/env.server";
import { connections, store } from "~/store.server";
import { loadDemonstration } from "../../cli/demo/load";
import { codes, emptyDatabase, fileOf, operator } from "../world/operator";

beforeEach(emptyDatabase);

const here = (name: string) => join(env.dataDir, name);
const read = (name: string) => readFileSync(here(name), "utf8");

async function imported(kind: string, name: string, content: string): Promise<void> {
  const said = await operator("import", kind, fileOf(name, content));
  expect(said.failed, said.err).toBe(false);
}

async function exported(kind: string, name: string): Promise<string> {
  const said = await operator("export", kind, here(name));
  expect(said.failed, said.err).toBe(false);
  return name.endsWith(".csv") ? read(name) : "";
}

const DANGEROUS = ["=1+1", "+86 791", "-方案", "@SUM(A1)", "'=已有撇号", "＝全角", "正常'=文字"];

async function dangerousMarket(): Promise<void> {
  await imported(
    "providers",
    "p.csv",
    `credit_code,name,type,region\n${codes.one},=HYPERLINK("http://x"),product,360100\n`.replace(
      '=HYPERLINK("http://x")',
      `"=HYPERLINK(""http://x"")"`,
    ),
  );
  const rows = DANGEROUS.map((text) => `${codes.one},'${text},"说明，含逗号、""引号""和\n换行"`);
  await imported("solutions", "s.csv", `provider_credit_code,title,description\n${rows.join("\n")}\n`);
}

test("no cell of an export begins like a formula, and reading it back gives what was there", async () => {
  await dangerousMarket();
  const before = await store().db.select({ slug: solution.slug }).from(solution);
  const text = await exported("solutions", "out.csv");
  const cells: string[][] = parse(text, { bom: true });
  expect(cells.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
  expect(cells.slice(1).map((row) => row[1])).toEqual([
    ...["'=1+1", "'+86 791", "'-方案", "'@SUM(A1)", "''=已有撇号", "'＝全角", "'正常'=文字"],
  ]);
  const again = await operator("import", "solutions", here("out.csv"));
  expect(again.out).toContain("7 行均无变化");
  expect(await store().db.select({ slug: solution.slug }).from(solution)).toEqual(before);
  expect(await exported("providers", "providers.csv")).toContain(`"'=HYPERLINK(""http://x"")"`);
});

test("a sheet carries numbers as numbers, codes as text and no formula", async () => {
  await dangerousMarket();
  await imported(
    "solutions",
    "more.csv",
    `provider_credit_code,title,price_min_yuan,deploy_days\n${codes.one},有价,12000.5,15\n`,
  );
  await exported("solutions", "out.xlsx");
  const rows = await readSheet(here("out.xlsx"));
  expect(rows[1]?.slice(0, 2)).toEqual([codes.one, "'=1+1"]);
  expect(rows[8]?.slice(9, 13)).toEqual([null, 12000.5, null, 15]);
  expect((await operator("import", "solutions", here("out.xlsx"))).out).toContain("8 行均无变化");
});

test("standard output gets CSV and nothing else", async () => {
  await dangerousMarket();
  const said = await operator("export", "providers", "-");
  expect(said.out.split("\r\n")).toEqual([
    "credit_code,name,type,home_park,region,industries,scenarios,founded_on,staff,website,summary",
    `${codes.one},"'=HYPERLINK(""http://x"")",product,,360100,,,,,,`,
    "",
  ]);
});

test("what readers cannot see stays inside", async () => {
  await dangerousMarket();
  await store().write(async (tx) => {
    await tx.update(solution).set({ status: "withdrawn" }).where(eq(solution.no, 1));
  });
  expect(await exported("solutions", "seen.csv")).not.toContain("=1+1");
  await store().write(async (tx) => void (await tx.update(provider).set({ status: "suspended" })));
  expect(parse(await exported("solutions", "none.csv"), { bom: true })).toHaveLength(1);
  expect(parse(await exported("providers", "none-too.csv"), { bom: true })).toHaveLength(1);
});

test.each(["out.csv", "out.xlsx"])(
  "a folder that is not there is said before anything is written: %s",
  async (name) => {
    const path = here(join("nowhere", name));
    expect(await operator("export", "providers", path, "--lang", "en")).toEqual({
      out: "",
      err: `There is no folder ${here("nowhere")}; make it first, or name another file\n`,
      failed: true,
    });
    expect((await operator("export", "providers", path)).err).toBe(
      `没有文件夹 ${here("nowhere")}，请先新建，或换一个文件名\n`,
    );
  },
);

test.each(["folder.csv", "folder.xlsx"])("a file that cannot be written is said by name: %s", async (name) => {
  mkdirSync(here(name), { recursive: true });
  const said = await operator("export", "providers", here(name), "--lang", "en");
  expect(said.failed).toBe(true);
  expect(said.err).toMatch(new RegExp(`^The file ${here(name)} cannot be written: `));
  expect(said.err).not.toContain("EISDIR");
});

describe("the demonstration world", () => {
  test(
    "exported, imported into an empty database and exported again gives the same files",
    { timeout: 60_000 },
    async () => {
      await loadDemonstration(connections(), "small", () => {}, Date.UTC(2026, 2, 4, 3));
      const kinds = ["providers", "solutions", "enterprises"];
      const first = new Map<string, string>();
      for (const kind of kinds) first.set(kind, await exported(kind, `${kind}-1.csv`));
      await emptyDatabase();
      for (const kind of kinds) {
        expect((await operator("import", kind, here(`${kind}-1.csv`))).err).toBe("");
        expect(await exported(kind, `${kind}-2.csv`)).toBe(first.get(kind));
      }
      expect(parse(first.get("solutions") ?? "", { bom: true }).length).toBeGreaterThan(20);
    },
  );
});
