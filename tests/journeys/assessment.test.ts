import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn, type Browser, type Page } from "../world/browse";
import { startServer, type TestServer } from "../world/server";

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ demo: "small" });
});

afterAll(() => server.stop());

/** Chooses the second option of every question of a section: a little is there everywhere. */
function somewhat(page: Page): Record<string, string> {
  const groups = page.$("main fieldset").toArray();
  return Object.fromEntries(
    groups.map((group) => {
      const second = page.$(group).find("input").eq(1);
      return [second.attr("name") ?? "", second.attr("value") ?? ""];
    }),
  );
}

async function fillAsVisitor(visitor: Browser): Promise<Page> {
  let page = await (await visitor.get("/assessment")).follow("开始自评");
  while (page.path !== "/assessment/result") {
    const isLast = page.$("main button[value=next]").text() === "保存并查看结果";
    page = await page.submit(isLast ? "保存并查看结果" : "保存，填写下一部分", somewhat(page));
  }
  return page;
}

test("a visitor measures the enterprise, learns what blocks the next level, and takes the answers into the account", async () => {
  const visitor = openBrowser(server.url);
  const result = await fillAsVisitor(visitor);
  expect(result.heading).toBe("评测结果");
  expect(result.has("目前在这一级")).toBe(true);
  expect(result.has("离二级（规范级）还差什么")).toBe(true);
  expect(result.has("还差 6 个场景达到 2 级：现在 0 个，要求 6 个")).toBe(true);
  expect(result.$("figure svg[role=img]")).toHaveLength(1);

  await signIn(visitor, "enterprise2@demo.shuzhen.example", demoPassword);
  const list = await visitor.get("/enterprise/assessments");
  const draft = await list.submit("导入到企业自评");
  expect(draft.has("答案已导入")).toBe(true);
  expect(visitor.cookies.has("assessment")).toBe(false);
  const finished = await draft.submit("完成评测");
  expect(finished.has("评测已完成")).toBe(true);
  expect(finished.text("main strong")).not.toBe("");
  expect((await visitor.get("/enterprise/assessments")).has("1 级")).toBe(true);
});

test("a share is counted from what was typed; a part above its whole is refused at its field and stays typed", async () => {
  const visitor = openBrowser(server.url);
  const section = await visitor.get("/assessment/equipment-system");
  const wrong = await section.submit("保存，稍后再填", {
    equip_total: "10",
    equip_digital: "11",
    q01_network: ["A", "B"],
  });
  expect(wrong.status).toBe(422);
  expect(wrong.has("选了“无”就不能再选其他项")).toBe(true);
  const still = await section.submit("保存，稍后再填", { equip_total: "10", equip_digital: "11" });
  expect(still.status).toBe(422);
  expect(still.has("不能大于总数")).toBe(true);
  expect(still.$("input[name=equip_digital]").attr("value")).toBe("11");
  expect(visitor.cookies.has("assessment")).toBe(false);

  await still.submit("保存，稍后再填", { equip_total: "１２０", equip_digital: "54" });
  const saved = await visitor.get("/assessment/equipment-system");
  expect(saved.has("按数字计算为 45%")).toBe(true);
  expect(saved.$("input[name=q02_equipment_digitised][checked]").attr("value")).toBe("D");
});

test("a form drawn before another save of the same section is refused with what was typed", async () => {
  const member = openBrowser(server.url);
  await signIn(member, "enterprise@demo.shuzhen.example", demoPassword);
  await member.send("/enterprise/assessments", { method: "POST", body: new URLSearchParams({ intent: "start" }) });
  const list = await member.get("/enterprise/assessments");
  const overview = await list.follow("继续自评");
  const href = overview.$("main nav a").first().attr("href") ?? "";
  const [first, second] = [await member.get(href), await member.get(href)];
  await first.submit("保存，稍后再填", { equip_total: "10" });
  const stale = await second.submit("保存，稍后再填", { equip_total: "20" });
  expect(stale.status).toBe(409);
  expect(stale.has("已被其他人修改")).toBe(true);
  expect(stale.$("input[name=equip_total]").attr("value")).toBe("20");
  const again = await stale.submit("保存，稍后再填");
  expect(again.has("答案已保存")).toBe(true);
});
