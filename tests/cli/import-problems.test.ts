/** Everything that can be wrong with a file is said by row and column, and nothing of the file is written. */
import { beforeEach, expect, test } from "vitest";
import { organisation } from "#db/schema/identity.server";
import { provider } from "#db/schema/catalogue.server";
import { store } from "~/store.server";
import { codes, emptyDatabase, fileOf, operator } from "../world/operator";

beforeEach(emptyDatabase);

const PROVIDER = `credit_code,name,type,region\n${codes.one},南昌云帆,product,360100\n`;

async function refusedSolutions(header: string, ...rows: string[]): Promise<string[]> {
  await operator("import", "providers", fileOf("providers.csv", PROVIDER));
  const before = await store().db.$count(organisation);
  const said = await operator(
    ...["import", "solutions", fileOf("bad.csv", [`provider_credit_code,title,${header}`, ...rows].join("\n"))],
    ...["--lang", "en"],
  );
  expect(said.failed, said.out).toBe(true);
  expect(await store().db.$count(organisation)).toBe(before);
  return said.err.trim().split("\n");
}

test.each([
  ["industries", "There is no industry “C99”", "C36|C99"],
  ["scenarios", "There is no scenario “算命”", "planning|算命"],
  ["parks", "There is no park “nowhere”", "nowhere"],
  ["regions", "There is no region “999999”", "999999"],
  ["deployment", "“moon” is not one of: saas, on_premises, hybrid, edge", "saas|moon"],
  ["price_model", "“gift” is not one of: subscription, one_off, usage, free", "gift"],
  ["price_min_yuan", "Enter an amount", "12.345"],
  ["price_min_yuan", "not less than 0", "-1"],
  ["deploy_days", "whole number", "1.5"],
  ["deploy_days", "not more than 1000", "1001"],
  ["level_to", "not more than 4", "5"],
  ["ai", "“maybe” is not understood", "maybe"],
  ["summary", "1000", "长".repeat(1001)],
  ["keywords", "50", Array.from({ length: 51 }, (_, index) => `词${index}`).join("|")],
])("column %s: %s", async (column, sentence, value) => {
  const [line] = await refusedSolutions(column, `${codes.one},甲,${value}`);
  expect(line).toMatch(new RegExp(`^Row 2, column ${column} \\(`));
  expect(line?.toLowerCase()).toContain(sentence.toLowerCase());
});

test("a maximum below its minimum is said where it stands", async () => {
  const lines = await refusedSolutions(
    "price_min_yuan,price_max_yuan,level_from,level_to",
    `${codes.one},甲,"2,000",1000,3,1`,
  );
  expect(lines[0]).toBe(
    "Row 2, column price_max_yuan (highest price, yuan): 1000 is less than 2000 in column price_min_yuan",
  );
  expect(lines[1]).toBe("Row 2, column level_to (to level): 1 is less than 3 in column level_from");
});

test("the credit code is checked by its standard, and the provider must be known", async () => {
  const last = codes.one.endsWith("A") ? "B" : "A";
  const lines = await refusedSolutions(
    "summary",
    `${codes.one.slice(0, 17)}${last},甲,`,
    `9136,乙,`,
    `,丙,`,
    `${codes.two},丁,`,
    `${codes.one},,`,
  );
  expect(lines).toEqual([
    expect.stringMatching(/^Row 2, column provider_credit_code .*check/),
    expect.stringMatching(/^Row 3, column provider_credit_code .*18/),
    expect.stringMatching(/^Row 4, column provider_credit_code /),
    expect.stringMatching(
      new RegExp(`^Row 5, column provider_credit_code .*No provider has the credit code ${codes.two}`),
    ),
    expect.stringMatching(/^Row 6, column title /),
    "Nothing was imported: 5 errors in 5 rows",
  ]);
});

test("the same solution twice in a file names both rows", async () => {
  const lines = await refusedSolutions("summary", `${codes.one},甲,一`, `${codes.one},乙,`, `${codes.one}, 甲 ,二`);
  expect(lines[0]).toBe("Row 4, column title (title): The same as row 2");
});

test("a row with more cells than the header is refused", async () => {
  const lines = await refusedSolutions("summary", `${codes.one},甲,一,多`);
  expect(lines[0]).toBe("Row 2: It has 4 cells, the header only 3 columns");
});

test("all errors are counted, the first 200 are shown", async () => {
  const rows = Array.from({ length: 260 }, (_, index) => `${codes.one},方案${index},x`);
  const lines = await refusedSolutions("deploy_days", ...rows);
  expect(lines).toHaveLength(202);
  expect(lines[199]).toContain("Row 201,");
  expect(lines.slice(200)).toEqual(["… and 60 more errors", "Nothing was imported: 260 errors in 260 rows"]);
});

test.each([
  ["unknown.csv", "credit_code,name,type,colour\n", "unknown column “colour”"],
  ["twice.csv", "credit_code,name,name,type\n", "column “name” twice"],
  ["missing.csv", "credit_code,name\n", "lacks the required column “type”"],
  ["empty.csv", "", "has no header"],
  ["gbk.csv", Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0a]), "not UTF-8"],
  ["quote.csv", `${PROVIDER}"${codes.two},乙\n`, "Row 3: A quotation mark is opened here and never closed"],
  ["bare.csv", `${PROVIDER}${codes.two},甲"乙"丙,product,\n`, "Row 3: A quotation mark stands inside a cell"],
  ["after.csv", `${PROVIDER}${codes.two},"甲"乙,product,\n`, "Row 3: Something follows a closing quotation mark"],
  ["long.csv", `${PROVIDER}${codes.two},${"长".repeat(400_000)},product,\n`, "Row 3: Longer than 1 MB"],
  ["list.txt", PROVIDER, "must end in .csv or .xlsx"],
  ["broken.xlsx", PROVIDER, ".xlsx file cannot be read"],
])("the file %s is refused as a whole", async (name, content, sentence) => {
  const said = await operator("import", "providers", fileOf(name, content), "--lang", "en");
  expect(said.failed).toBe(true);
  expect(said.err).toContain(sentence);
  expect(await store().db.$count(organisation)).toBe(0);
});

test("what is wrong with quotation marks is said by its row and in one language, whatever stands before", async () => {
  const bare = fileOf("bare.csv", 'code,name,type\ncode,甲"乙"丙,product\n');
  expect((await operator("import", "providers", bare)).err).toBe(
    "第 2 行：单元格里有英文双引号。请给整个单元格加上英文双引号，里面的每个双引号写两遍，或改用中文引号\n",
  );
  const rows = Array.from({ length: 30_000 }, (_, index) => `${codes.one},"第一行\n第二行 ${index}",product,\n`).join(
    "",
  );
  const late = fileOf("late.csv", `credit_code,name,type,region\n${rows}${codes.two},甲"乙",product,\n`);
  expect((await operator("import", "providers", late)).err).toMatch(/^第 30002 行：[^a-z]*$/m);
});

test("a sheet that cannot be read is said in one language", async () => {
  const said = await operator("import", "providers", fileOf("broken.xlsx", PROVIDER));
  expect(said.err).toMatch(/^无法读取这个 \.xlsx 文件：[^a-z]*请在电子表格软件中打开，另存为 \.xlsx 后再试\n$/);
});

test.each([
  ["providers", "credit_code,name,type,region,founded_on", "product,360100"],
  ["enterprises", "credit_code,name,industry,region,founded_on", "C3670,360100"],
])("%s founded after today are refused", async (kind, header, middle) => {
  const file = fileOf("future.csv", `${header}\n${codes.one},甲,${middle},2999-01-01\n`);
  expect((await operator("import", kind, file, "--lang", "en")).err).toMatch(
    /^Row 2, column founded_on \(founded on\): 2999-01-01 lies after today \(20\d\d-\d\d-\d\d\)/,
  );
  expect((await operator("import", kind, file)).err).toContain(
    "第 2 行，founded_on 列（成立日期）：2999-01-01 晚于今天",
  );
  expect(await store().db.$count(organisation)).toBe(0);
});

test.each([
  ["en", "The file has a header but no rows; nothing was written"],
  ["zh-CN", "文件只有表头，没有数据行，未写入任何内容"],
])("a file of a header only has no rows, which is said and is no error (%s)", async (language, sentence) => {
  const file = fileOf("header.csv", "credit_code,name,type\n,,\n");
  for (const options of [[], ["--dry-run"]]) {
    const said = await operator("import", "providers", file, "--lang", language, ...options);
    expect(said).toMatchObject({ err: "", failed: false });
    expect(said.out.trim().split("\n").at(-1)).toBe(sentence);
  }
});

test("a file that is not there is said by name", async () => {
  expect((await operator("import", "providers", "/nowhere/p.csv", "--lang", "en")).err).toContain("/nowhere/p.csv");
});

test("a code that belongs to another kind of organisation is refused", async () => {
  await operator("import", "providers", fileOf("providers.csv", PROVIDER));
  const file = fileOf("enterprises.csv", `credit_code,name,region,industry\n${codes.one},甲,360100,C3670\n`);
  const said = await operator("import", "enterprises", file, "--lang", "en");
  expect(said.err).toContain(`${codes.one} belongs to an organisation of another kind: 南昌云帆`);
});

test("a provider that is closed for good is not changed, and lists nothing more", async () => {
  await operator("import", "providers", fileOf("providers.csv", PROVIDER));
  await store().write(async (tx) => void (await tx.update(provider).set({ status: "terminated" })));
  const renamed = fileOf("renamed.csv", PROVIDER.replace("南昌云帆", "南昌新云帆"));
  expect((await operator("import", "providers", renamed)).err).toContain("第 2 行，credit_code 列");
  const listed = fileOf("more.csv", `provider_credit_code,title\n${codes.one},甲\n`);
  expect((await operator("import", "solutions", listed)).err).toContain("第 2 行，provider_credit_code 列");
});
