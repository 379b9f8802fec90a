/** Registered, told what is missing, returned on one qualification, mended, approved. */
import { expect, test } from "vitest";
import { madeCreditCode } from "../../../cli/demo/credit-codes";
import { sendProfile, showRequired } from "../../world/onboarding";
import { decide } from "../../world/solutions";
import { newestNotice, registerAs } from "../../world/story";
import { PROVIDER, type Stage } from "./stage";

const CHECKLIST = "/provider/onboarding";
const ASKED_FOR = "请补充一个已验收的项目，写明企业所在行业。";

export function newcomer(stage: () => Stage): void {
  let reviewAt = "";
  let publicAt = "";

  test("registers, and reads what is missing and why", async () => {
    const { provider, look, visitor } = stage();
    const steps = await registerAs(provider, "provider", {
      ...{ organisationName: PROVIDER, creditCode: madeCreditCode(900_181) },
      ...{ name: "梧一", email: "wu@wutongli.example" },
    });
    expect(steps.path).toBe(CHECKLIST);
    expect(steps.has("还缺：单位介绍、成立日期、员工人数、覆盖场景、省内服务点、联系人和联系电话")).toBe(true);
    expect(steps.has("企业先看您是谁、做什么、在本省有没有人")).toBe(true);
    expect(steps.has("提交园区审核")).toBe(false);
    const slug = look.value(
      "SELECT p.slug FROM provider p JOIN organisation o ON o.id = p.organisationId WHERE o.name = ?",
      PROVIDER,
    );
    publicAt = `/providers/${slug}`;
    expect((await visitor.get(publicAt)).status).toBe(404);
  });

  test("hands in its profile and its qualifications, and only its own park hears of it", async () => {
    const { provider, park, park2 } = stage();
    const early = await sendProfile(provider, {
      ...{ summary: "给换模频繁的小厂做排产。", contactName: "梧一", scenarios: ["planning"] },
    });
    expect(early.has("资料已保存，但还没有提交：请先补全下面的必需资质。")).toBe(true);
    expect((await park.get("/park/moderation")).has(PROVIDER)).toBe(false);
    await showRequired(provider);
    const handedIn = await (await provider.get(CHECKLIST)).submit("提交园区审核");
    expect(handedIn.has("资料已提交，等待园区审核。")).toBe(true);
    expect(await newestNotice(park)).toContain(`${PROVIDER}提交了服务商资料，请审核。`);
    const review = await (await park.get("/park/moderation")).follow(PROVIDER);
    reviewAt = review.path.split("?")[0] ?? "";
    expect((await park2.get(reviewAt)).status).toBe(404);
  });

  test("the park passes two qualifications and returns one, with the reason", async () => {
    const { provider, park } = stage();
    let review = await park.get(reviewAt);
    review = await review.submit("确认“主体登记”", { verdict: "passed" }, "form#judge-registration");
    review = await review.submit("确认“数据安全”", { verdict: "passed" }, "form#judge-security");
    const grounds = { verdict: "returned", reason: "incomplete", text: ASKED_FOR };
    review = await review.submit("确认“实施经验”", grounds, "form#judge-experience");
    const hasty = await decide(review, { decision: "approved" });
    expect([hasty.status, hasty.has("必需的资质还没有全部通过，不能通过服务商资料。")]).toEqual([409, true]);
    const words = { decision: "changes_requested", reason: "credentials_missing", text: "请看实施经验一项。" };
    expect((await decide(hasty, words)).has("已请对方修改，并已通知对方。")).toBe(true);

    expect(await newestNotice(provider)).toContain("请看实施经验一项。");
    const steps = await provider.get(CHECKLIST);
    expect([steps.has("已退回"), steps.has("提交园区审核")]).toEqual([true, false]);
    expect((await provider.get("/provider")).has("园区请您修改服务商资料")).toBe(true);
  });

  test("the provider mends that one alone, is approved, and stands in public at the next request", async () => {
    const { provider, park, visitor } = stage();
    const returned = await (await provider.get(CHECKLIST)).follow("实施经验");
    expect(returned.has(ASKED_FOR)).toBe(true);
    await returned.submit("保存", { statement: "为一家电子厂上线排产，已验收。" }, "form#qualification");
    await (await provider.get(CHECKLIST)).submit("提交园区审核");

    const review = await park.get(reviewAt);
    expect(review.$("form[id^=judge-]:not(details form)").attr("id")).toBe("judge-experience");
    expect(review.$("form[id^=judge-]:not(details form)")).toHaveLength(1);
    const judged = await review.submit("确认“实施经验”", { verdict: "passed" }, "form#judge-experience");
    expect((await visitor.get(publicAt)).status).toBe(404);
    expect((await decide(judged, { decision: "approved" })).has("已通过，并已通知对方。")).toBe(true);
    expect(await newestNotice(provider)).toContain("已通过贵单位的服务商资料");
    const desk = await provider.get("/provider");
    expect([desk.has("已完成 3 步，共 4 步"), desk.has("发布第一个解决方案")]).toEqual([true, true]);
    expect((await visitor.get(publicAt)).heading).toContain(PROVIDER);
  });
}
