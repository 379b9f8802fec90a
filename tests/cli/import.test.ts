import { beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import writeXlsxFile from "write-excel-file/node";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise, membership, organisation } from "#db/schema/identity.server";
import { journalEntry } from "#db/schema/support.server";
import { knownNames, searchSolutions } from "~/domain/catalogue/listing.server";
import { parseListingQuery } from "~/domain/catalogue/listing-query";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { store } from "~/store.server";
import { codes, emptyDatabase, fileOf, operator } from "../world/operator";

beforeEach(emptyDatabase);

const PROVIDERS = `credit_code,name,type,home_park,region,industries,scenarios,founded_on,staff,website,summary
${codes.one},南昌云帆科技有限公司,product,nanchang-htdz,360100,C36|汽车制造业,planning|质量管理,2019-03-05,35,yunfan.example,做排产
${codes.two},赣州精工软件有限公司,integrator,,赣州市,,,2015/3/5,120,,
`;
const HEADER =
  "provider_credit_code,title,summary,description,industries,scenarios,parks,regions,deployment,price_model," +
  "price_min_yuan,price_max_yuan,deploy_days,level_from,level_to,hardware,data_export,security,ai,keywords\n";
const FIRST = `${codes.one},云帆排产,三天看清产能,"第一行\n第二行",C36,planning,nanchang-htdz,,saas|edge,subscription,12000,30000.50,15,1,2,无,可导出,已等保,是,排产|看板\n`;
const SECOND = `${codes.two},精工质检,,,,quality,,,,,,,,,,,,,,\n`;

async function importProviders() {
  return operator("import", "providers", fileOf("providers.csv", PROVIDERS));
}

async function importSolutions(rows: string, ...options: string[]) {
  return operator("import", "solutions", fileOf("solutions.csv", HEADER + rows), ...options);
}

async function find(params: string) {
  const { db } = store();
  const { query } = parseListingQuery(new URLSearchParams(params), await knownNames(db));
  return (await searchSolutions(db, query)).items.map(({ title }) => title);
}

test("providers arrive open, with park and region, without accounts", async () => {
  const said = await importProviders();
  expect(said.failed, said.err).toBe(false);
  expect(said.out).toContain("已导入 2 行：新增 2，更新 0，无变化 0");
  const rows = await store()
    .db.select()
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .orderBy(organisation.creditCode);
  expect(rows).toMatchObject([
    {
      provider: {
        status: "open",
        type: "product",
        industries: ["C36"],
        scenarios: ["planning", "quality"],
        foundedOn: "2019-03-05",
        staff: 35,
        website: "https://yunfan.example",
        summary: "做排产",
      },
      organisation: { kind: "provider", creditCode: codes.one, parkSlug: "nanchang-htdz", regionCode: "360100" },
    },
    {
      provider: { status: "open", industries: [], foundedOn: "2015-03-05", website: null },
      organisation: { creditCode: codes.two, parkSlug: null, regionCode: "360700" },
    },
  ]);
  expect(await store().db.$count(membership)).toBe(0);
});

test("solutions arrive published and are found at once by a process that has read the catalogue before", async () => {
  await importProviders();
  expect((await publishedCatalogue(store().db)).solutions).toEqual([]);
  const said = await importSolutions(FIRST + SECOND);
  expect(said.failed, said.err).toBe(false);
  const { solutions } = await publishedCatalogue(store().db);
  expect(solutions).toMatchObject([
    {
      no: 1,
      title: "云帆排产",
      summary: "三天看清产能",
      industries: ["C36"],
      scenarios: ["planning"],
      parks: ["nanchang-htdz"],
      regions: [],
      deployment: ["saas", "edge"],
      priceModel: "subscription",
      priceMinFen: 1_200_000,
      priceMaxFen: 3_000_050,
      deployDays: 15,
      levelFrom: 1,
      levelTo: 2,
      ai: true,
      keywords: ["排产", "看板"],
    },
    { no: 2, title: "精工质检", priceModel: null, priceMinFen: null, deployDays: null, ai: false, parks: [] },
  ]);
  expect(await find("q=云帆排产")).toEqual(["云帆排产"]);
  expect(await find("scenario=quality")).toEqual(["精工质检"]);
  const [version] = await store().db.select().from(solutionVersion).where(eq(solutionVersion.title, "云帆排产"));
  expect(version).toMatchObject({ status: "current", number: 1, description: "第一行\n第二行", dataExport: "可导出" });
});

test("enterprises arrive with place and industry; the region may be left to the park", async () => {
  const file = fileOf(
    "enterprises.csv",
    `name,credit_code,industry,park,region,employees,revenue_wan,founded_on,tags\n` +
      `江西甲制造有限公司,${codes.one},C3670,nanchang-htdz,,"1,200",８０００,2010年1月2日,专精特新|规上\n` +
      `江西乙制造有限公司,${codes.two},汽车零部件及配件制造,,360100,,,,\n`,
  );
  const said = await operator("import", "enterprises", file, "--lang", "en");
  expect(said.failed, said.err).toBe(false);
  expect(said.out).toContain("Imported 2 rows: 2 created, 0 updated, 0 unchanged");
  const rows = await store()
    .db.select()
    .from(enterprise)
    .innerJoin(organisation, eq(organisation.id, enterprise.organisationId))
    .orderBy(organisation.creditCode);
  expect(rows).toMatchObject([
    {
      enterprise: {
        industryCode: "C3670",
        employees: 1200,
        revenueWan: 8000,
        foundedOn: "2010-01-02",
        tags: ["专精特新", "规上"],
      },
      organisation: { kind: "enterprise", parkSlug: "nanchang-htdz", regionCode: expect.stringMatching(/^3601/) },
    },
    { enterprise: { industryCode: "C3670", employees: null }, organisation: { parkSlug: null, regionCode: "360100" } },
  ]);
});

test("a byte order mark, other orders of columns, blank lines, pasted spaces and full-width digits do not matter", async () => {
  const spaced = `${codes.one.slice(0, 8)} ${codes.one.slice(8)}`.replace("9", "９");
  const file = fileOf(
    "marked.csv",
    `\uFEFFtype , NAME,region,credit_code\r\nproduct,南昌云帆,360100,${spaced}\r\n\r\n,,,\r\n`,
  );
  const said = await operator("import", "providers", file);
  expect(said.failed, said.err).toBe(false);
  expect(await store().db.select().from(organisation)).toMatchObject([{ creditCode: codes.one, name: "南昌云帆" }]);
});

test("letters nobody sees fall away: a name that only looks the same is the same", async () => {
  const file = fileOf(
    "unseen.csv",
    `credit_code,name,type,region\n\u200e${codes.one},南昌\u202e云\u2066帆\u200b科\ufeff技\u200d公司,product\u200f,360100\n`,
  );
  const said = await operator("import", "providers", file);
  expect(said.failed, said.err).toBe(false);
  expect(await store().db.select().from(organisation)).toMatchObject([
    { creditCode: codes.one, name: "南昌云帆科技公司" },
  ]);
});

test("a spreadsheet is read with its numbers, dates and truth values", async () => {
  await importProviders();
  const file = fileOf("empty.xlsx", "");
  const rows = [
    ["provider_credit_code", "title", "price_min_yuan", "deploy_days", "ai", "industries"],
    [codes.one, "表格方案", 12000.5, 15, true, "C36"],
  ];
  await writeXlsxFile(rows).toFile(file);
  const said = await operator("import", "solutions", file);
  expect(said.failed, said.err).toBe(false);
  const { solutions } = await publishedCatalogue(store().db);
  expect(solutions).toMatchObject([
    { title: "表格方案", priceMinFen: 1_200_050, deployDays: 15, ai: true, industries: ["C36"] },
  ]);
  const founded = fileOf("founded.xlsx", "");
  await writeXlsxFile([
    ["credit_code", "name", "region", "industry", "founded_on"],
    [codes.three, "江西丙制造", "360100", "C3670", { value: new Date(Date.UTC(2012, 4, 6)), format: "yyyy-mm-dd" }],
  ]).toFile(founded);
  expect((await operator("import", "enterprises", founded)).failed).toBe(false);
  expect(await store().db.select().from(enterprise)).toMatchObject([{ foundedOn: "2012-05-06" }]);
});

test("an organisation without place stands in the province, and a known place is not made vaguer", async () => {
  await importProviders();
  const placeless = `${codes.two},赣州精工软件有限公司,integrator,,\n${codes.three},外省软件,product,,\n`;
  const file = fileOf("placeless.csv", `credit_code,name,type,region,home_park\n${placeless}`);
  expect((await operator("import", "providers", file)).out).toContain("新增 1，更新 0，无变化 1");
  const rows = await store().db.select().from(organisation).orderBy(organisation.creditCode);
  expect(rows.map(({ regionCode }) => regionCode)).toEqual(["360100", "360700", "360000"]);
});

describe("a repeated import", () => {
  test("changes nothing, and says so", async () => {
    await importProviders();
    await importSolutions(FIRST + SECOND);
    const journal = await store().db.$count(journalEntry);
    expect((await importProviders()).out).toContain("2 行均无变化");
    expect((await importSolutions(FIRST + SECOND)).out).toContain("2 行均无变化");
    expect(await store().db.$count(solution)).toBe(2);
    expect(await store().db.$count(solutionVersion)).toBe(2);
    expect(await store().db.$count(journalEntry)).toBe(journal);
  });

  test("gives a changed solution a new current version and leaves the others", async () => {
    await importProviders();
    await importSolutions(FIRST + SECOND);
    const said = await importSolutions(FIRST.replace("三天看清产能", "两天看清产能") + SECOND);
    expect(said.out).toContain("新增 0，更新 1，无变化 1");
    const versions = await store().db.select().from(solutionVersion).orderBy(solutionVersion.number);
    expect(versions.map(({ title, number, status, summary }) => [title, number, status, summary])).toEqual([
      ["云帆排产", 1, "superseded", "三天看清产能"],
      ["精工质检", 1, "current", ""],
      ["云帆排产", 2, "current", "两天看清产能"],
    ]);
    expect(await find("q=两天看清产能")).toContain("云帆排产");
    expect((await publishedCatalogue(store().db)).solutions[0]).toMatchObject({ no: 1, summary: "两天看清产能" });
  });

  test("leaves alone what the file has no column for", async () => {
    await importProviders();
    await importSolutions(FIRST);
    const file = fileOf("prices.csv", `provider_credit_code,title,price_max_yuan\n${codes.one},云帆排产,40000\n`);
    expect((await operator("import", "solutions", file)).out).toContain("更新 1");
    const { solutions } = await publishedCatalogue(store().db);
    expect(solutions).toMatchObject([{ summary: "三天看清产能", priceMinFen: 1_200_000, priceMaxFen: 4_000_000 }]);
  });

  test("writes one entry of the journal for the import and one for each thing it changed", async () => {
    await importProviders();
    const renamed = fileOf("renamed.csv", PROVIDERS.replace("南昌云帆科技有限公司", "南昌云帆软件有限公司"));
    await operator("import", "providers", renamed);
    const entries = await store().db.select().from(journalEntry).orderBy(journalEntry.id);
    expect(entries.map(({ action, after }) => [action, after])).toEqual([
      ["providers.imported", { file: "providers.csv", created: 2, updated: 0, unchanged: 0 }],
      ["provider.imported", { name: "南昌云帆软件有限公司" }],
      ["providers.imported", { file: "renamed.csv", created: 0, updated: 1, unchanged: 1 }],
    ]);
  });
});

test("a dry run counts and writes nothing", async () => {
  await importProviders();
  await importSolutions(FIRST);
  const before = [await store().db.select().from(solutionVersion), await store().db.$count(journalEntry)];
  const said = await importSolutions(FIRST.replace("三天", "两天") + SECOND, "--dry-run");
  expect(said.out).toContain("试运行，未写入任何内容：2 行，将新增 1，更新 1，无变化 0");
  expect([await store().db.select().from(solutionVersion), await store().db.$count(journalEntry)]).toEqual(before);
});

test("a wrong row at the very end leaves everything as it was", async () => {
  await importProviders();
  const many = Array.from({ length: 1200 }, (_, index) => `${codes.one},方案${index},,,,,,,,,,,,,,,,,,\n`).join("");
  const said = await importSolutions(`${many}${codes.one},坏行,,,,,,,,,,,很久,,,,,,,\n`);
  expect(said.failed).toBe(true);
  expect(said.err).toContain("第 1202 行，deploy_days 列（部署天数）：请填写整数，例如 30");
  expect(said.err).toContain("未导入任何内容：1201 行中有 1 处错误");
  expect(await store().db.$count(solution)).toBe(0);
});
