/** From the start of the work to its rating, and what the public reads of it at the next request. */
import { expect, test } from "vitest";
import { today } from "../../world/quotes";
import { newestNotice } from "../../world/story";
import { PROVIDER, TITLE, type Stage } from "./stage";

const SAID = "排产员两天就学会了，换模次数少了一截。";
const ANSWERED = "谢谢，下个月再来看一次。";

export function proof(stage: () => Stage): void {
  const own = () => `/provider/projects/${stage().projectId}`;
  const theirs = () => `/enterprise/projects/${stage().projectId}`;
  const providerAt = () =>
    `/providers/${stage().look.value(
      "SELECT p.slug FROM provider p JOIN organisation o ON o.id = p.organisationId WHERE o.name = ?",
      PROVIDER,
    )}`;
  const publicPages = async () => [
    await stage().visitor.get(stage().publicAt),
    await stage().visitor.get(providerAt()),
  ];

  test("the provider's desk says there is work to go on with; it starts and reports the delivery", async () => {
    const { provider, enterprise } = stage();
    const desk = await provider.get("/provider");
    const list = await desk.follow("1 个项目等您登记开工或报告交付");
    const contracted = await list.follow(TITLE);
    expect([contracted.path, contracted.has("已签约，待开工")]).toEqual([own(), true]);
    expect((await enterprise.get(theirs())).has("等服务商开工。")).toBe(true);
    const begun = await contracted.submit("登记开工", { on: today, text: "" });
    expect([begun.has("已登记开工"), begun.has("实施中")]).toEqual([true, true]);
    expect(await newestNotice(enterprise)).toContain(`${PROVIDER}已开始实施“${TITLE}”`);
    expect((await enterprise.get(theirs())).has("验收通过")).toBe(false);

    const delivered = await begun.submit("报告交付", { on: today, text: "两条线已上线" });
    expect(delivered.has("已报告交付，等企业验收。")).toBe(true);
    expect(await newestNotice(enterprise)).toContain("服务商报告已交付，请验收");
    expect((await provider.get("/provider")).has("登记开工或报告交付")).toBe(false);
  });

  test("the enterprise accepts, and the public counts one accepted project at once", async () => {
    const { provider, enterprise } = stage();
    for (const page of await publicPages()) expect(page.text("main .panel")).toContain("暂无验收项目");
    expect((await enterprise.get("/enterprise")).text()).toMatch(/有 \d+ 个项目已交付，等您验收/);
    const page = await enterprise.get(theirs());
    expect(page.has("评价这个项目")).toBe(false);
    const accepted = await page.submit("验收通过", { text: "可以用了" });
    expect([accepted.has("已验收，服务商会收到通知。"), accepted.has("评价这个项目")]).toEqual([true, true]);
    expect(await newestNotice(provider)).toContain("项目已通过企业验收");
    for (const shown of await publicPages()) {
      expect(shown.text("main .panel")).toContain("1 个项目已验收");
      expect(shown.text("main .panel")).not.toContain("暂无验收项目");
      expect(shown.has(SAID)).toBe(false);
    }
    const [solution] = await publicPages();
    expect(solution?.text("main .panel")).toContain("1 天部署1 个验收项目的中位数");
  });

  test("nobody but the enterprise rates; it does once, and the provider answers once", async () => {
    const { provider, rivals, enterprise } = stage();
    const points = { fit: "5", schedule: "3", service: "4", benefit: "4" };
    const posted = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });
    const rate = posted({ intent: "rate", ...points, text: SAID });
    for (const browser of [provider, ...rivals.map((rival) => rival.browser)]) {
      expect((await browser.send(theirs(), rate)).status).toBe(404);
    }

    const form = await enterprise.get(theirs());
    const rated = await form.submit("公开评价", { ...points, text: SAID });
    expect(rated.has("评价已公开，谢谢。")).toBe(true);
    const again = await form.submit("公开评价", { ...points, text: "换一种说法再评价一次这个项目。" });
    expect([again.status, again.has("贵单位已经评价过这个方案。")]).toEqual([409, true]);
    expect(await newestNotice(provider)).toContain(SAID);
    for (const { browser } of rivals) {
      expect((await browser.send(own(), posted({ intent: "answer", text: ANSWERED }))).status).toBe(404);
    }
    const answering = await provider.get(own());
    expect((await answering.submit("公开回应", { text: ANSWERED })).has("回应已公开。")).toBe(true);
    expect((await answering.submit("公开回应", { text: "再说一次。" })).status).toBe(409);
    expect(await newestNotice(enterprise)).toContain(ANSWERED);
  });

  test("the public reads both at the next request, with the count, without a mean and without the enterprise's name", async () => {
    const { look, projectId } = stage();
    const buyer = "SELECT o.name FROM project p JOIN organisation o ON o.id = p.enterpriseId WHERE p.id = ?";
    for (const page of await publicPages()) {
      for (const words of [SAID, ANSWERED, "企业评价（1 条）", "3 分，一般"]) expect(page.has(words)).toBe(true);
      expect(page.text("main")).not.toMatch(/平均 \d/);
      expect(page.html).not.toContain(look.value(buyer, projectId));
    }
  });
}
