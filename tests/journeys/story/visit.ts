/** The expert arranges the visit, measures on site and reports; the park issues the report. */
import { expect, test } from "vitest";
import type { Page } from "../../world/browse";
import { answerEverySection, newestNotice } from "../../world/story";
import { caseLine, caseOf, TITLE, type Stage } from "./stage";

export function visit(stage: () => Stage): void {
  test("the expert arranges the visit and goes there", async () => {
    const { enterprise, expert } = stage();
    const page = await expert.get(caseOf(stage(), "expert"));
    const past = await page.submit("约定这个时间", { visitAt: "2020-05-06T09:30", visitNote: "带设备清单" });
    expect(past.status).toBe(409);
    expect(past.has("入企时间不能早于现在")).toBe(true);
    expect(past.$("input[name=visitNote]").attr("value")).toBe("带设备清单");
    const agreed = await past.submit("约定这个时间", { visitAt: "2030-05-06T09:30" });
    expect(agreed.has("入企时间已约定，已通知各方。")).toBe(true);
    expect(await newestNotice(enterprise)).toContain("2030");
    expect(await caseLine(stage())).toContain("已约定入企");
    const moved = await moveTheVisit(stage());
    expect(moved.has("入企时间已约定，已通知专家和园区。")).toBe(true);
    expect(await newestNotice(expert)).toContain("入企时间有变");
    const begun = await (await expert.get(caseOf(stage(), "expert"))).submit("已到现场，开始诊断");
    expect(begun.has("诊断已开始。请填写入企评测，再编制报告。")).toBe(true);
    expect(await caseLine(stage())).toContain("入企诊断中");
  });

  test("the expert measures on site", async () => {
    const { enterprise, expert } = stage();
    const begun = await (await expert.get(`${caseOf(stage(), "expert")}/assessment`)).submit("开始入企评测");
    const answered = await answerEverySection(await expert.get(`${begun.path}/equipment-system`), 2);
    expect((await answered.submit("完成评测")).has("评测已完成。")).toBe(true);
    expect(await newestNotice(enterprise)).toContain("入企评测已完成");
  });

  test("the expert writes the report and hands it in", async () => {
    const { park, enterprise, expert } = stage();
    const reportAt = `${caseOf(stage(), "expert")}/report`;
    const empty = await (await expert.get(caseOf(stage(), "expert"))).submit("开始编制报告");
    expect(empty.path).toBe(reportAt);
    const text = { summary: "先把排产管起来。", analysis: "计划靠经验。", targetLevel: "2" };
    await empty.submit("保存", text, "#report-text");
    const found = await (
      await expert.get(`${reportAt}?add=finding`)
    ).submit(
      "保存",
      { title: "插单后交期无法预计", scenarioKey: "planning", severity: "3", expectedGain: "交期准时率提高 15%" },
      "#new-finding",
    );
    const open = await found.follow("添加建议");
    const advised = await open.submit(
      "保存",
      {
        title: "先上轻量排产",
        scenarioKey: "planning",
        priority: "high",
        budgetMinFen: "10000",
        budgetMaxFen: "60000",
      },
      "#new-recommendation",
    );
    const picker = await (await advised.follow("选择方案")).submit("搜索方案", { q: "插单重排" }, "main");
    const named = await chooseSolution(picker, TITLE);
    expect(named.has("方案已加入。")).toBe(true);
    const handedIn = await (await expert.get(reportAt)).submit("提交园区审核");
    expect(handedIn.has("报告已提交园区审核。")).toBe(true);
    expect((await enterprise.get(`${stage().caseAt}/report`)).status).toBe(404);
    expect(await newestNotice(park)).toContain("有诊断报告等待审核");
  });

  test("the park issues it, and the enterprise reads it", async () => {
    const { park, enterprise } = stage();
    const issued = await (await park.get(`${caseOf(stage(), "park")}/report`)).submit("出具报告");
    expect(issued.has("报告已出具给企业。")).toBe(true);
    expect(await newestNotice(enterprise)).toContain("诊断报告已出具");
    expect(await caseLine(stage())).toMatch(/待企业确认.*等您处理/);
    const report = await enterprise.get(`${stage().caseAt}/report`);
    expect(report.has("插单后交期无法预计")).toBe(true);
    expect(report.has("先把排产管起来。")).toBe(true);
  });
}

/** The expert publishes a time ten days ahead, and the enterprise moves the visit to it. */
async function moveTheVisit({ enterprise, expert, caseAt }: Stage): Promise<Page> {
  const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const form = await expert.get("/expert/times");
  const published = await form.submit("公布", { day, start: "19:00", hours: "1", weeks: "2" });
  expect(published.has("已公布 2 段空闲时间。")).toBe(true);
  const again = await published.submit("公布", { day, start: "19:30", hours: "2", weeks: "1" });
  expect(again.status).toBe(409);
  expect(again.has("19:00–20:00 的时间重叠，请换一个时间")).toBe(true);
  expect(again.$("select[name=start] option[selected]").attr("value")).toBe("19:30");
  const offer = await (await enterprise.get(caseAt)).follow("改约时间");
  const slotId = offer.$("label:contains('19:00–20:00') input").first().attr("value") ?? "";
  const silent = await offer.submit("改到这个时间", { slotId, visitNote: "" });
  expect(silent.has("请选择适用于这一步的原因")).toBe(true);
  expect(silent.$(`input[value="${slotId}"]`).is("[checked]")).toBe(true);
  const moved = await silent.submit("改到这个时间", { slotId, reason: "production_peak", text: "当天赶货" });
  const file = await enterprise.send(`${caseAt}/visit.ics`);
  expect(await file.text()).toContain(`DTSTART:${day.replaceAll("-", "")}T110000Z`);
  return moved;
}

/** Presses the button in the row of this solution. */
function chooseSolution(picker: Page, title: string): Promise<Page> {
  const link = picker
    .$("a")
    .toArray()
    .find((one) => picker.$(one).text().trim() === title);
  const id = picker.$(link).closest("li").find("form").attr("id") ?? "";
  return picker.submit("选用", {}, `form[id="${id}"]`);
}
