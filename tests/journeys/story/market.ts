/** From a recommendation to a solution, its provider, and an answer; then the case is closed. */
import { expect, test } from "vitest";
import { newestNotice } from "../../world/story";
import { caseLine, caseOf, ENTERPRISE, TITLE, type Stage } from "./stage";

export function market(stage: () => Stage): void {
  test("the recommendation leads to solutions with reasons, and to the provider", async () => {
    const { provider, enterprise } = stage();
    const advice = await (await enterprise.get(`${stage().caseAt}/report`)).follow("查看适合的方案");
    expect(advice.path).toMatch(/^\/enterprise\/recommendations\/rec_/);
    expect(advice.has(TITLE)).toBe(true);
    expect(advice.has("针对您需要的“")).toBe(true);
    expect(advice.has("的预算之内")).toBe(true);
    const slug = advice
      .$("a")
      .toArray()
      .find((link) => advice.$(link).text().trim() === TITLE);
    const solution = advice.$(slug).attr("href")?.split("/").at(-1) ?? "";
    const id = advice.path.split("/").at(-1) ?? "";
    const ask = await enterprise.get(`/enterprise/enquiries/new?solution=${solution}&recommendation=${id}`);
    expect(ask.$("textarea[name=message]").text()).toContain("先上轻量排产");
    const sent = await ask.submit("发送咨询", { contactName: "秦溪", contactPhone: "13979100001" }, "form#enquiry");
    expect(sent.has("咨询已发出，服务商答复后会通知您。")).toBe(true);
    expect((await enterprise.get(advice.path)).has("已对接")).toBe(true);
    expect(await newestNotice(provider)).toContain(`${ENTERPRISE}咨询了解决方案“${TITLE}”`);
  });

  test("the provider answers with a quote, in English", async () => {
    const { provider: english, enterprise } = stage();
    await english.send("/preferences", { method: "POST", body: new URLSearchParams({ lang: "en", to: "/provider" }) });
    const desk = await english.get("/provider/enquiries");
    expect(desk.$("html").attr("lang")).toBe("en");
    const enquiry = await desk.follow(TITLE);
    const form = await enquiry.follow("Write a quote");
    const until = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const quoted = await form.submit(
      "Send the quote",
      {
        ...{ "lines[0].text": "Software and set-up", "lines[0].price": "15800", days: "21", warrantyMonths: "12" },
        ...{ validUntil: until, note: "First the orders, then the machines." },
      },
      "form#quote",
    );
    expect(quoted.status).toBe(200);
    expect(quoted.has("Your quote has been sent.")).toBe(true);
    expect(await newestNotice(enterprise)).toContain("服务商已报价");
    const seen = await (await enterprise.get("/enterprise/enquiries")).follow(TITLE);
    expect(seen.has("First the orders, then the machines.")).toBe(true);
    expect(seen.text("main")).toMatch(/15,800/);
  });

  test("the enterprise confirms, and the park closes the case", async () => {
    const { park, enterprise, expert } = stage();
    const confirmed = await (await enterprise.get(stage().caseAt)).submit("确认报告", { note: "说得很清楚" });
    expect(confirmed.has("报告已确认，谢谢。")).toBe(true);
    expect(await newestNotice(expert)).toContain("企业已确认诊断报告");
    const closed = await (await park.get(caseOf(stage(), "park"))).submit("归档");
    expect(closed.has("诊断已归档。")).toBe(true);
    expect(await caseLine(stage())).toContain("已归档");
    expect(await newestNotice(enterprise)).toContain("诊断已归档");
  });
}
