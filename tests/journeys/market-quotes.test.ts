/** One question to three providers, quotes side by side, one accepted; then delivery, objection, acceptance, rating, answer. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookInto, type Look } from "../world/database";
import type { Browser, Page } from "../world/browse";
import { acceptLinks, enquiryAbout, inTwoMonths, listedOf, sendQuote, today, type Listed } from "../world/quotes";
import { signInRoles, type Role } from "../world/roles";
import { startServer, type TestServer } from "../world/server";
import { newestNotice } from "../world/story";

let server: TestServer;
let browsers: Record<Role, Browser>;
let look: Look;
/** A solution of each provider: the two that have logins, and a third. */
let listed: Listed[];
let slugs: string[];
let compare = "";
let project = "";
const enquiries: Partial<Record<"provider" | "provider2", string>> = {};

const message = "我们做实木家具 🪑，想先管住一条线的排产和质检，请报软件、硬件和培训。";

beforeAll(async () => {
  server = await startServer();
  browsers = await signInRoles(server, ["enterprise2", "provider", "provider2"]);
  look = lookInto(server.dataDir);
  const logins = ["provider@demo.shuzhen.example", "provider2@demo.shuzhen.example"];
  listed = [...logins.map((email) => listedOf(look, email)), listedOf(look)];
  slugs = listed.map(({ slug }) => slug);
}, 180_000);

afterAll(async () => {
  look.close();
  await server.stop();
});

const nameOf = (at: number) => listed[at]?.providerName ?? "";

/** Whether a page, or any notice of its reader, names another of the three. */
const namesRivals = (page: Page, own: number) => [0, 1, 2].some((at) => at !== own && page.html.includes(nameOf(at)));

test("several solutions are compared, and their providers asked at once", async () => {
  const { enterprise2 } = browsers;
  const compared = await enterprise2.get(`/solutions/compare?${slugs.map((slug) => `slug=${slug}`).join("&")}`);
  const form = await compared.follow("向这几家询价");
  const chosen = form.$("form#enquiry input[name=solutions][checked]").toArray();
  expect(chosen.map((box) => form.$(box).attr("value"))).toEqual(slugs);
  const nobody = await form.submit("发送咨询", { solutions: [], message }, "form#enquiry");
  expect(nobody.status).toBe(422);
  expect(nobody.$("textarea[name=message]").text()).toContain(message);
  const contact = { contactName: "霁工", contactPhone: "13979100003" };
  const sent = await form.submit("发送咨询", { solutions: slugs, message, ...contact }, "form#enquiry");
  expect(sent.has("咨询已分别发给各家服务商")).toBe(true);
  expect(sent.path).toMatch(/^\/enterprise\/quotes\/bun_/);
  expect(sent.has("问了 3 家，已收到 0 份报价")).toBe(true);
  compare = sent.path;
  const again = await form.submit("发送咨询", { solutions: slugs, message, ...contact }, "form#enquiry");
  expect(again.path).toBe(compare);
  expect(look.value("SELECT count(*) FROM enquiry WHERE message = ?", message)).toBe("3");
});

test("each provider sees its own enquiry, and nothing of the others", async () => {
  for (const [at, role] of (["provider", "provider2"] as const).entries()) {
    const desk = await browsers[role].get("/provider/enquiries");
    const id = enquiryAbout(look, message, slugs[at] ?? "");
    enquiries[role] = id;
    expect(desk.html).toContain(`/provider/enquiries/${id}`);
    const page = await browsers[role].get(`/provider/enquiries/${id}`);
    expect(page.has(message)).toBe(true);
    expect(namesRivals(page, at)).toBe(false);
    expect(page.html).not.toContain("bun_");
  }
  expect((await browsers.provider.get(`/provider/enquiries/${enquiries.provider2}`)).status).toBe(404);
  expect((await browsers.provider.get(`/provider/enquiries/${enquiries.provider2}/quote`)).status).toBe(404);
});

test("a quote is written line by line, lines come and go by submitting, and mistakes keep what was typed", async () => {
  const { provider } = browsers;
  const empty = await provider.get(`/provider/enquiries/${enquiries.provider}/quote`);
  const first = { "lines[0].text": "软件许可", "lines[0].price": "1.2万", "lines[0].isEligible": "on" };
  const two = await empty.submit("增加一项", { ...first, days: "30" }, "form#quote");
  expect(two.status).toBe(200);
  expect(two.$("[role=alert]").length).toBe(0);
  expect(two.$("input[name='lines[0].text']").attr("value")).toBe("软件许可");
  expect(two.$("input[name='days']").attr("value")).toBe("30");
  expect(two.has("目前合计 ¥12,000")).toBe(true);
  const three = await two.submit("增加一项", { "lines[1].text": "多余", "lines[1].price": "1" }, "form#quote");
  const back = await three.submit("删除第 2 项", {}, "form#quote");
  expect(back.$("input[name$='.text']").length).toBe(2);
  const rest = { days: "30", warrantyMonths: "12", validUntil: inTwoMonths, note: "含两次培训" };
  const wrong = await back.submit("发出报价", { "lines[1].text": "培训", ...rest }, "form#quote");
  expect(wrong.status).toBe(422);
  expect(wrong.text("[role=alert]")).toContain("第 2 项 价格");
  expect(wrong.$("input[name='lines[1].text']").attr("value")).toBe("培训");
  expect(wrong.$("input[name='lines[0].isEligible'][checked]").length).toBe(1);
  const late = await wrong.submit(
    "发出报价",
    { "lines[1].price": "３０００", ...rest, validUntil: "2020-01-01" },
    "form#quote",
  );
  expect([late.status, late.has("报价有效期不能早于今天")]).toEqual([409, true]);
  const sent = await late.submit("发出报价", { validUntil: inTwoMonths }, "form#quote");
  expect(sent.has("报价已发出。")).toBe(true);
  expect(sent.has("¥15,000")).toBe(true);
  expect(await newestNotice(browsers.enterprise2)).toContain("¥15,000");
});

test("a rival's quote, superseded by a better one", async () => {
  const { provider2 } = browsers;
  const offer = { days: "20", warrantyMonths: "24" };
  await sendQuote(provider2, enquiries.provider2 ?? "", { price: "19800", ...offer });
  const better = await sendQuote(provider2, enquiries.provider2 ?? "", { price: "18000", ...offer });
  expect(better.has("已被新报价取代")).toBe(true);
  expect(namesRivals(better, 1)).toBe(false);
  expect(better.html).not.toContain("15,000");
});

test("quotes stand side by side with what differs, and one is accepted with a step that names price and provider", async () => {
  const { enterprise2 } = browsers;
  const page = await enterprise2.get(compare);
  expect(page.has("问了 3 家，已收到 2 份报价")).toBe(true);
  expect(page.has("¥15,000 最低")).toBe(true);
  expect(page.has("比最低高 ¥3,000")).toBe(true);
  expect(page.has("24 个月 最长")).toBe(true);
  expect(page.has("¥12,000")).toBe(true);
  expect(page.has("¥19,800")).toBe(false);
  const confirm = await enterprise2.get(acceptLinks(page).get(nameOf(0)) ?? "");
  expect(confirm.text("#accept")).toContain(`您将接受${nameOf(0)}的报价：总价 ¥15,000，30 天交付`);
  expect(confirm.text("#accept")).toContain(nameOf(1));
  const silent = await confirm.submit("确认接受", { text: "" }, "#accept");
  expect([silent.status, silent.has("请给其他几家写一句话")]).toEqual([409, true]);
  const words = { reason: "price", text: "这次预算有限，期待以后合作。" };
  const [accepted, twice] = await Promise.all([
    confirm.submit("确认接受", words, "#accept"),
    confirm.submit("确认接受", words, "#accept"),
  ]);
  expect(accepted.path).toMatch(/^\/enterprise\/projects\/prj_/);
  expect(twice.path).toBe(accepted.path);
  project = accepted.path.split("/").at(-1) ?? "";
  expect(accepted.has("¥15,000")).toBe(true);
  expect(look.value("SELECT count(*) FROM project WHERE enquiryId = ?", enquiries.provider ?? "")).toBe("1");
});

test("the others are declined, each with the reason, and do not learn whom the enterprise chose", async () => {
  const { provider2, enterprise2 } = browsers;
  expect(await newestNotice(provider2)).toContain("这次预算有限");
  const lost = await provider2.get(`/provider/enquiries/${enquiries.provider2}`);
  expect(lost.has("结束原因：价格不合适")).toBe(true);
  expect(namesRivals(lost, 1)).toBe(false);
  expect((await provider2.get(`/provider/projects/${project}`)).status).toBe(404);
  const statuses = look.value(
    "SELECT group_concat(status) FROM (SELECT status FROM enquiry WHERE message = ? ORDER BY status)",
    message,
  );
  expect(statuses).toBe("accepted,declined,withdrawn");
  const page = await enterprise2.get(compare);
  expect(acceptLinks(page).size).toBe(0);
  expect((await page.follow("查看项目")).path).toBe(`/enterprise/projects/${project}`);
});

test("the work begins, is delivered, objected to, delivered again and accepted", async () => {
  const { provider, enterprise2 } = browsers;
  expect(await newestNotice(provider)).toContain("项目已建立");
  const [theirs, ours] = [`/provider/projects/${project}`, `/enterprise/projects/${project}`];
  const begun = await (await provider.get(theirs)).submit("登记开工", { on: today, text: "" });
  expect(begun.has("已登记开工")).toBe(true);
  const ahead = await begun.submit("报告交付", { on: inTwoMonths, text: "已上线" });
  expect([ahead.status, ahead.has("日期不能晚于今天")]).toEqual([409, true]);
  const stale = await enterprise2.get(ours);
  await ahead.submit("报告交付", { on: today, text: "已上线" });
  expect(await newestNotice(enterprise2)).toContain("服务商报告已交付，请验收");
  expect(stale.has("提出异议")).toBe(false);
  const wordless = await (await enterprise2.get(ours)).submit("提出异议", { reason: "incomplete", text: "" });
  expect(wordless.status).toBe(422);
  const objected = await wordless.submit("提出异议", { reason: "incomplete", text: "看板还没有装" });
  expect(objected.has("异议已发给服务商。")).toBe(true);
  expect(await newestNotice(provider)).toContain("看板还没有装");
  await (await provider.get(theirs)).submit("报告交付", { on: today, text: "看板已装好" });
  const delivered = await enterprise2.get(ours);
  const accepted = await delivered.submit("验收通过", { text: "可以用了" });
  expect(accepted.has("已验收，服务商会收到通知。")).toBe(true);
  expect(await newestNotice(provider)).toContain("项目已通过企业验收");
  expect((await delivered.submit("验收通过", { text: "" })).status).toBe(409);
  // The public page shows it at once: the memory of the catalogue and the kept pages move with it.
  const shown = await browsers.visitor.get(`/solutions/${slugs[0]}`);
  const row = look.row("SELECT acceptedProjects, medianDays FROM solution WHERE slug = ?", slugs[0] ?? "");
  expect(shown.html).toContain(`${row.acceptedProjects} 个`);
});

test("the enterprise rates once, the provider answers once, and the public reads both without the enterprise's name", async () => {
  const { provider, enterprise2, visitor } = browsers;
  const before = await visitor.get(`/solutions/${slugs[0]}`);
  expect(before.has("培训做得细，班组长都会用")).toBe(false);
  const page = await enterprise2.get(`/enterprise/projects/${project}`);
  const short = await page.submit("公开评价", { fit: "5", schedule: "3", service: "4", benefit: "4", text: "好" });
  expect([short.status, short.has("至少需要 10 个字")]).toEqual([422, true]);
  const rated = await short.submit("公开评价", { text: "培训做得细，班组长都会用，交付晚了两天。" });
  expect(rated.has("评价已公开，谢谢。")).toBe(true);
  expect(rated.$("#form-rate").length).toBe(0);
  const answering = await provider.get(`/provider/projects/${project}`);
  expect((await answering.submit("公开回应", { text: "谢谢，看板备件已补足。" })).has("回应已公开。")).toBe(true);
  expect((await answering.submit("公开回应", { text: "再说一次" })).status).toBe(409);
  const enterprise = look.value(
    "SELECT o.name FROM project p JOIN organisation o ON o.id = p.enterpriseId WHERE p.id = ?",
    project,
  );
  const providerSlug = look.value(
    "SELECT p.slug FROM solution s JOIN provider p ON p.organisationId = s.providerId WHERE s.slug = ?",
    slugs[0] ?? "",
  );
  for (const path of [`/solutions/${slugs[0]}`, `/providers/${providerSlug}`]) {
    const shown = await visitor.get(path);
    expect(shown.has("培训做得细，班组长都会用")).toBe(true);
    expect(shown.has("谢谢，看板备件已补足。")).toBe(true);
    expect(shown.has("3 分，一般")).toBe(true);
    expect(shown.html).not.toContain(enterprise);
  }
  expect((await visitor.get(`/solutions/${slugs[0]}`)).has(listed[0]?.title ?? "")).toBe(true);
});
