/** Finding, comparing and keeping solutions without JavaScript, as a visitor and with an account. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn, type Browser, type Page } from "../world/browse";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

const titlesOn = (page: Page): string[] =>
  page
    .$("main h2 a[href^='/solutions/']")
    .toArray()
    .map((link) => page.$(link).text());

/** Labels of the favourite buttons that are pressed. */
const pressedOn = (page: Page): string[] =>
  page
    .$("main button[aria-pressed=true]")
    .toArray()
    .map((button) => page.$(button).attr("aria-label") ?? "");

async function searched(browser: Browser, q: string): Promise<Page> {
  return (await browser.get("/solutions")).submit("搜索", { q });
}

test("a search is described, its words are marked, and what was understood can be taken back", async () => {
  const page = await searched(openBrowser(server.url), "设备老停机，想提前知道要坏");
  expect(page.text("[role=status]")).toContain("“设备老停机，想提前知道要坏”");
  const only = page.$("ul[aria-labelledby=understood] a").first();
  const meant = only.text();
  expect(meant).toBe("设备管理");
  const refused = await openBrowser(server.url).get(
    page.$(`a[aria-label="不是“${meant}”"]`).attr("href") ?? "no such link",
  );
  expect(refused.$("ul[aria-labelledby=understood]").text()).not.toContain(meant);
  expect(refused.text("ul[aria-label=已选条件]")).toContain(`不是“${meant}”`);

  const marked = await searched(openBrowser(server.url), "排产");
  expect(titlesOn(marked).length).toBeGreaterThan(3);
  const marks = marked.$("main li mark").toArray();
  expect(marks.length).toBeGreaterThan(3);
  expect(marks.every((mark) => /排产/.test(marked.$(mark).text()))).toBe(true);
});

test("a list without results says what to leave out, and never ends", async () => {
  const visitor = openBrowser(server.url);
  const page = await visitor.get("/solutions?q=排产&days_max=1");
  expect(page.text("[role=status]")).toContain("没有方案符合");
  const way = page
    .$("a[href^='/solutions?q=']")
    .filter((_, link) => page.$(link).text().startsWith("去掉“1 天内部署”"));
  const relaxed = await visitor.get(way.attr("href") ?? "no such link");
  expect(titlesOn(relaxed).length).toBeGreaterThan(0);
  const nonsense = await visitor.get("/solutions?q=zzqqxxww");
  expect(nonsense.$("main li h3 a")).toHaveLength(5);
});

test("the next page shows others; a cursor of another list is left out and named", async () => {
  const visitor = openBrowser(server.url);
  const first = await visitor.get("/solutions");
  const next = await first.follow("下一页");
  expect(titlesOn(next)).not.toEqual(titlesOn(first));
  const cursor = new URL(next.path, server.url).searchParams.get("after") ?? "";
  const foreign = await visitor.get(`/solutions?q=排产&after=${encodeURIComponent(cursor)}`);
  expect(foreign.has("有些条件无法识别，已忽略：页码")).toBe(true);
});

test("four are compared; a fifth is named, what is the same can be hidden, each can leave and another join", async () => {
  const visitor = openBrowser(server.url);
  const list = await visitor.get("/solutions");
  const slugs = list
    .$("input[name=slug]")
    .toArray()
    .map((box) => list.$(box).attr("value") ?? "");
  const compared = await list.submit("对比所选方案", { slug: slugs.slice(0, 5) });
  expect(compared.$("thead th")).toHaveLength(5);
  expect(compared.has("一次最多对比四个方案")).toBe(true);
  const only = await compared.follow("只看不同");
  const heads = only.$("tbody th").toArray().slice(1);
  expect(heads.length).toBeLessThan(compared.$("tbody th").length - 1);
  expect(heads.every((head) => only.$(head).text().endsWith("不同"))).toBe(true);
  const without = await visitor.get(only.$("a[aria-label^='把“'][aria-label$='移出对比']").first().attr("href") ?? "");
  expect(without.$("thead th")).toHaveLength(4);
  const again = await visitor.get(without.$("a[aria-label$='加入对比']").first().attr("href") ?? "");
  expect(again.$("thead th")).toHaveLength(5);
});

test("favourites live in the browser, come along into the account, and are compared there", async () => {
  const visitor = openBrowser(server.url);
  const list = await visitor.get("/solutions");
  const [first = "", second = ""] = titlesOn(list);
  const kept = await list.submit(`收藏“${first}”`);
  expect(pressedOn(kept)).toEqual([`收藏“${first}”`]);
  await kept.submit(`收藏“${second}”`);
  const own = await visitor.get("/favourites");
  expect(titlesOn(own)).toEqual([second, first]);
  expect((await own.follow("对比前 2 个")).$("thead th")).toHaveLength(3);
  expect(visitor.cookies.get("favourites")?.split(".")).toHaveLength(2);

  await signIn(visitor, "enterprise@demo.shuzhen.example", demoPassword);
  expect(visitor.cookies.has("favourites")).toBe(false);
  const account = await visitor.get("/favourites");
  expect(titlesOn(account)).toEqual([second, first]);
  const fewer = await account.submit(`收藏“${second}”`);
  expect(titlesOn(fewer)).toEqual([first]);

  const other = openBrowser(server.url);
  expect(titlesOn(await other.get("/favourites"))).toEqual([]);
  await signIn(other, "enterprise@demo.shuzhen.example", demoPassword);
  expect(titlesOn(await other.get("/favourites"))).toEqual([first]);
});

test("a forged cookie and an unknown solution are nobody's favourites", async () => {
  const visitor = openBrowser(server.url);
  visitor.cookies.set("favourites", "..%.<script>.nothing-here.nothing-here");
  const page = await visitor.get("/favourites");
  expect(page.status).toBe(200);
  expect(page.has("另有 1 个收藏的方案目前没有发布")).toBe(true);
  expect((await page.submit("不再保留")).has("还没有收藏")).toBe(true);
  expect(visitor.cookies.has("favourites")).toBe(false);
  const body = new URLSearchParams({ add: "no-such-solution" });
  const refused = await visitor.send("/favourites", { method: "POST", body });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("不能收藏");
  const foreign = await visitor.send("/favourites", {
    method: "POST",
    body,
    headers: { Origin: "https://elsewhere.example" },
  });
  expect(foreign.status).toBe(403);
});

test("a search is saved once, found again with its count, renamed and deleted", async () => {
  const browser = openBrowser(server.url);
  expect((await browser.get("/solutions?q=排产")).has("保存这个搜索")).toBe(false);
  await signIn(browser, "provider@demo.shuzhen.example", demoPassword);
  expect((await browser.get("/solutions")).has("保存这个搜索")).toBe(false);
  const saved = await (await browser.get("/solutions?q=排产&days_max=60")).submit("保存");
  expect(saved.has("这个搜索已保存")).toBe(true);
  const [, total] = /：([\d,]+) 个方案/.exec(saved.text("#results [role=status]")) ?? [];
  const list = await browser.get("/account/searches");
  expect(list.text("main li h2")).toBe("排产（60 天内部署）");
  expect(list.text("main li p")).toBe("条件：排产（60 天内部署）");
  expect(list.text("main li")).toContain(`${total} 个方案`);
  const renamed = await list.submit("保存名称", { name: "两个月内能上的排产" });
  expect(renamed.text("main li h2")).toBe("两个月内能上的排产");
  const gone = await renamed.submit("删除“两个月内能上的排产”");
  expect(gone.has("还没有保存的搜索")).toBe(true);
  const empty = await browser.send("/account/searches", {
    method: "POST",
    body: new URLSearchParams({ intent: "save", name: "全部", query: "" }),
  });
  expect(empty.status).toBe(409);
});
