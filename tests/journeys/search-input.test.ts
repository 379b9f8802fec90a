/** Whatever stands in the address of a list is answered by a page that says what it made of it; operators are chips. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type Page } from "../world/browse";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

const chipsOn = (page: Page): string[] =>
  page
    .$("main li a[href^='/solutions'] > svg")
    .toArray()
    .map((cross) => page.$(cross).parent().text())
    .filter((label) => label !== "");
/** What answers in full and in part together. */
const totalOn = (page: Page): number =>
  [...page.text("#results [role=status]").matchAll(/(\d+) 个/g)].reduce((sum, [, count]) => sum + Number(count), 0);
const searched = (q: string, language = "zh-CN"): Promise<Page> =>
  openBrowser(server.url, language).get(`/solutions?${new URLSearchParams({ q }).toString()}`);

describe("words left out and exact phrases", () => {
  test("are chips that can be taken back one by one", async () => {
    const page = await searched("生产　－系统 “质量”");
    expect(chipsOn(page)).toEqual(["不含“系统”", "含原词“质量”"]);
    expect(page.text("#results [role=status]")).toContain("“生产”（不含“系统”、含原词“质量”）");
    const more = await page.follow("不含“系统”");
    expect(more.$("input[name=q]").attr("value")).toBe("生产 “质量”");
    expect(chipsOn(more)).toEqual(["含原词“质量”"]);
    expect(totalOn(more)).toBeGreaterThan(totalOn(page));
    const all = await more.follow("含原词“质量”");
    expect(all.$("input[name=q]").attr("value")).toBe("生产");
    expect(chipsOn(all)).toEqual([]);
  });

  test("are told in English as well", async () => {
    const page = await searched('scheduling -MES "APS"', "en");
    expect(chipsOn(page)).toEqual(['Without "MES"', 'With the words "APS"']);
  });

  test("that leave nothing offer what the words alone find", async () => {
    const page = await searched('排产 "没有人会这样说话"');
    expect(page.text("#results [role=status]")).toContain("没有方案符合");
    expect(page.text("#instead")).toBe("只按“排产”搜索的方案");
    const alone = await page.follow(page.text("#instead + a"));
    expect(alone.$("input[name=q]").attr("value")).toBe("排产");
    expect(totalOn(alone)).toBeGreaterThan(0);
  });

  test("do not count as filters", async () => {
    expect((await searched("排产 -MES")).has("已选 1")).toBe(false);
  });
});

describe("hostile addresses", () => {
  const many = Array.from({ length: 300 }, (_, no) => `p${no}=${no}&scenario=s${no}`).join("&");
  const hostile = [
    ["a NUL", "q=%00排产%00"],
    ["half a character", "q=%ED%A0%80"],
    ["bytes that are no text", "q=%FF%FE&park=%C0%AF"],
    ["a percent sign alone", "q=%&scenario=%zz"],
    ["10,000 letters", `q=${"a".repeat(10_000)}`],
    ["punctuation only", "q=%22%27%2A%28%29%7B%7D%5E~%3A%3B-–－%22"],
    ["FTS5 of one's own", "q=title:NEAR(a+b)+OR+NOT+*"],
    ["600 parameters", many],
    ["SQL for a name", "industry=DROP&scenario='%3BDROP+TABLE+solution%3B--"],
    ["limits below zero", "price_max=-1&days_max=-7"],
    ["limits beyond all numbers", "price_max=1e999&days_max=99999999999999999999"],
    ["a million a page", "per=1000000"],
    ["a forged cursor", "after=..%2F..%2Fetc"],
    ["a cursor of another list", "after=eyJhdCI6MSwia2V5IjoiIn0"],
    ["lists for texts", "q[]=1&q=2&q=3&sort=__proto__&park=a&park=b"],
    ["markup", "q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&provider=%3Cimg+src%3Dx%3E"],
  ] as const;

  test.each(hostile)("%s", async (_what, query) => {
    for (const path of ["/solutions", "/solutions/compare", "/providers", "/api/v1/solutions", "/api/v1/suggest"]) {
      const response = await openBrowser(server.url).send(`${path}?${query}`);
      expect([path, response.status]).toEqual([path, 200]);
      const text = await response.text();
      // Data says what was typed, a page never as markup.
      if (path.startsWith("/api")) expect(response.headers.get("Content-Type")).toContain("application/json");
      else expect(text).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  test("what was left out is named on the page", async () => {
    const page = await openBrowser(server.url).get("/solutions?industry=DROP&price_max=-1&per=1000000&after=forged");
    for (const left of ["行业 = DROP", "最低价格不超过 = -1", "每页个数 = 1000000", "页码 = forged"])
      expect(page.has(left)).toBe(true);
    expect(totalOn(page)).toBeGreaterThan(0);
  });

  test("an address longer than any reader's is refused, not an error", async () => {
    const response = await openBrowser(server.url).send(`/solutions?q=${encodeURIComponent("排".repeat(10_000))}`);
    expect([400, 414, 431]).toContain(response.status);
  });

  test("none of it was an error in the log", () => {
    expect(server.log()).not.toMatch(/"level":(50|60)|"level":"(error|fatal)"/);
  });
});
