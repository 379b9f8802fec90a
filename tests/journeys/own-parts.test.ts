/** Public pages that all readers share, with each reader's own parts in their places; two processes, as in production. */
import Sqlite from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoLogins, demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn, type Browser } from "../world/browse";
import { startServer, type TestServer } from "../world/server";

const ENTERPRISE = "enterprise@demo.shuzhen.example";
const PROVINCE = "province@demo.shuzhen.example";

let server: TestServer;
let database: Sqlite.Database;

beforeAll(async () => {
  server = await startServer({ env: { WORKERS: "2" } });
  database = new Sqlite(join(server.dataDir, "shuzhen.db"), { timeout: 5_000 });
});

afterAll(async () => {
  database.close();
  await server.stop();
});

const value = (sql: string, ...values: string[]) =>
  String(
    database
      .prepare(sql)
      .pluck()
      .get(...values),
  );

async function readerWith(email: string, language = "zh-CN"): Promise<Browser> {
  const browser = openBrowser(server.url, language);
  await signIn(browser, email, demoPassword);
  // Whoever signed in is told so once.
  await browser.get("/about");
  return browser;
}

/** Comments are React's own, for browsers that take pages over. */
const bare = (html: string) => html.replaceAll("<!-- -->", "");
/** A flash cookie that nobody signed says nothing, but its page is drawn for its reader alone. */
const drawnAlone = async (browser: Browser, path: string) => {
  const cookies = [...browser.cookies, ["flash", "x"]].map((pair) => pair.join("=")).join("; ");
  return bare(await (await browser.send(path, { headers: { Cookie: cookies } })).text());
};
const shared = async (browser: Browser, path: string) => bare(await (await browser.send(path)).text());

function publicPages(): string[] {
  const slug = value("SELECT slug FROM solution WHERE status = 'published' ORDER BY no LIMIT 1");
  const provider = value("SELECT p.slug FROM provider p WHERE p.status = 'open' ORDER BY p.slug LIMIT 1");
  const listings = ["/solutions", "/solutions?q=排产", "/solutions?q=排产&deploy=saas&per=50", "/solutions?q=zzqqxxww"];
  const catalogue = [...listings, `/solutions/${slug}`, "/solutions/not-there", "/providers", `/providers/${provider}`];
  const others = ["/scenarios", "/parks", "/cases", "/events", "/clinic", "/insight", "/about", "/how-we-rank"];
  return ["/", ...catalogue, `/solutions/compare?slug=${slug}`, ...others];
}

describe("what a reader gets is what would be drawn for them alone", () => {
  test.each(demoLogins.map(({ email }) => email))("%s", async (email) => {
    const browser = await readerWith(email);
    const [slug = ""] = publicPages().filter((path) => /^\/solutions\/(?!not|comp)/.test(path));
    await browser.send("/favourites", {
      method: "POST",
      body: new URLSearchParams({ add: slug.slice(11), to: "/about" }),
    });
    await browser.get("/about");
    for (const path of publicPages()) expect(await shared(browser, path), path).toBe(await drawnAlone(browser, path));
  });

  test("a visitor, with favourites in the browser too, in both languages and other themes", async () => {
    for (const language of ["zh-CN", "en"]) {
      const visitor = openBrowser(server.url, language);
      for (const path of publicPages()) expect(await shared(visitor, path), path).toBe(await drawnAlone(visitor, path));
      visitor.cookies.set(
        "favourites",
        value("SELECT slug FROM solution WHERE status = 'published' ORDER BY no LIMIT 1"),
      );
      await visitor.send("/preferences", { method: "POST", body: new URLSearchParams({ theme: "dark", to: "/" }) });
      for (const path of publicPages()) expect(await shared(visitor, path), path).toBe(await drawnAlone(visitor, path));
    }
  });
});

test("two readers and a visitor never see each other's header, whoever comes first and whichever process answers", async () => {
  const [one, other, visitor] = [await readerWith(ENTERPRISE), await readerWith(PROVINCE), openBrowser(server.url)];
  const nameOf = (email: string) => value("SELECT name FROM user WHERE email = ?", email);
  for (let round = 0; round < 4; round++) {
    for (const path of ["/", "/solutions", `/solutions?q=${round}`]) {
      const pages = await Promise.all([one, other, visitor].map((reader) => reader.get(path)));
      const headers = pages.map(({ html }) => html.slice(html.indexOf("<header"), html.indexOf("</header>")));
      const namesIn = (html = "") => [ENTERPRISE, PROVINCE].filter((email) => html.includes(`>${nameOf(email)}<`));
      expect(headers.map(namesIn)).toEqual([[ENTERPRISE], [PROVINCE], []]);
      expect(headers.map((html) => html.includes('href="/login"'))).toEqual([false, false, true]);
    }
  }
});

test("a notice, a favourite and a saved search show at the next request, on the page that was just sent", async () => {
  const reader = await readerWith(ENTERPRISE);
  const path = "/solutions?q=排产";
  const before = await reader.get(path);
  await reader.get(path);
  const unread = (page: typeof before) => Number(/\d+/.exec(page.$("a[href='/account/notices']").text())?.[0] ?? 0);
  const userId = value("SELECT id FROM user WHERE email = ?", ENTERPRISE);
  const columns = value(
    "SELECT group_concat(name) FROM pragma_table_info('notice') WHERE name NOT IN ('id', 'userId', 'readAt')",
  );
  database
    .prepare(`INSERT INTO notice (id, userId, ${columns}) SELECT 'ntc_test', ?, ${columns} FROM notice LIMIT 1`)
    .run(userId);
  expect(unread(await reader.get(path))).toBe(unread(before) + 1);

  const title = before.$("main li button[aria-pressed=false]").last().attr("aria-label") ?? "";
  const pressed = (page: typeof before) => page.$("main li button[aria-pressed=true]").length;
  expect(pressed(await before.submit(title))).toBe(pressed(before) + 1);
  expect(pressed(await reader.get(path))).toBe(pressed(before) + 1);

  const isSaved = (page: typeof before) => page.$("#save-search").length === 0;
  expect(isSaved(before)).toBe(false);
  const form = new URLSearchParams({
    intent: "save",
    name: "排产",
    query: before.$("#save-search input[name=query]").attr("value") ?? "",
  });
  await reader.send("/account/searches", { method: "POST", body: form });
  reader.cookies.delete("flash");
  expect(isSaved(await reader.get(path))).toBe(true);
});

test("who signed out is a visitor at the next request, even with the old cookie; a visitor's page holds no account", async () => {
  const reader = await readerWith(ENTERPRISE);
  const session = reader.cookies.get("session") ?? "";
  expect((await reader.get("/solutions")).$("header form[action='/logout']")).toHaveLength(1);
  await reader.send("/logout", { method: "POST", body: new URLSearchParams() });
  const late = openBrowser(server.url);
  late.cookies.set("session", session);
  const page = await late.get("/solutions");
  expect(page.$("header form[action='/logout']")).toHaveLength(0);
  expect(page.$("header a[href='/login']")).toHaveLength(1);
});

test("own pages are private, say what they vary by, and 304 while nothing was committed", async () => {
  const reader = await readerWith(ENTERPRISE);
  const first = await reader.send("/solutions", { headers: { "Accept-Encoding": "gzip, br" } });
  expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(first.headers.get("Vary")).toBe("Cookie, Accept-Language, Accept-Encoding");
  expect(first.headers.get("Content-Encoding")).toBe("gzip");
  expect(first.headers.get("X-Frame-Options")).toBe("DENY");
  expect(first.headers.get("Content-Security-Policy")).toContain("script-src 'self'");
  expect(await first.text()).toContain("</footer></body></html>");
  const etag = first.headers.get("ETag") ?? "";
  const again = await reader.send("/solutions", { headers: { "Accept-Encoding": "gzip, br", "If-None-Match": etag } });
  expect(again.status).toBe(304);
  const other = await (await readerWith(PROVINCE)).send("/solutions", { headers: { "Accept-Encoding": "gzip" } });
  expect(other.headers.get("ETag")).not.toBe(etag);
});

test("what a page does not read makes no other page", async () => {
  const visitor = openBrowser(server.url);
  const tagOf = async (path: string) => (await visitor.send(path)).headers.get("ETag");
  expect(await tagOf("/solutions?utm_source=mail&q=mes&x=1")).toBe(await tagOf("/solutions?q=mes"));
  expect(await tagOf("/?from=poster")).toBe(await tagOf("/"));
  expect(await tagOf("/solutions?q=mes")).not.toBe(await tagOf("/solutions?q=aps"));
});
