/** A provider comes in: registered, told what is missing, returned on one point, mended, approved; a colleague asks to join. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoPassword } from "#db/vocabulary/demo-logins";
import { madeCreditCode } from "../../cli/demo/credit-codes";
import { openBrowser, signIn, type Browser } from "../world/browse";
import { aHugePng, aPdf, aPicture, aPngWithScript, aZipBomb, SVG_WITH_SCRIPT } from "../world/files";
import { chosen, sendProfile, showRequired } from "../world/onboarding";
import { startServer, type TestServer } from "../world/server";
import { newestNotice, PASSWORD, registerAs } from "../world/story";

const NAME = "江西槐安数智有限公司";
const CODE = madeCreditCode(900_071);
const CHECKLIST = "/provider/onboarding";

let server: TestServer;
let provider: Browser;
let park: Browser;
let colleague: Browser;

beforeAll(async () => {
  server = await startServer();
  [provider, park, colleague] = [openBrowser(server.url), openBrowser(server.url), openBrowser(server.url)];
  await signIn(park, "park@demo.shuzhen.example", demoPassword);
});

afterAll(() => server.stop());

describe("onboarding", () => {
  test("registration leads to a list that says what is missing and why", async () => {
    const steps = await registerAs(provider, "provider", {
      ...{ organisationName: NAME, creditCode: CODE, name: "槐一", email: "huai@huaian.example" },
    });
    expect(steps.path).toBe(CHECKLIST);
    expect(steps.has("还缺：单位介绍、成立日期、员工人数、覆盖场景、省内服务点、联系人和联系电话")).toBe(true);
    expect(steps.has("企业先看您是谁、做什么、在本省有没有人")).toBe(true);
    const desk = await provider.get("/provider");
    expect(desk.has("已完成 0 步，共 4 步")).toBe(true);
    expect(desk.has("接下来：完善资料、证明资质和发布第一个方案")).toBe(true);
  });

  test("a profile without its qualifications is saved and not sent", async () => {
    const answer = await sendProfile(provider, {
      ...{ summary: "给中小工厂做设备联网。", contactName: "槐一", scenarios: ["equipment"] },
    });
    expect(answer.path).toBe(CHECKLIST);
    expect(answer.has("资料已保存，但还没有提交：请先补全下面的必需资质。")).toBe(true);
    expect((await park.get("/park/moderation")).has(NAME)).toBe(false);
  });

  test("handed in, and each qualification is judged alone", async () => {
    await showRequired(provider);
    const handedIn = await (await provider.get(CHECKLIST)).submit("提交园区审核");
    expect(handedIn.has("资料已提交，等待园区审核。")).toBe(true);

    let subject = await (await park.get("/park/moderation")).follow(NAME);
    expect(subject.has("营业执照.pdf")).toBe(true);
    const early = await subject.submit("确认决定", { decision: "approved" }, "form#decide");
    expect(early.status).toBe(409);
    expect(early.has("必需的资质还没有全部通过，不能通过服务商资料。")).toBe(true);

    subject = await early.submit("确认“主体登记”", { verdict: "passed" }, "form#judge-registration");
    subject = await subject.submit("确认“数据安全”", { verdict: "passed" }, "form#judge-security");
    const blind = await subject.submit("确认“实施经验”", { verdict: "returned" }, "form#judge-experience");
    expect(blind.status).toBe(422);
    expect(blind.has("请写明理由，对方才知道怎么办")).toBe(true);
    const words = { verdict: "returned", reason: "incomplete", text: "请补充一个已验收的项目。" };
    subject = await blind.submit("确认“实施经验”", words, "form#judge-experience");
    const grounds = { decision: "changes_requested", reason: "credentials_missing", text: "请看实施经验一项。" };
    await subject.submit("确认决定", grounds, "form#decide");
    expect(await newestNotice(provider)).toContain("请看实施经验一项。");
  });

  test("what is returned is mended, what passed stays passed, and the provider is approved", async () => {
    const steps = await provider.get(CHECKLIST);
    expect([steps.has("已退回"), steps.has("提交园区审核")]).toEqual([true, false]);
    const page = await steps.follow("实施经验");
    expect(page.has("请补充一个已验收的项目。")).toBe(true);
    await page.submit("保存", { statement: "为一家电子厂上线设备联网，已验收。" }, "form#qualification");
    await (await provider.get(CHECKLIST)).submit("提交园区审核");

    let subject = await (await park.get("/park/moderation")).follow(NAME);
    expect(subject.$("form[id^=judge-]:not(details form)").length).toBe(1);
    subject = await subject.submit("确认“实施经验”", { verdict: "passed" }, "form#judge-experience");
    const decided = await subject.submit("确认决定", { decision: "approved" }, "form#decide");
    expect(decided.has("已通过，并已通知对方。")).toBe(true);
    expect((await provider.get("/provider")).has("已完成 3 步，共 4 步")).toBe(true);
  });
});

describe("files", () => {
  test("a logo is shown on the public page in two sizes, and nothing that hid in it", async () => {
    const page = await provider.get("/provider/logo");
    const saved = await page.submit("上传标识", { file: chosen(await aPngWithScript(), "标识.png") }, "form#logo");
    expect(saved.has("标识已更新")).toBe(true);
    const at = saved.$("main img").attr("src") ?? "";
    const answer = await openBrowser(server.url).send(at);
    expect(answer.headers.get("Content-Type")).toBe("image/webp");
    expect(answer.headers.get("Cache-Control")).toContain("immutable");
    expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(Buffer.from(await answer.arrayBuffer()).includes("script")).toBe(false);
    const known = { headers: { "If-None-Match": answer.headers.get("ETag") ?? "" } };
    expect((await openBrowser(server.url).send(at, known)).status).toBe(304);
    const own = (await provider.get("/provider/profile")).$("a[href^='/providers/']").attr("href") ?? "";
    expect((await openBrowser(server.url).get(own)).$(`img[src='${at}']`).attr("alt")).toBe(`${NAME}的标识`);
  });

  test.each([
    ["a drawing with a script", SVG_WITH_SCRIPT, "标识.png", "不接受 SVG：它可能夹带脚本"],
    ["a picture of a hundred megapixels", aHugePng(), "标识.png", "图片的像素太多"],
    ["a ZIP that calls itself a picture", aZipBomb(20_000_000), "标识.png", "只接受 PNG、JPEG、WebP 图片和 PDF"],
    ["a paper where a picture belongs", aPdf(), "标识.png", "这里只接受图片"],
    ["25 MB", randomBytes(25_000_000), "标识.png", "文件太大：图片最大 10 MB，PDF 最大 20 MB"],
    ["nothing", Buffer.alloc(0), "标识.png", "这个文件是空的"],
  ])("%s is refused with a sentence, and the logo stays", async (_, bytes, name, sentence) => {
    const page = await provider.get("/provider/logo");
    const before = page.$("main img").attr("src");
    const answer = await page.submit("上传标识", { file: chosen(bytes, name) }, "form#logo");
    expect([413, 422]).toContain(answer.status);
    expect(answer.has(sentence)).toBe(true);
    expect((await provider.get("/provider/logo")).$("main img").attr("src")).toBe(before);
  });

  test("evidence is downloaded under its Chinese name by its owner and the park, and by nobody else", async () => {
    const page = await provider.get("/provider/qualifications/registration");
    const at = page.$("main a[download]").attr("href") ?? "";
    for (const browser of [provider, park]) {
      const answer = await browser.send(at);
      expect(answer.status).toBe(200);
      const name = encodeURIComponent("营业执照.pdf");
      expect(answer.headers.get("Content-Disposition")).toBe(
        `attachment; filename="____.pdf"; filename*=UTF-8''${name}`,
      );
      expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
      expect(Buffer.from(await answer.arrayBuffer()).equals(aPdf())).toBe(true);
    }
    const rival = openBrowser(server.url);
    await signIn(rival, "provider2@demo.shuzhen.example", demoPassword);
    for (const browser of [rival, openBrowser(server.url)]) expect((await browser.send(at)).status).toBe(404);
  });

  test("pictures of a draft are the owner's alone until the version is approved", async () => {
    const draft = await (
      await provider.get("/provider/solutions/new")
    ).submit("创建草稿", {
      ...{ title: "设备联网一周通", summary: "老设备也能联网。" },
    });
    const media = await provider.get(`${draft.path}/media`);
    const silent = await media.submit("上传", { file: chosen(await aPicture(), "界面.png") }, "form#add-file");
    expect(silent.status).toBe(422);
    const added = await media.submit(
      "上传",
      { file: chosen(await aPicture(), "界面.png"), caption: "设备状态看板" },
      "form#add-file",
    );
    expect(added.has("文件已添加")).toBe(true);
    const at = added.$("main img").attr("src") ?? "";
    expect(added.$("main img").attr("alt")).toBe("设备状态看板");
    expect((await provider.send(at)).status).toBe(200);
    for (const browser of [park, openBrowser(server.url)]) expect((await browser.send(at)).status).toBe(404);
  });
});

describe("a team", () => {
  const newcomer = { organisationName: NAME, creditCode: CODE, name: "槐二", email: "er@huaian.example" };

  test("the same credit code makes no second organisation: a question to the owners, who are not named", async () => {
    const refused = await registerAs(colleague, "provider", newcomer);
    expect(refused.status).toBe(409);
    expect(refused.has("您的单位已经注册")).toBe(true);
    expect(refused.has("槐一")).toBe(false);
    const again = { password: PASSWORD, message: "实施部，请同意" };
    const asked = await refused.submit("开通账号并申请加入", again, "form#register");
    expect(asked.path).toBe("/account/organisation");
    expect([asked.has("申请已发出"), asked.has("等待答复的申请"), asked.has("槐一")]).toEqual([true, true, false]);
    expect((await colleague.get("/provider")).status).toBe(404);
  });

  test("an owner lets the colleague in, then hands over with the password", async () => {
    expect(await newestNotice(provider)).toContain("槐二申请加入");
    const team = await (await provider.get("/account/organisation")).submit("同意", {}, "#requests");
    expect(team.has("已同意，对方已成为成员。")).toBe(true);
    expect((await colleague.get("/provider")).status).toBe(200);
    expect((await colleague.get("/account/organisation/handover")).status).toBe(404);

    const page = await provider.get("/account/organisation/handover");
    const to = page.$("select[name=userId] option[value^=usr_]").attr("value") ?? "";
    const wrong = await page.submit("确认移交", { userId: to, password: "不是我的密码" }, "form#handover");
    expect(wrong.has("现在的密码不正确")).toBe(true);
    const done = await wrong.submit("确认移交", { userId: to, password: PASSWORD }, "form#handover");
    expect(done.has("所有权已移交。")).toBe(true);
    expect((await colleague.get("/account/organisation/handover")).status).toBe(200);
  });

  test("the log says all of it in words, the newest first", async () => {
    const log = await colleague.get("/account/organisation/log");
    const lines = log
      .$("main ol li span")
      .map((_, line) => log.$(line).text())
      .get();
    expect(lines.slice(0, 3)).toEqual(["槐一把所有权移交给槐二", "槐一同意了槐二的加入申请", "槐二申请加入"]);
    expect(lines).toContain("园区退回了资质“实施经验”");
    expect(lines.at(-1)).toBe("槐一注册了本单位");
  });
});
