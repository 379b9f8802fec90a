/** A live solution is edited, sent back with a pinned comment, mended, approved; an old version returns; two people meet in one draft. */
import Sqlite from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoLogins, demoPassword, type DemoLoginKey } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn, type Browser } from "../world/browse";
import { startServer, type TestServer } from "../world/server";
import { changedFields, decide, handIn, marked, saveBasics } from "../world/solutions";

let server: TestServer;
let provider: Browser;
let colleague: Browser;
let province: Browser;
let park: Browser;
let listed: { id: string; slug: string; parkSlug: string };

async function as(key: DemoLoginKey): Promise<Browser> {
  const browser = openBrowser(server.url);
  await signIn(browser, demoLogins.find((login) => login.key === key)?.email ?? "", demoPassword);
  return browser;
}

beforeAll(async () => {
  server = await startServer();
  [provider, colleague, province, park] = [
    await as("provider"),
    await as("provider"),
    await as("province"),
    await as("park"),
  ];
  listed = liveSolution(server.dataDir);
});

afterAll(() => server.stop());

/** A published solution of the ready provider with nothing under way. */
function liveSolution(dataDir: string) {
  const database = new Sqlite(join(dataDir, "shuzhen.db"), { readonly: true });
  const row = database
    .prepare(
      `SELECT solution.id, solution.slug, organisation.parkSlug FROM solution
       JOIN organisation ON organisation.id = solution.providerId
       JOIN membership ON membership.organisationId = solution.providerId
       JOIN user ON user.id = membership.userId
       WHERE user.email = 'provider@demo.shuzhen.example' AND solution.status = 'published'
         AND NOT EXISTS (SELECT 1 FROM solution_version WHERE solutionId = solution.id AND status IN ('draft', 'submitted'))
       ORDER BY solution.id`,
    )
    .get();
  database.close();
  return row as { id: string; slug: string; parkSlug: string };
}

const own = (part = "") => `/provider/solutions/${listed.id}${part}`;
const review = () => province.get(`/province/solutions/${listed.id}`);

const BEFORE = "给机加车间用的排产工具，一周上线，插单之后十分钟重排。";
const AFTER = "给机加车间用的排产工具，两周上线，插单之后十分钟重排。";
const MENDED = "给机加车间用的排产工具，从签约到上线两周，插单之后十分钟重排。";

test("a live solution is edited without touching what readers see", async () => {
  await saveBasics(provider, own(), { summary: BEFORE });
  await handIn(provider, own());
  expect((await decide(await review(), { decision: "approved" })).has("已通过")).toBe(true);
  const draft = await saveBasics(provider, own(), { summary: AFTER });
  expect(draft.has("已保存")).toBe(true);
  const visitor = openBrowser(server.url);
  expect((await visitor.get(`/solutions/${listed.slug}`)).has(BEFORE)).toBe(true);
  await handIn(provider, own());
});

test("the moderator sees the words that changed and nothing that stayed", async () => {
  const page = await review();
  expect(changedFields(page)).toEqual(["一句话介绍"]);
  expect(marked(page, "del")).toEqual(["一周"]);
  expect(marked(page, "ins")).toEqual(["两周"]);
  expect(page.$("#changes ins .sr-only").first().text()).toBe("新增：");
});

test("notes are kept beside a decision half typed, and nobody else sees them before it is sent", async () => {
  const page = await review();
  const typed = { decision: "changes_requested", text: "还差一点", "notes.summary": "两周从哪天算起？" };
  const kept = await page.submit("先保存批注", typed, "form#decide");
  expect(kept.has("批注已保存，还没有发出。")).toBe(true);
  expect(kept.text("form#decide textarea[name=text]")).toBe("还差一点");
  expect((await review()).text("textarea[name='notes.summary']")).toBe("两周从哪天算起？");
  expect((await park.get(`/park/solutions/${listed.id}`)).html).not.toContain("两周从哪天算起");
  expect((await provider.get(own())).html).not.toContain("两周从哪天算起");
  expect((await provider.get(own("/basics"))).html).not.toContain("两周从哪天算起");
});

test("what is missing in the decision is said, and the notes stay", async () => {
  const answer = await decide(await review(), {
    decision: "changes_requested",
    "notes.summary": "两周从哪天算起？写清楚",
  });
  expect(answer.status).toBe(422);
  expect(answer.text("textarea[name='notes.summary']")).toBe("两周从哪天算起？写清楚");
  const sent = await decide(answer, { decision: "changes_requested", reason: "unclear", text: "请看批注" });
  expect(sent.has("已请对方修改，并已通知对方。")).toBe(true);
});

test("the provider reads each point at its field and answers by changing the field", async () => {
  const overview = await provider.get(own());
  expect(overview.text("#points")).toContain("两周从哪天算起？写清楚");
  expect(overview.text("#points")).toContain("待修改");
  const section = await overview.follow("一句话介绍");
  expect(section.path).toBe(own("/basics"));
  const field = section.$("textarea[name=summary]");
  const described = (field.attr("aria-describedby") ?? "").split(" ");
  expect(described.map((id) => section.$(`[id="${id}"]`).text()).join("")).toContain("两周从哪天算起？写清楚");
  const saved = await section.submit("保存并返回", { summary: MENDED }, "main form");
  expect(saved.text("#points")).toContain("已修改，待园区确认");
  await handIn(provider, own());
});

test("the next review shows only what changed since, with the point offered as settled, and approves", async () => {
  const page = await review();
  expect(page.text("#changes h2")).toMatch(/^与.+退回的第 \d+ 版相比$/);
  expect(changedFields(page)).toEqual(["一句话介绍"]);
  expect(marked(page, "ins").join("")).toContain("从签约到");
  expect(page.$("#points input[name=settled][checked]")).toHaveLength(1);
  expect((await decide(page, { decision: "approved" })).has("已通过")).toBe(true);
  expect((await openBrowser(server.url).get(`/solutions/${listed.slug}`)).has(MENDED)).toBe(true);
  expect((await provider.get(own())).$("#points")).toHaveLength(0);
});

test("an old version is compared with the live one and taken up again as a draft", async () => {
  const versions = await provider.get(own("/versions"));
  expect(versions.has("由批量导入更新") || versions.has("提交")).toBe(true);
  const old = versions
    .$("main ol > li")
    .toArray()
    .map((row) => versions.$(row))
    .find((row) => row.text().includes("已被替代") && row.find("a").length > 0);
  const compared = await provider.get(old?.find("a").attr("href") ?? "");
  expect(compared.text("#compared h2")).toMatch(/^第 \d+ 版与公开展示的第 \d+ 版相比$/);
  expect(changedFields(compared, "#compared > dl")).toContain("一句话介绍");
  const number = /第 (\d+) 版/.exec(compared.text("#compared h2"))?.[1];
  const restored = await compared.submit(`把第 ${number} 版恢复为新草稿`, {}, "#compared");
  expect(restored.has("版草稿，请核对后提交审核。")).toBe(true);
  expect((await openBrowser(server.url).get(`/solutions/${listed.slug}`)).has(MENDED)).toBe(true);
  expect((await provider.get(own("/versions"))).$("button[value=restore]")).toHaveLength(0);
});

test("who saves second sees yours, theirs and the result, and chooses field by field", async () => {
  const [first, second] = [await provider.get(own("/basics")), await colleague.get(own("/basics"))];
  await first.submit("保存并返回", { title: "甲的名称", summary: "甲写的介绍" }, "main form");
  const conflict = await second.submit("保存并返回", { title: "乙的名称", summary: "乙写的介绍" }, "main form");
  expect(conflict.status).toBe(409);
  for (const words of ["甲的名称", "甲写的介绍", "乙的名称", "乙写的介绍"]) expect(conflict.has(words)).toBe(true);
  expect(conflict.$("input[name=title]").attr("value")).toBe("乙的名称");
  const saved = await conflict.submit("保存并返回", { "take.title": "theirs" }, "main form");
  expect(saved.heading).toContain("甲的名称");
  expect(saved.has("乙写的介绍")).toBe(true);
});

test("what only the other changed stands in the form, what only you changed stays", async () => {
  const [first, second] = [await provider.get(own("/basics")), await colleague.get(own("/basics"))];
  await first.submit("保存并返回", { title: "甲又改名" }, "main form");
  const merged = await second.submit("保存并返回", { summary: "乙又改介绍" }, "main form");
  expect(merged.has("两边改的是不同的内容")).toBe(true);
  const saved = await merged.submit("保存并返回", {}, "main form");
  expect(saved.heading).toContain("甲又改名");
  expect(saved.has("乙又改介绍")).toBe(true);
});

test("an approval cannot swallow what was handed in after the page was opened", async () => {
  await handIn(provider, own());
  const opened = await review();
  expect((await (await provider.get(own())).submit("撤回提交")).has("已撤回提交，内容在草稿里。")).toBe(true);
  await saveBasics(provider, own(), { title: "偷换的名称" });
  await handIn(provider, own());
  const answer = await decide(opened, { decision: "approved" });
  expect(answer.status).toBe(409);
  expect(answer.has("偷换的名称")).toBe(true);
  expect((await openBrowser(server.url).get(`/solutions/${listed.slug}`)).has("偷换的名称")).toBe(false);
});

test("a draft is put away and the live version goes on; a copy is a draft of its own", async () => {
  await (await provider.get(own())).submit("撤回提交");
  const away = await (await provider.get(own())).submit("确认放弃草稿");
  expect(away.has("已放弃草稿，它还在版本记录里。")).toBe(true);
  expect((await provider.get(own("/versions"))).has("已放弃的草稿")).toBe(true);
  const copy = await away.submit("复制为新方案");
  expect(copy.heading).toContain("（副本）");
  expect(copy.path).not.toBe(own());
  expect(copy.has("内容已完整，可以提交审核。")).toBe(true);
});

test("another provider finds neither the versions nor the draft, and cannot restore, copy or keep", async () => {
  const rival = await as("provider2");
  for (const part of ["", "/versions", "/basics"]) expect((await rival.get(own(part))).status).toBe(404);
  const post = (path: string, fields: Record<string, string>) =>
    rival.send(path, { method: "POST", body: new URLSearchParams(fields) });
  const drawn = { versionId: "ver_none", seenEdit: "1" };
  expect((await post(own("/versions"), { intent: "restore", versionId: "ver_none" })).status).toBe(404);
  for (const intent of ["take_back", "put_away", "take_live"]) {
    expect((await post(own(), { intent, ...drawn })).status).toBe(404);
  }
  expect((await post("/provider/solutions", { intent: "copy", solutionId: listed.id })).status).toBe(404);
  expect((await post(own("/basics/keep"), { title: "x", summary: "", ...drawn })).status).toBe(404);
});

test("a section is kept while it is typed: in the draft when it is sound, not at all when it is stale", async () => {
  const page = await provider.get(own("/security"));
  const fields = {
    versionId: page.$("input[name=versionId]").attr("value") ?? "",
    seenEdit: page.$("input[name=seenEdit]").attr("value") ?? "",
    dataExport: "随时导出",
    security: "打到一半",
  };
  const keep = () => provider.send(own("/security/keep"), { method: "POST", body: new URLSearchParams(fields) });
  const kept = await keep();
  expect(await kept.json()).toMatchObject({ kept: true, edit: expect.any(Number) });
  fields.security = "旧页面上的另一句";
  expect((await keep()).status).toBe(409);
  expect((await provider.get(own("/security"))).text("textarea[name=security]")).toBe("打到一半");
  const out = openBrowser(server.url);
  const refused = await out.send(own("/security/keep"), { method: "POST", body: new URLSearchParams(fields) });
  expect(refused.status).toBe(302);
});
