/** The moderators' desk: warnings, a return with a ready sentence, other eyes, several at once, and a complaint to its answer. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { findObjects, type Objects } from "../world/access-objects";
import type { Browser } from "../world/browse";
import { lookInto, type Look } from "../world/database";
import { roles, signInRoles, type Role } from "../world/roles";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;
let browsers: Record<Role, Browser>;
let look: Look;
let it: Objects;
/** What of the provider waits for the park. */
let waiting: string;

beforeAll(async () => {
  server = await startServer();
  browsers = await signInRoles(server, roles);
  // The objects of the matrix include an open questionnaire.
  await browsers.enterprise.send("/enterprise/assessments", { method: "POST", body: new URLSearchParams() });
  look = lookInto(server.dataDir);
  it = findObjects(look);
  waiting = it.solution("submitted").id ?? "";
}, 180_000);

afterAll(async () => {
  look.close();
  await server.stop();
});

const SENTENCE = "请少用口号，用车间里听得懂的话说明怎么用、用了以后有什么变化。";

/** The provider writes something into its draft and hands it in. */
async function handIn(provider: Browser, id: string, summary: string): Promise<void> {
  const section = await provider.get(`/provider/solutions/${id}/basics`);
  const title = section.$("input[name=title]").attr("value") ?? "";
  await section.submit(buttonOf(section.$("form button").last().text()), { title, summary }, "main");
  const page = await provider.get(`/provider/solutions/${id}`);
  const sent = await page.submit("提交审核");
  expect(sent.status, sent.text("main")).toBe(200);
}

const buttonOf = (text: string) => text.replace(/\s+/g, " ").trim();

test("a risky word is found, the return takes the ready sentence along, and the next item opens", async () => {
  const { park, province, provider } = browsers;
  const words = await province.get("/province/moderation/words");
  const added = await words.submit("新增", { word: "包　验收", note: "不得承诺结果" }, "form#risky-word");
  expect(added.has("已加入风险词：包 验收")).toBe(true);
  const id = waiting;
  await handIn(provider, id, "三天上线，包验收。");

  const desk = await park.get("/park/moderation?warned=1");
  expect(desk.has("处提醒")).toBe(true);
  const review = await park.get(`/park/solutions/${id}?kind=solution`);
  expect([review.has("请先看这些提醒"), review.has("三天上线，包验收。")]).toEqual([true, true]);
  expect(review.$("a[data-neighbour]").length).toBeGreaterThan(0);

  const without = await review.submit("确认决定", { decision: "changes_requested", reason: "unclear" }, "form#decide");
  expect([without.status, without.has("请写明理由")]).toEqual([422, true]);
  const canned = review.$("input[name=canned]").filter((_, box) => review.$(box).parent().text().includes(SENTENCE));
  const next = await review.submit(
    "确认决定",
    {
      decision: "changes_requested",
      reason: "unclear",
      canned: [canned.attr("value") ?? ""],
      text: "第 2 条功能也请改写。",
    },
    "form#decide",
  );
  expect(next.has("已请对方修改，并已通知对方")).toBe(true);
  expect(next.path).not.toContain(id);
  const said = look.value("SELECT text FROM decision WHERE subjectId = ? ORDER BY at DESC LIMIT 1", id);
  expect(said).toBe(`${SENTENCE}\n第 2 条功能也请改写。`);
  expect((await provider.get(`/provider/solutions/${id}`)).has(SENTENCE)).toBe(true);
});

test("a late decision says why it is refused; after the second return the same moderator is offered none, and the province decides", async () => {
  const { park, province, provider } = browsers;
  const id = waiting;
  await handIn(provider, id, "三天上线，按现场情况调整。");
  const review = await park.get(`/park/solutions/${id}`);
  await review.submit(
    "确认决定",
    { decision: "changes_requested", reason: "unclear", text: "功能仍是口号，请改写。" },
    "form#decide",
  );
  const late = await review.submit("确认决定", { decision: "approved" }, "form#decide");
  expect([late.status, late.$("aside [role=alert]").text()]).toEqual([
    409,
    "状态已经变化，这个决定现在不能作出。下面是最新状态。",
  ]);
  await handIn(provider, id, "按订单和设备能力排产，插单时重排。");
  const third = await park.get(`/park/solutions/${id}`);
  expect(third.has("需要另一位审核人员决定")).toBe(true);
  expect([third.has("现在没有需要您作出的决定"), third.$("form#decide").length]).toEqual([true, 0]);
  expect((await park.get("/park/moderation")).has("请他人复审")).toBe(true);

  const elsewhere = await province.get(`/province/solutions/${id}`);
  expect(elsewhere.has("您可以决定")).toBe(true);
  const done = await elsewhere.submit("确认决定", { decision: "approved" }, "form#decide");
  expect(done.has("已通过，并已通知对方")).toBe(true);
  expect(look.value("SELECT status FROM solution WHERE id = ?", id)).toBe("published");
});

test("several at once: the dry run changes nothing, then each is decided, and the same form again changes nothing", async () => {
  const { province, provider } = browsers;
  const desk = await province.get("/province/moderation?kind=provider");
  const words = desk
    .$("input[name=items]")
    .toArray()
    .slice(0, 2)
    .map((box) => desk.$(box).attr("value") ?? "");
  expect(words).toHaveLength(2);
  const decisions = () => look.value("SELECT count(*) FROM decision");
  const before = decisions();
  const address = `/province/moderation/bulk?${new URLSearchParams([...words, "provider.org_none.1"].map((word) => ["items", word]))}`;
  const dry = await province.get(address);
  expect([dry.has("请对方修改其中 2 项"), dry.has("已不在待审队列中")]).toEqual([true, true]);
  expect(decisions()).toBe(before);

  const fields = { reason: "incomplete", text: "请补充实施周期。" };
  const missing = await dry.submit("确认退回 2 项", { ...fields, text: "" }, "form#bulk-return");
  expect([missing.status, missing.has("请填写此项")]).toEqual([422, true]);
  const done = await dry.submit("确认退回 2 项", fields, "form#bulk-return");
  expect(done.has("已退回 2 项")).toBe(true);
  const again = await dry.submit("确认退回 2 项", fields, "form#bulk-return");
  expect(again.has("已退回 2 项")).toBe(true);
  expect(Number(decisions())).toBe(Number(before) + 2);
  expect((await provider.get("/park/moderation/bulk")).status).toBe(404);
  expect((await province.get("/province/moderation/statistics")).has("退回比例")).toBe(true);
});

test("a complaint is filed, the provider heard without a name, answered with the listing taken down, and read", async () => {
  const { enterprise, provider, provider2, park, park2 } = browsers;
  const slug = look.value("SELECT slug FROM solution WHERE id = ?", it.secondShown);
  const form = await (await enterprise.get(`/solutions/${slug}`)).follow("内容不实或有其他问题？投诉");
  const short = await form.submit("提交投诉", { ground: "not_truthful", text: "不实" });
  expect([short.status, short.html.includes("不实")]).toEqual([422, true]);
  const words = "页面写支持老式冲床联网，现场看过说要另换控制器。";
  const filed = await form.submit("提交投诉", { ground: "not_truthful", text: words });
  expect([filed.has("投诉已提交"), filed.has(words)]).toEqual([true, true]);
  const waiting = "您对它的上一条投诉还没有答复";
  const again = await enterprise.get(`/solutions/${slug}/complaint`);
  expect([form.has(waiting), again.has(waiting), again.has("提交投诉")]).toEqual([false, true, false]);
  const second = await form.submit("提交投诉", { ground: "other", text: "还有一件事，也请一并核实处理。" });
  expect([second.status, second.html.includes("还有一件事")]).toEqual([409, true]);
  const own = await provider.get(`/solutions/${slug}/complaint`);
  expect([own.status, own.has("这是您自己的解决方案"), own.has("提交投诉")]).toEqual([200, true, false]);

  const id = look.value("SELECT id FROM complaint WHERE text = ?", words);
  const person = look.value("SELECT u.name FROM complaint c JOIN user u ON u.id = c.byUserId WHERE c.id = ?", id);
  const hearing = await provider.get(`/provider/complaints/${id}`);
  const firm = look.value("SELECT name FROM organisation WHERE id = ?", it.enterprise);
  expect([hearing.has(words), hearing.has(person), hearing.has(firm)]).toEqual([true, false, false]);
  expect((await provider2.get(`/provider/complaints/${id}`)).status).toBe(404);
  const heard = await hearing.submit("提交说明", { text: "必要硬件一栏已写明采集模块。" });
  expect(heard.has("说明已提交")).toBe(true);

  expect((await park2.get(`/park/complaints/${id}`)).status).toBe(404);
  const page = await park.get(`/park/complaints/${id}`);
  expect([page.has(person), page.has("必要硬件一栏已写明采集模块。")]).toEqual([true, true]);
  const answered = await page.submit("确认答复", { status: "upheld", text: "经核实页面与实际不符。", suspend: "on" });
  expect(answered.has("已答复，并已通知双方")).toBe(true);
  expect((await enterprise.get(`/solutions/${slug}`)).status).toBe(404);
  expect((await enterprise.get("/account/complaints")).has("经核实页面与实际不符。")).toBe(true);
  expect((await provider.get(`/provider/complaints/${id}`)).has("经核实页面与实际不符。")).toBe(true);
  const late = await page.submit("确认答复", { status: "dismissed", text: "另一种答复。" });
  expect([late.status, late.has("这条投诉已经答复过")]).toEqual([409, true]);
});
