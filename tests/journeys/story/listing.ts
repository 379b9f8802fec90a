/** A provider registers, is approved, and lists a solution that the park sends back once. */
import { expect, test } from "vitest";
import { madeCreditCode } from "../../../cli/demo/credit-codes";
import { openBrowser } from "../../world/browse";
import { passRequired, sendProfile, showRequired } from "../../world/onboarding";
import { writeSolution } from "../../world/solutions";
import { newestNotice, registerAs } from "../../world/story";
import { PROVIDER, TITLE, type Stage } from "./stage";

export function listing(stage: () => Stage): void {
  let at = "";

  test("registers and is led to the list of what is to be done", async () => {
    const { provider } = stage();
    const steps = await registerAs(provider, "provider", {
      ...{ organisationName: PROVIDER, creditCode: madeCreditCode(900_001) },
      ...{ name: "温枣", email: "zao@zaoyuan.example" },
    });
    expect(steps.path).toBe("/provider/onboarding");
    expect(steps.has("注册成功。下一步：按下面的清单完善资料和资质。")).toBe(true);
    expect(steps.has("待审核")).toBe(true);
  });

  test("is told what its profile lacks, and keeps what it typed", async () => {
    const { provider } = stage();
    const profile = await provider.get("/provider/profile");
    const answer = await profile.submit("保存并提交审核", { summary: "给中小工厂做轻量排产。" }, "form#profile");
    expect(answer.status).toBe(422);
    expect(answer.has("已保存。提交审核前请补全下列内容。")).toBe(true);
    expect(answer.text("textarea[name=summary]")).toBe("给中小工厂做轻量排产。");
  });

  test("hands its profile in, and the park approves it", async () => {
    const { provider, park } = stage();
    const saved = await sendProfile(provider, {
      ...{ summary: "给中小工厂做轻量排产。", contactName: "温枣", scenarios: ["planning", "production_control"] },
    });
    expect(saved.has("资料已保存，但还没有提交：请先补全下面的必需资质。")).toBe(true);
    await showRequired(provider);
    const handedIn = await (await provider.get("/provider/onboarding")).submit("提交园区审核");
    expect(handedIn.has("资料已提交，等待园区审核。")).toBe(true);
    expect(await newestNotice(park)).toContain(`${PROVIDER}提交了服务商资料，请审核。`);

    const queue = await park.get("/park/moderation");
    await passRequired(await queue.follow(PROVIDER));
    const subject = await queue.follow(PROVIDER);
    const decided = await subject.submit("确认决定", { decision: "approved" }, "form#decide");
    expect(decided.has("已通过，并已通知对方。")).toBe(true);
    expect(await newestNotice(provider)).toContain("已通过贵单位的服务商资料");
    expect((await provider.get("/provider/profile")).has("已开通")).toBe(true);
  });

  test("written section by section", async () => {
    const { provider } = stage();
    const whole = await writeSolution(provider, {
      basics: { title: TITLE, summary: "插单之后十分钟重排完，交期说得准。" },
      functions: { painPoints: "插单多\n交期算不准", functions: "有限产能排产\n插单模拟" },
      proof: { service: "4 小时内响应", keywords: "插单，重排" },
    });
    at = whole.path;
    expect(whole.has("草稿")).toBe(true);
    expect(whole.has("内容已完整，可以提交审核。")).toBe(true);
  });

  test("seen as readers will see it, and handed in", async () => {
    const { provider, park } = stage();
    const preview = await provider.get(`${at}/preview`);
    expect(preview.has("只有贵单位能看到这个页面")).toBe(true);
    expect(preview.has("有限产能排产")).toBe(true);
    const handedIn = await (await provider.get(at)).submit("提交审核");
    expect(handedIn.has("已提交，等待园区审核。")).toBe(true);
    expect(await newestNotice(park)).toContain(TITLE);
    expect((await openBrowser(stage().url).get(`/solutions?q=${TITLE}`)).html).not.toContain(`>${TITLE}<`);
  });

  test("sent back with a reason, changed, and approved", async () => {
    const { provider, park } = stage();
    const subject = await (await park.get("/park/moderation")).follow(TITLE);
    const blind = await subject.submit("确认决定", { decision: "changes_requested", text: "" }, "form#decide");
    expect(blind.status).toBe(422);
    const grounds = { decision: "changes_requested", reason: "price_unclear", text: "请写明首年总费用。" };
    expect((await blind.submit("确认决定", grounds, "form#decide")).has("已请对方修改，并已通知对方。")).toBe(true);

    expect(await newestNotice(provider)).toContain("请写明首年总费用。");
    const returned = await provider.get(at);
    expect(returned.has("价格不清")).toBe(true);
    expect(returned.has("园区请您修改。改好相应部分后重新提交。")).toBe(true);
    const price = await provider.get(`${at}/price`);
    const saved = await price.submit("保存并返回", { firstYearCostFen: "15800" }, "main form");
    expect((await saved.submit("提交审核")).has("已提交，等待园区审核。")).toBe(true);

    const again = await (await park.get("/park/moderation")).follow(TITLE);
    expect(
      (await again.submit("确认决定", { decision: "approved" }, "form#decide")).has("已通过，并已通知对方。"),
    ).toBe(true);
    expect((await provider.get(at)).has("已发布")).toBe(true);
  });

  test("found by readers and machines", async () => {
    const visitor = openBrowser(stage().url);
    const list = await visitor.get("/solutions?q=插单重排");
    const shown = await list.follow(TITLE);
    expect(shown.status).toBe(200);
    expect(shown.has(PROVIDER)).toBe(true);
    const answer: unknown = await (await visitor.send("/api/v1/solutions?q=插单重排")).json();
    expect(answer).toEqual(
      expect.objectContaining({
        items: expect.arrayContaining([
          expect.objectContaining({ title: TITLE, priceYuan: { min: 12_800, max: 36_000 }, deployDays: 21 }),
        ]),
      }),
    );
  });
}
