/** Being told of new solutions, from following to unsubscribing; and a provider who says that its listings are still true. */
import Sqlite from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setTimeout as sleep } from "node:timers/promises";
import { demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn, type Browser, type Page } from "../world/browse";
import { lookInto, type Look } from "../world/database";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;
let look: Look;

beforeAll(async () => {
  server = await startServer();
  look = lookInto(server.dataDir);
});

afterAll(async () => {
  look.close();
  await server.stop();
});

async function as(login: string): Promise<Browser> {
  const browser = openBrowser(server.url);
  await signIn(browser, `${login}@demo.shuzhen.example`, demoPassword);
  return browser;
}

/** Asks again until it is there; jobs come round every few seconds. */
async function until<Found>(find: () => Found | Promise<Found>): Promise<NonNullable<Found>> {
  for (let waited = 0; waited < 120; waited++) {
    const found = await find();
    if (found) return found;
    await sleep(500);
  }
  throw new Error(`nothing came:\n${server.log().slice(-2_000)}`);
}

const waiting = () =>
  look.row(
    `SELECT s.id, s.slug, v.title, json_extract(v.scenarios, '$[0]') AS scenario FROM solution s
     JOIN solution_version v ON v.solutionId = s.id AND v.status = 'submitted'
     JOIN organisation o ON o.id = s.providerId
     JOIN membership m ON m.organisationId IN (SELECT id FROM organisation WHERE kind = 'park_committee' AND parkSlug = o.parkSlug)
     JOIN user u ON u.id = m.userId AND u.email = 'park@demo.shuzhen.example'
     WHERE s.status = 'submitted' ORDER BY s.no LIMIT 1`,
  );

const linkIn = (text: string) => /https?:\/\/\S+\/unsubscribe\/\S+/.exec(text)?.[0] ?? "no such link";

test("a visitor signs in to follow a scenario, and is told when a park approves a solution for it", async () => {
  const about = waiting();
  const enterprise = await as("enterprise2");
  const scenario = await enterprise.get(`/scenarios/${about.scenario}`);
  const offer = await scenario.follow("关注新方案");
  expect(offer.path).toContain("/account/alerts");
  const followed = await offer.submit("关注");
  expect(followed.has("已关注，有新方案会告诉您。")).toBe(true);
  const paced = await followed.submit("保存频率", { cadence: "now" });
  expect(paced.has("提醒频率已保存。")).toBe(true);
  expect(paced.$("input[name=cadence][value=now]").is("[checked]")).toBe(true);

  const park = await as("park");
  const subject = await park.get(`/park/solutions/${about.id}`);
  const decided = await subject.submit("确认决定", { decision: "approved" }, "form#decide");
  expect(decided.status, decided.text("main")).toBe(200);
  const recipient = "enterprise2@demo.shuzhen.example";
  const sent = await until(() =>
    look.value("SELECT count(*) FROM mail WHERE recipient = ? AND body LIKE '%/unsubscribe/%'", recipient) === "1"
      ? look.row("SELECT subject, body FROM mail WHERE recipient = ? AND body LIKE '%/unsubscribe/%'", recipient)
      : null,
  );
  expect(sent.subject).toBe("1 个新方案与您有关");
  expect(sent.body).toContain(about.title);
  expect(sent.body).toContain(look.value("SELECT slug FROM solution WHERE id = ?", about.id ?? ""));
  expect((await openBrowser(server.url).get("/outbox")).has("1 个新方案与您有关")).toBe(true);
  expect((await enterprise.get("/account/notices")).has("有 1 个新方案与您有关")).toBe(true);
  expect((await enterprise.get("/account/alerts")).text("#recent")).toContain(about.title);

  const link = new URL(linkIn(sent.body ?? ""));
  const anyone = openBrowser(server.url);
  const asked = await anyone.get(link.pathname);
  expect([asked.status, asked.heading]).toEqual([200, "退订新方案提醒"]);
  expect((await enterprise.get("/account/alerts")).$("input[value=now]").is("[checked]")).toBe(true);
  const left = await asked.submit("退订");
  expect(left.has("已退订，不会再收到新方案提醒。")).toBe(true);
  expect((await enterprise.get("/account/alerts")).$("input[value=never]").is("[checked]")).toBe(true);
});

test("a mail program unsubscribes with one click; a forged link is not there", async () => {
  const enterprise = await as("enterprise2");
  await (await enterprise.get("/account/alerts")).submit("保存频率", { cadence: "weekly" });
  const { body } = look.row("SELECT body FROM mail WHERE body LIKE '%/unsubscribe/%' LIMIT 1");
  const path = new URL(linkIn(body ?? "")).pathname;
  const click = (at: string) =>
    fetch(new URL(at, server.url), {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      redirect: "manual",
    });
  expect((await click(path)).status).toBe(200);
  expect((await enterprise.get("/account/alerts")).$("input[value=never]").is("[checked]")).toBe(true);
  for (const forged of [`${path}x`, path.slice(0, -4), "/unsubscribe/usr_1.AAAA", "/unsubscribe/%F0%9F%98%80"]) {
    const page = await fetch(new URL(forged, server.url), { headers: { "Accept-Language": "zh-CN" } });
    expect([page.status, (await page.text()).includes("这个退订链接不完整或不正确")]).toEqual([404, true]);
    expect((await click(forged)).status).toBe(404);
  }
});

test("follows and alerts of saved searches are chosen and let go; what is not there is said at the field", async () => {
  const browser = await as("enterprise");
  const page = await browser.get("/account/alerts");
  const refused = await page.submit("添加关注", { what: "" });
  expect([refused.status, refused.has("请")]).toEqual([422, true]);
  const added = await page.submit("添加关注", { what: "industry:C14" });
  const name = added
    .$("#follows li span")
    .toArray()
    .map((item) => added.$(item).text());
  expect(name.some((text) => text.includes("食品"))).toBe(true);
  const label = added.$("#follows button[aria-label*='食品']").attr("aria-label") ?? "";
  expect((await added.submit(label)).has("已取消关注。")).toBe(true);

  const found = await browser.get("/solutions?q=条码");
  await found.submit("保存", { name: "条码方案" }, "form#save-search");
  const on = await (await browser.get("/account/alerts")).submit("开启“条码方案”的提醒");
  expect(on.has("这个搜索有新方案会告诉您。")).toBe(true);
  expect((await on.submit("关闭“条码方案”的提醒")).has("这个搜索不再提醒。")).toBe(true);
});

/** As the enterprises and the park would, in the tables: complaints have stories of their own. */
function setComplaints(status: "open" | "dismissed"): void {
  const database = new Sqlite(join(server.dataDir, "shuzhen.db"), { timeout: 5_000 });
  const decidedAt = status === "open" ? "NULL" : "createdAt";
  database.prepare(`UPDATE complaint SET status = ?, answer = '经核实', decidedAt = ${decidedAt}`).run(status);
  database.close();
}

const count = (page: Page) => page.$("form input[name=id][type=checkbox]").length;

test("a provider confirms what is due, all at once or from the listing's own page", async () => {
  const provider = await as("provider");
  setComplaints("open");
  const mine = await provider.get("/provider/solutions");
  expect(mine.has("请您确认是否仍然属实")).toBe(true);
  const due = await mine.follow("确认仍然属实");
  expect(due.path).toBe("/provider/solutions/confirm");
  const before = count(due);
  expect(before).toBeGreaterThan(1);
  // A complaint about its conduct is open: nothing can be confirmed until it is answered.
  expect(due.text("main form")).toContain("有投诉等待答复，答复后才能确认。");
  const ids = due
    .$("form input[name=id]")
    .toArray()
    .map((box) => due.$(box).attr("value") ?? "");
  const forced = new URLSearchParams(ids.map((id) => ["id", id]));
  const blocked = await provider.send("/provider/solutions/confirm", { method: "POST", body: forced });
  expect([blocked.status, (await blocked.text()).includes("所选的都不能确认")]).toEqual([409, true]);
  expect((await provider.get("/provider")).has("请您确认是否仍然属实")).toBe(false);
  setComplaints("dismissed");
  expect((await provider.get("/provider")).has(`${before} 个解决方案请您确认是否仍然属实`)).toBe(true);

  const first = due.$("form input[name=id]").first().attr("value") ?? "";
  const title = look.value(
    "SELECT v.title FROM solution s JOIN solution_version v ON v.id = s.currentVersionId WHERE s.id = ?",
    first,
  );
  const own = await provider.get(`/provider/solutions/${first}`);
  const confirmed = await own.submit(`“${title}”仍然属实`);
  expect(confirmed.path).toBe(`/provider/solutions/${first}`);
  expect(confirmed.has("已确认 1 个解决方案。")).toBe(true);

  const rest = await provider.get("/provider/solutions/confirm");
  expect(count(rest)).toBe(before - 1);
  const all = await rest.submit("所选仍然属实");
  expect(all.has(`已确认 ${before - 1} 个解决方案。`)).toBe(true);
  expect(all.has("现在没有需要确认的解决方案。")).toBe(true);
  expect((await provider.get("/provider/solutions")).has("请您确认是否仍然属实")).toBe(false);

  const stranger = await as("provider2");
  const body = new URLSearchParams({ id: first });
  expect((await stranger.send("/provider/solutions/confirm", { method: "POST", body })).status).toBe(409);
  const nothing = new URLSearchParams();
  expect((await provider.send("/provider/solutions/confirm", { method: "POST", body: nothing })).status).toBe(422);
});

test("how we rank says what becomes of a listing nobody confirms", async () => {
  const page = await openBrowser(server.url).get("/how-we-rank");
  expect(page.text("#still-true")).toContain("到期 30 天仍未确认");
  expect(page.text("#still-true")).toContain("50%");
});
