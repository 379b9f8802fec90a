/** The field kit on a phone: the network cut in the browser, the page loaded again without it, and everything on the server once. */
import { expect, test, type Browser, type Page } from "@playwright/test";
import sharp from "sharp";
import { paths } from "../../app/paths";
import { demoPassword } from "../../db/vocabulary/demo-logins";
import type { FieldOpening } from "../../app/domain/clinic/field";
import { barriers, signInAt } from "../world/screen";

test.describe.configure({ mode: "serial" });

const EXPERT = "expert@demo.shuzhen.example";
const FIRST = "换线靠老师傅，插单后交期说不准";
const SECOND = "能耗只有月度总表";
let caseId = "";

/** The expert on a device of their own. */
async function onDevice(browser: Browser, width = 390): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: process.env.SHUZHEN_URL, locale: "zh-CN", viewport: { width, height: 844 } },
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  await signInAt(page, EXPERT, demoPassword);
  return page;
}

async function onServer(page: Page, id = caseId): Promise<FieldOpening> {
  const response = await page.request.get(paths.expert.fieldSync(id));
  expect(response.status()).toBe(200);
  return response.json();
}

/** A case of the expert whose questionnaire is still to be filled in. */
async function openCase(page: Page): Promise<string> {
  await page.goto(paths.expert.device());
  const links = page.locator('main a[href^="/expert/field/"]');
  for (const link of await links.all()) {
    const id = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
    const { state } = await onServer(page, id);
    if (state.isOpen && state.assessment !== "finished") return id;
  }
  throw new Error("the demonstration expert has no case on site");
}

async function openKit(page: Page): Promise<void> {
  await page.goto(paths.expert.field(caseId));
  await expect(page.getByText("本页没有网络也能打开。")).toBeVisible();
  await expect(page.getByText("全部已发送")).toBeVisible();
}

const place = (page: Page, name: RegExp) =>
  page.getByRole("navigation", { name: "现场工具" }).getByRole("link", { name });
const cards = (page: Page) => page.locator("section.panel");
/** Everything typed is on the device. */
const isKept = (page: Page) => expect(page.getByText("已存在本机", { exact: true })).toBeVisible();

async function noteFinding(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "记一个问题" }).click();
  const card = cards(page).filter({ has: page.locator('[aria-expanded="true"]') });
  await card.getByLabel("问题", { exact: true }).fill(title);
  await card.getByLabel("场景").selectOption({ index: 1 });
  await card.getByRole("radio", { name: "较重" }).check();
  await card.getByLabel("依据").fill(`${title}：现场看板与访谈`);
}

/** A photo as a phone takes it: large, and telling where. */
async function aPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1800, channels: 3, background: "#3a6ea5" } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "28/1 33/1 0/1" } })
    .jpeg()
    .toBuffer();
}

test("what is noted without a network survives a reload and reaches the server once", async ({ browser }) => {
  const page = await onDevice(browser);
  caseId = await openCase(page);
  const before = await onServer(page);
  await openKit(page);
  expect(await barriers(page)).toEqual([]);

  await page.context().setOffline(true);
  await expect(page.getByText("没有网络", { exact: true })).toBeVisible();
  const answered = await chooseInFirstCards(page, 3);
  await place(page, /^问题/).click();
  await noteFinding(page, FIRST);
  await page.getByLabel("拍照").setInputFiles({ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: await aPhoto() });
  await expect(page.getByAltText("照片 1")).toBeVisible();
  await noteFinding(page, SECOND);
  await isKept(page);
  await expect(page.getByText("6 项待发送")).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.reload();
  await expect(page.getByText("6 项待发送")).toBeVisible();
  await expect(page.getByRole("button", { name: SECOND })).toBeVisible();
  await page.getByRole("button", { name: FIRST }).click();
  await expect(page.getByLabel("依据")).toHaveValue(`${FIRST}：现场看板与访谈`);
  await expect(page.getByAltText("照片 1")).toBeVisible();
  await place(page, /^待发送/).click();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "在本机，待发送" })).toHaveCount(6);
  await place(page, /^问卷/).click();
  for (const { name, value, section } of answered) {
    await page.getByLabel("部分", { exact: true }).selectOption(section);
    await expect(page.locator(`input[name="${name}"][value="${value}"]`)).toBeChecked();
  }

  // The first answer gets lost on its way: the device has to ask again.
  let lost = 0;
  await page.route("**/sync", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.context().setOffline(false);
  await expect(page.getByText("全部已发送")).toBeVisible({ timeout: 30_000 });
  expect(lost).toBe(1);

  const { state } = await onServer(page);
  const added = state.findings.filter(({ id }) => before.state.findings.every((known) => known.id !== id));
  expect(added.map(({ title }) => title).sort()).toEqual([FIRST, SECOND].sort());
  expect(added.map(({ edit, severity }) => [edit, severity])).toEqual([
    [1, 3],
    [1, 3],
  ]);
  for (const { name, value } of answered) expect(state.answers[name]?.choice).toEqual([value]);
  const [photo] = state.photos.filter(({ findingId }) => added.some(({ id }) => id === findingId));
  expect(state.photos).toHaveLength(before.state.photos.length + 1);
  const file = await page.request.get(paths.file(photo?.id ?? ""));
  const picture = await sharp(await file.body()).metadata();
  expect([picture.format, picture.width, picture.height, picture.exif]).toEqual(["jpeg", 1600, 1200, undefined]);
  await page.context().close();
});

type Chosen = { section: string; name: string; value: string };

/** Chooses the last option of the first questions that are answered by choosing one and have not been answered so. */
async function chooseInFirstCards(page: Page, count: number): Promise<Chosen[]> {
  const chosen: Chosen[] = [];
  for (let at = 0; chosen.length < count; at++) {
    const section = String(at);
    await page.getByLabel("部分", { exact: true }).selectOption(section);
    for (const card of await cards(page).all()) {
      const option = card.getByRole("radio").last();
      const isCounted = (await card.getByRole("textbox").count()) > 0;
      if (chosen.length === count || isCounted || (await option.count()) === 0) continue;
      if (await option.isChecked()) continue;
      await option.check();
      const [name = "", value = ""] = await option.evaluate((input: HTMLInputElement) => [input.name, input.value]);
      chosen.push({ section, name, value });
    }
  }
  return chosen;
}

test("two devices on one finding: the second sees both versions and chooses", async ({ browser }) => {
  const [phone, desk] = [await onDevice(browser), await onDevice(browser, 1280)];
  for (const page of [phone, desk]) {
    await openKit(page);
    await place(page, /^问题/).click();
    await page.getByRole("button", { name: FIRST }).click();
  }
  await phone.context().setOffline(true);
  await phone.getByLabel("问题", { exact: true }).fill("手机上的标题");
  await phone.getByLabel("详细情况").fill("只在手机上写的");
  await isKept(phone);
  await desk.getByLabel("问题", { exact: true }).fill("电脑上的标题");
  await desk.getByLabel("预计改善").fill("换线时间减少 30%");
  await expect(desk.getByText("全部已发送")).toBeVisible();
  await expect
    .poll(async () => (await onServer(desk)).state.findings.map(({ title }) => title))
    .toContain("电脑上的标题");

  await phone.context().setOffline(false);
  const conflict = phone.getByRole("alert").filter({ hasText: "别人改了同一内容" });
  await expect(conflict).toBeVisible({ timeout: 30_000 });
  expect(await barriers(phone)).toEqual([]);
  const title = conflict.getByRole("group", { name: "问题", exact: true });
  await expect(title).toContainText("手机上的标题");
  await expect(title).toContainText("电脑上的标题");
  await title.getByRole("button", { name: "用对方的" }).click();
  await title.getByLabel("结果：问题").fill("电脑上的标题，手机改过");
  await conflict.getByRole("button", { name: "按结果保存" }).click();
  await expect(phone.getByText("全部已发送")).toBeVisible();

  const found = (await onServer(phone)).state.findings.find(({ title: text }) => text === "电脑上的标题，手机改过");
  expect(found).toMatchObject({ description: "只在手机上写的", expectedGain: "换线时间减少 30%", edit: 3 });
  await Promise.all([phone.context().close(), desk.context().close()]);
});

test("signing out asks about what is not sent, and then leaves nothing on the device", async ({ browser }) => {
  const page = await onDevice(browser);
  await openKit(page);
  await place(page, /^问题/).click();
  await page.getByRole("button", { name: "记一个问题" }).click();
  await page.getByLabel("问题", { exact: true }).fill("还没有场景，发不出去");
  await isKept(page);
  await expect(page.getByText("1 项待发送")).toBeVisible();
  const signOut = async () => {
    await page
      .locator("header summary")
      .filter({ has: page.locator(".lucide-user-round") })
      .click();
    await page.getByRole("button", { name: "退出", exact: false }).first().click();
  };
  await signOut();
  await expect(page).toHaveURL(paths.expert.device());
  await expect(page.getByText("本机还有 1 项没有发送。")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  expect(await keptHere(page)).toHaveLength(3);
  await page.getByRole("button", { name: "不发送，退出并清除" }).click();
  await expect(page).toHaveURL("/");
  await expect.poll(() => keptHere(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.context().close();
});

/** The kit's database, its pages and its files, as far as they are in this browser. */
function keptHere(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? "");
    return [...databases, ...(await caches.keys())];
  });
}
