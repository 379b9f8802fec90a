/** A provider registers, is approved, and lists a solution that the park sends back once. */
import { expect, test } from "vitest";
import { madeCreditCode } from "../../../cli/demo/credit-codes";
import { openBrowser } from "../../world/browse";
import type { Fields } from "../../world/html-form";
import { newestNotice, registerAs } from "../../world/story";
import { PROVIDER, TITLE, type Stage } from "./stage";

export function listing(stage: () => Stage): void {
  let at = "";

  test("registers and is led to its profile", async () => {
    const { provider } = stage();
    const profile = await registerAs(provider, "provider", {
      ...{ organisationName: PROVIDER, creditCode: madeCreditCode(900_001) },
      ...{ name: "温枣", email: "zao@zaoyuan.example" },
    });
    expect(profile.path).toBe("/provider/profile");
    expect(profile.has("注册成功。下一步：完善资料并提交园区审核。")).toBe(true);
    expect(profile.has("待审核")).toBe(true);
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
    const profile = await provider.get("/provider/profile");
    const handedIn = await profile.submit(
      "保存并提交审核",
      {
        ...{ summary: "给中小工厂做轻量排产。", foundedOn: "2019-06-18", staff: "36", localOffice: "南昌小蓝软件园" },
        ...{ contactName: "温枣", contactPhone: "0791-85550123", scenarios: ["planning", "production_control"] },
      },
      "form#profile",
    );
    expect(handedIn.has("资料已提交，等待园区审核。")).toBe(true);
    expect(await newestNotice(park)).toContain(`${PROVIDER}提交了服务商资料，请审核。`);

    const queue = await park.get("/park/moderation");
    const subject = await queue.follow(PROVIDER);
    const decided = await subject.submit("确认决定", { decision: "approved" }, "form#decide");
    expect(decided.has("已通过，并已通知对方。")).toBe(true);
    expect(await newestNotice(provider)).toContain("已通过贵单位的服务商资料");
    expect((await provider.get("/provider/profile")).has("已开通")).toBe(true);
  });

  test("written section by section", async () => {
    const { provider } = stage();
    const page = await provider.get("/provider/solutions/new");
    const draft = await page.submit("创建草稿", { title: TITLE, summary: "插单之后十分钟重排完，交期说得准。" });
    at = draft.path;
    expect(draft.has("草稿")).toBe(true);
    let section = await provider.get(`${at}/functions`);
    const fill: Fields[] = [
      { painPoints: "插单多\n交期算不准", functions: "有限产能排产\n插单模拟", description: "先接订单，再接设备。" },
      { scenarios: ["planning"], industries: ["C36"] },
      { deployment: ["saas"], priceModel: "subscription", priceMinFen: "12800", priceMaxFen: "36000" },
      { deployDays: "21", levelFrom: "1", levelTo: "2" },
      { dataExport: "随时导出 CSV", security: "数据存放在省内机房，每日备份" },
    ];
    for (const fields of fill) {
      section = await section.submit("保存并继续", fields, "main form");
      expect(section.has("已保存")).toBe(true);
    }
    expect(section.path).toBe(`${at}/proof`);
    const whole = await section.submit("保存并返回", { service: "4 小时内响应", keywords: "插单，重排" }, "main form");
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
