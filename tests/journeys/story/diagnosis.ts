/** An enterprise registers, measures itself, and asks the park for a diagnosis. */
import { expect, test } from "vitest";
import { madeCreditCode } from "../../../cli/demo/credit-codes";
import type { Page } from "../../world/browse";
import { answerEverySection, newestNotice, registerAs } from "../../world/story";
import { caseLine, caseOf, ENTERPRISE, type Stage } from "./stage";

export function diagnosis(stage: () => Stage): void {
  test("registers and measures itself", async () => {
    const { enterprise } = stage();
    const desk = await registerAs(enterprise, "enterprise", {
      ...{ organisationName: ENTERPRISE, creditCode: madeCreditCode(900_002) },
      ...{ name: "秦溪", mobile: "13979100001" },
    });
    expect(desk.path).toBe("/enterprise");
    expect(desk.has("注册成功。下一步：做一次自评，看看处在哪一级。")).toBe(true);

    const begun = await (await enterprise.get("/enterprise/assessments")).submit("开始自评");
    expect(begun.has("还有 31 题未答，答完才能完成评测。")).toBe(true);
    const answered = await answerEverySection(await enterprise.get(`${begun.path}/equipment-system`), 1);
    const result = await answered.submit("完成评测");
    expect(result.has("评测已完成。")).toBe(true);
    expect(result.text("main")).toMatch(/离.+还差什么/);
    expect(result.text("main")).toMatch(/还差 \d+ 个场景达到 \d 级|分数还差/);
  });

  test("asks, in its own words", async () => {
    const { park, enterprise } = stage();
    const page = await enterprise.get("/enterprise/diagnoses/new");
    const asked = await page.submit("提交申请", {
      ...{ contactName: "秦溪", contactPhone: "13979100001", need: "插单一多，交期就说不准。" },
      ...{ scenarios: ["planning"], suitableTimes: "周二上午" },
    });
    stage().caseAt = asked.path;
    expect(asked.has("申请已提交，园区已收到通知。")).toBe(true);
    expect(await caseLine(stage())).toMatch(/待受理.*由小蓝.*处理.*承诺 .+前完成/);
    expect(await newestNotice(park)).toContain(`${ENTERPRISE}申请入企诊断`);
  });

  test("the park accepts and sends the expert", async () => {
    const { park, enterprise, expert } = stage();
    const accepted = await (await park.get(caseOf(stage(), "park"))).submit("受理");
    expect(accepted.has("已受理，请派出专家。")).toBe(true);
    expect(await newestNotice(enterprise)).toContain("诊断申请已受理");
    const me = (await expert.get("/account")).text("main dl");
    const row = accepted
      .$("input[name=expertUserId]")
      .toArray()
      .find((one) => me.includes(nameBeside(accepted, one)));
    const expertUserId = accepted.$(row).attr("value") ?? "";
    const sent = await accepted.submit("派出专家", { expertUserId, text: "请先看注塑车间" }, "form#assign");
    expect(sent.has("专家已派出，已通知专家和企业。")).toBe(true);
    expect(await newestNotice(expert)).toContain("您有新的诊断任务");
    expect(await caseLine(stage())).toContain("已派专家");
  });
}

function nameBeside(page: Page, input: Parameters<Page["$"]>[0]): string {
  return page.$(input).closest("label").find("strong, b, .font-semibold").first().text().trim();
}
