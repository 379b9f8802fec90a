/** The whole story in a browser, with JavaScript: provider, park, enterprise and expert at screens of their own. */
import { expect, test, type Page } from "@playwright/test";
import { demoPassword } from "../../db/vocabulary/demo-logins";
import { madeCreditCode } from "../../cli/demo/credit-codes";
import { aPdf } from "../world/files";
import { atScreen, barriers, follow, send, signInAt, type Fields } from "../world/screen";

test.describe.configure({ mode: "serial", timeout: 600_000 });

const TITLE = "梨花牌换线提速助手";
const PROVIDER = "小蓝梨园软件有限公司";
const ENTERPRISE = "小蓝清泉座椅配件有限公司";
const PASSWORD = "Pear-Orchard-74";
const HOME = { regionCode: "360121", parkSlug: "nanchang-xiaolan-etdz", password: PASSWORD, agree: "on" };

const noise: string[] = [];
const found: string[] = [];
const screens = new Map<string, Page>();
/** Every page somebody stood on, to be looked at again in other sizes and in English. */
const visited = new Map<string, Set<string>>();
let caseId = "";
let solutionId = "";

test.beforeAll(async ({ browser }) => {
  const base = process.env.SHUZHEN_URL ?? "";
  for (const who of ["provider", "park", "enterprise", "expert"])
    screens.set(who, await atScreen(browser, base, noise));
  await signInAt(screenOf("park"), "park@demo.shuzhen.example", demoPassword);
  await signInAt(screenOf("expert"), "expert@demo.shuzhen.example", demoPassword);
});

test.afterAll(async () => {
  for (const page of screens.values()) await page.context().close();
});

function screenOf(who: string): Page {
  const page = screens.get(who);
  if (!page) throw new Error(`${who} has no screen`);
  return page;
}

/** Opens a page (or stays on the present one), notes it, and looks for barriers. */
async function look(who: string, path?: string): Promise<Page> {
  const page = screenOf(who);
  if (path) await page.goto(path);
  const { pathname, search } = new URL(page.url());
  visited.set(who, (visited.get(who) ?? new Set()).add(pathname + search));
  found.push(...(await barriers(page)));
  return page;
}

async function says(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("main")).toContainText(words);
}

test("a provider registers, is approved, and lists a solution that the park returns once", async () => {
  const provider = await look("provider", "/register?as=provider");
  const organisation = { organisationName: PROVIDER, creditCode: madeCreditCode(900_011), providerType: "product" };
  await send(provider, "注册", { ...organisation, name: "梨一", email: "li@liyuan.example", ...HOME }, "form#register");
  await expect(provider).toHaveURL(/\/provider\/onboarding/);
  const profile = {
    ...{ summary: "给中小工厂做快速换线。", foundedOn: "2019-06-18", staff: "36", localOffice: "南昌小蓝软件园" },
    ...{ contactName: "梨一", contactPhone: "0791-85550124", scenarios: ["planning", "production_control"] },
  };
  await look("provider");
  await look("provider", "/provider/profile");
  await send(provider, "保存并提交审核", profile, "form#profile");
  await showQualifications(provider);
  await look("provider", "/provider/onboarding");
  await send(provider, "提交园区审核");
  await says(provider, "资料已提交，等待园区审核。");
  await passQualifications();
  await decide(PROVIDER, { decision: "approved" });

  await look("provider", "/provider/solutions/new");
  await send(provider, "创建草稿", { title: TITLE, summary: "换线十分钟，首件一次过。" }, "main form");
  solutionId = new URL(provider.url()).pathname.split("/").at(-1) ?? "";
  const sections: Fields[] = [
    { painPoints: "换线慢", functions: "换线清单\n首件确认", description: "先一条线，再全厂。" },
    { scenarios: ["production_control"], industries: ["C36"] },
    { deployment: ["saas"], priceModel: "subscription", priceMinFen: "9800", priceMaxFen: "26000" },
    { deployDays: "14", levelFrom: "1", levelTo: "2" },
    { dataExport: "随时导出 CSV", security: "数据存放在省内机房，每日备份" },
  ];
  await provider.goto(`/provider/solutions/${solutionId}/functions`);
  for (const fields of sections) {
    await look("provider");
    await send(provider, "保存并继续", fields, "main form");
  }
  await look("provider");
  await send(provider, "保存并返回", { service: "4 小时内响应", keywords: "换线，首件" }, "main form");
  await says(provider, "内容已完整，可以提交审核。");
  await look("provider", `/provider/solutions/${solutionId}/preview`);
  await look("provider", `/provider/solutions/${solutionId}`);
  await send(provider, "提交审核");
  await decide(TITLE, { decision: "changes_requested", reason: "price_unclear", text: "请写明首年总费用。" });
  await look("provider", `/provider/solutions/${solutionId}`);
  await says(provider, "请写明首年总费用。");
  await provider.goto(`/provider/solutions/${solutionId}/price`);
  await send(provider, "保存并返回", { firstYearCostFen: "12800" }, "main form");
  await send(provider, "提交审核");
  await decide(TITLE, { decision: "approved" });
  await look("provider", "/provider");
  await look("provider", "/provider/solutions");
});

/** The park opens what waits under this name and decides. */
async function showQualifications(provider: Page): Promise<void> {
  for (const criterion of ["registration", "experience", "security"]) {
    await look("provider", `/provider/qualifications/${criterion}`);
    if (criterion === "registration") {
      const file = { name: "营业执照.pdf", mimeType: "application/pdf", buffer: aPdf() };
      await provider.locator("input[type=file]").setInputFiles(file);
    }
    await send(provider, "保存", { statement: "材料齐全，可以核对。" }, "form#qualification");
  }
}

async function passQualifications(): Promise<void> {
  const park = await look("park", "/park/moderation");
  await follow(park, PROVIDER);
  for (const [criterion, name] of [
    ["registration", "主体登记"],
    ["experience", "实施经验"],
    ["security", "数据安全"],
  ])
    await send(park, `确认“${name}”`, { verdict: "passed" }, `form#judge-${criterion}`);
}

async function decide(name: string, decision: Record<string, string>): Promise<void> {
  const park = await look("park", "/park/moderation");
  await follow(park, name);
  await look("park");
  await send(park, "确认决定", decision, "form#decide");
  await says(park, "并已通知对方。");
}

test("an enterprise measures itself and asks for a diagnosis; the park sends the expert", async () => {
  const enterprise = await look("enterprise", "/register?as=enterprise");
  const organisation = { organisationName: ENTERPRISE, creditCode: madeCreditCode(900_012), industry: "C3670" };
  await send(enterprise, "注册", { ...organisation, name: "泉二", mobile: "13979100002", ...HOME }, "form#register");
  await look("enterprise");
  await look("enterprise", "/enterprise/assessments");
  await send(enterprise, "开始自评");
  await answerEverySection("enterprise", `${new URL(enterprise.url()).pathname}/equipment-system`, 1);
  await says(enterprise, /离.+还差什么/);

  await look("enterprise", "/enterprise/diagnoses/new");
  const request = { contactName: "泉二", contactPhone: "13979100002", need: "换线太慢，一天换六次。" };
  await send(enterprise, "提交申请", { ...request, scenarios: ["production_control"], suitableTimes: "周二上午" });
  await says(enterprise, "申请已提交，园区已收到通知。");
  caseId = new URL(enterprise.url()).pathname.split("/").at(-1) ?? "";

  await look("park", "/park");
  await look("park", "/park/diagnoses");
  const park = await look("park", `/park/diagnoses/${caseId}`);
  await send(park, "受理");
  await look("park");
  const expertName = (await screenOf("expert").locator("header summary .truncate").innerText()).trim();
  const row = park.locator("form#assign label", { hasText: expertName }).first();
  await row.locator("input[name=expertUserId]").check();
  await send(park, "派出专家", { text: "请先看冲压车间" }, "form#assign");
  await says(park, "专家已派出，已通知专家和企业。");
});

/** Answers section after section with the option in this place, then finishes. */
async function answerEverySection(who: string, first: string, at: number): Promise<void> {
  const page = await look(who, first);
  for (let sections = 0; sections < 30 && (await page.locator("form[id^=section-]").count()) > 0; sections++) {
    const form = page.locator("form[id^=section-]");
    const id = await form.getAttribute("id");
    const names = await form
      .locator("input[type=radio], input[type=checkbox]")
      .evaluateAll((options) => [...new Set(options.map((option) => option.getAttribute("name") ?? ""))]);
    for (const name of names) {
      const options = form.locator(`[name="${name}"]`);
      await options.nth(Math.min(at, (await options.count()) - 1)).check();
    }
    const button = (await form.getByRole("button").first().innerText()).trim();
    await send(page, button, {}, "form[id^=section-]");
    await expect(page.locator(`form#${id}`)).toHaveCount(0);
    await look(who);
  }
  await send(page, "完成评测");
  await look(who);
}

test("the expert visits, measures and reports; the park issues", async () => {
  const expert = await look("expert", "/expert");
  await look("expert", `/expert/diagnoses/${caseId}`);
  await send(expert, "约定这个时间", { visitAt: "2030-05-07T09:30", visitNote: "带设备清单" });
  await send(expert, "已到现场，开始诊断");
  await look("expert", `/expert/diagnoses/${caseId}/assessment`);
  await send(expert, "开始入企评测");
  await answerEverySection("expert", `/expert/diagnoses/${caseId}/assessment/equipment-system`, 2);
  await look("expert", `/expert/diagnoses/${caseId}`);
  await send(expert, "开始编制报告");
  const reportAt = `/expert/diagnoses/${caseId}/report`;
  await look("expert", reportAt);
  await send(
    expert,
    "保存",
    { summary: "先把换线管起来。", analysis: "换线靠师傅。", targetLevel: "2" },
    "#report-text",
  );
  await look("expert", `${reportAt}?add=finding`);
  const finding = {
    title: "换线时间没有标准",
    scenarioKey: "production_control",
    severity: "3",
    expectedGain: "换线时间减少 30%",
  };
  await send(expert, "保存", finding, "#new-finding");
  await follow(expert, "添加建议");
  await look("expert");
  const advice = { title: "先上换线清单", scenarioKey: "production_control", priority: "high" };
  await send(expert, "保存", { ...advice, budgetMinFen: "8000", budgetMaxFen: "60000" }, "#new-recommendation");
  await look("expert", reportAt);
  await send(expert, "提交园区审核");
  await says(expert, "报告已提交园区审核。");

  const park = await look("park", `/park/diagnoses/${caseId}/report`);
  await send(park, "出具报告");
  await says(park, "报告已出具给企业。");
});

test("the enterprise finds the solution, asks its provider, and gets an answer", async () => {
  const enterprise = await look("enterprise", "/enterprise");
  await look("enterprise", `/enterprise/diagnoses/${caseId}`);
  await look("enterprise", `/enterprise/diagnoses/${caseId}/report`);
  await follow(enterprise, "查看适合的方案");
  await look("enterprise");
  const recommendation = new URL(enterprise.url()).pathname.split("/").at(-1) ?? "";
  const link = enterprise.getByRole("main").getByRole("link", { name: TITLE, exact: true }).first();
  const slug = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
  await look("enterprise", `/solutions/${slug}`);
  await look("enterprise", `/enterprise/enquiries/new?solution=${slug}&recommendation=${recommendation}`);
  await send(enterprise, "发送咨询", { contactName: "泉二", contactPhone: "13979100002" }, "form#enquiry");
  await says(enterprise, "咨询已发出，服务商答复后会通知您。");

  const provider = await look("provider", "/provider/enquiries");
  await follow(provider, TITLE);
  await look("provider");
  await look("provider", `${new URL(provider.url()).pathname}/quote`);
  const quote = {
    ...{ "lines[0].text": "排产软件", "lines[0].price": "12800", days: "14", warrantyMonths: "12" },
    ...{
      validUntil: new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10),
      note: "先看一条线，再报全厂。",
    },
  };
  const offer = (await provider.locator("form#quote").getByRole("button").last().innerText()).trim();
  await send(provider, offer, quote, "form#quote");
  await look("provider");

  await look("enterprise", "/enterprise/enquiries");
  await follow(enterprise, TITLE);
  await look("enterprise");
  await says(enterprise, "先看一条线，再报全厂。");
  await look("enterprise", "/enterprise/matches");
  await look("enterprise", "/account/notices");
  await look("enterprise", `/enterprise/diagnoses/${caseId}`);
  await send(enterprise, "确认报告", { note: "说得很清楚" }, "form#form-confirm");
  await look("park", `/park/diagnoses/${caseId}`);
  await send(screenOf("park"), "归档");
  await says(screenOf("park"), "诊断已归档。");
});

for (const lang of ["zh-CN", "en"]) {
  test(`every page of the story is without barriers in ${lang} at 390 and 1280 pixels`, async () => {
    const seen = await Promise.all([...visited].map(([who, pages]) => barriersOf(screenOf(who), pages, lang)));
    expect(seen.flat()).toEqual([]);
  });
}

/** Looks at pages again in another language, as wide as a phone and as a desk. */
async function barriersOf(page: Page, paths: Set<string>, lang: string): Promise<string[]> {
  const here: string[] = [];
  await page.context().addCookies([{ name: "lang", value: cookieValue(lang), url: process.env.SHUZHEN_URL ?? "" }]);
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      here.push(...(await barriers(page)));
    }
  }
  return here;
}

/** As the product writes its own language cookie: base64 of a JSON string. */
function cookieValue(lang: string): string {
  return encodeURIComponent(Buffer.from(JSON.stringify(lang)).toString("base64"));
}

test("nothing on the way was a barrier, and the console stayed quiet", () => {
  expect(found).toEqual([]);
  expect(noise).toEqual([]);
});
