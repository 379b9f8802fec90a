/** The editor of a solution keeps what is typed: on the server, in the browser when it cannot, and after a sign-out. */
import { expect, test, type Page } from "@playwright/test";
import { paths } from "../../app/paths";
import { demoPassword } from "../../db/vocabulary/demo-logins";
import { barriers, send, signInAt } from "../world/screen";

test.describe.configure({ mode: "serial" });

const PROVIDER = "provider@demo.shuzhen.example";
let section = "";

async function signedIn(page: Page): Promise<void> {
  await signInAt(page, PROVIDER, demoPassword);
}

const text = (page: Page) => page.getByRole("textbox", { name: "数据安全说明" });
const restored = (page: Page) => page.getByText(/^已恢复您在/);

/** Types, and waits until the page's script has noticed: what is typed before it wakes up counts. */
async function type(page: Page, words: string): Promise<void> {
  await text(page).fill(words);
  const isNoted = (typed: string) =>
    Object.keys(localStorage).some(
      (key) => key.startsWith("section ") && String(localStorage.getItem(key)).includes(`"${typed}"`),
    );
  await expect.poll(() => page.evaluate(isNoted, words)).toBe(true);
}

/** Keys are pressed while the page wakes up. Runs in the page. */
function pressAllTheWhile(): void {
  const press = () =>
    document.querySelector("textarea")?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true }));
  setInterval(press, 1);
}

/** The page's script has looked at what this browser kept, and found nothing to put back. */
async function expectNothingKept(page: Page): Promise<void> {
  const hasKept = () => Object.keys(localStorage).some((key) => key.startsWith("section "));
  await expect.poll(() => page.evaluate(hasKept)).toBe(false);
  await expect(restored(page)).toHaveCount(0);
}

/** Saves, and leaves before the page knows that it was saved: the page led on to never arrives. */
async function savedUnseen(page: Page): Promise<void> {
  await page.waitForFunction(() => Reflect.get(window, "__remixRouter") !== undefined);
  const next = `${section.replace(/\/security$/, "")}.data`;
  await page.route(
    (url) => url.pathname === next,
    () => new Promise<never>(() => undefined),
  );
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("main").getByRole("button", { name: "保存并返回" }).click();
  await answered;
}

test.beforeEach(async ({ page }) => {
  await signedIn(page);
  if (section === "") {
    await page.goto(paths.providerDesk.solutionNew());
    await send(page, "创建草稿", { title: "边填边存的方案", summary: "试一试自动保存" });
    section = `${new URL(page.url()).pathname}/security`;
  }
  await page.goto(section);
});

test("what is typed is in the draft when typing pauses", async ({ page }) => {
  await type(page, "数据在省内机房");
  await expect(page.getByText(/^已自动保存到草稿/)).toBeVisible();
  await page.reload();
  await expectNothingKept(page);
  await expect(text(page)).toHaveValue("数据在省内机房");
  expect(await barriers(page)).toEqual([]);
});

test("without the server it is kept in the browser, put back with a note, and can be dropped", async ({ page }) => {
  await page.route("**/keep", (route) => route.abort());
  await type(page, "断网时写的话");
  await expect(page.getByText("连不上服务器，暂存在这个浏览器里。")).toBeVisible();
  await page.reload();
  await expect(text(page)).toHaveValue("断网时写的话");
  await expect(restored(page)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "不要这些内容" }).click();
  await expect(text(page)).toHaveValue("数据在省内机房");
  await page.reload();
  await expectNothingKept(page);
  await expect(text(page)).toHaveValue("数据在省内机房");
});

test("what is typed before the page's script arrives stays, and is kept like the rest", async ({ page }) => {
  let arrive = () => {};
  const onTheWay = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await onTheWay;
    await route.continue();
  });
  const noise: string[] = [];
  page.on("pageerror", ({ message }) => noise.push(message));
  await page.addInitScript(pressAllTheWhile);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.reload({ waitUntil: "commit" });
  await text(page).fill("");
  await text(page).pressSequentially("网慢");
  expect(await page.evaluate(() => Object.keys(document.body).some((key) => key.startsWith("__react")))).toBe(false);
  arrive();
  await text(page).pressSequentially("时写的话");
  await expect(page.getByText(/^已自动保存到草稿/)).toBeVisible();
  await expect(text(page)).toHaveValue("网慢时写的话");
  expect(noise).toEqual([]);
  await page.reload();
  await expectNothingKept(page);
  await expect(text(page)).toHaveValue("网慢时写的话");
});

test("a session that ends loses nothing, and a colleague's save in between is noticed", async ({ page, browser }) => {
  await page.context().clearCookies();
  await type(page, "登录过期前写的话");
  await expect(page.getByText(/^登录已过期/)).toBeVisible();

  const other = await browser.newContext({ baseURL: process.env.SHUZHEN_URL, locale: "zh-CN" });
  const colleague = await other.newPage();
  await signedIn(colleague);
  await colleague.goto(section);
  await send(colleague, "保存并返回", { security: "同事写的话" });
  await other.close();

  await signedIn(page);
  await page.goto(section);
  await expect(restored(page)).toBeVisible();
  await expect(text(page)).toHaveValue("登录过期前写的话");
  await send(page, "保存并返回");
  const bothAreShown = page.getByRole("heading", { name: /保存了这一部分/ });
  await expect(bothAreShown).toBeVisible();

  // Refused and left: it is back, and asks again.
  await page.goto(section);
  await expect(restored(page)).toBeVisible();
  await expect(text(page)).toHaveValue("登录过期前写的话");
  await send(page, "保存并返回");
  await expect(bothAreShown).toBeVisible();

  // Typing on decides nothing.
  await type(page, "看到两边以后写的话");
  await expect(page.getByText(/请在上方选好以谁的内容为准/)).toBeVisible();
  await page.goto(section);
  await expect(text(page)).toHaveValue("看到两边以后写的话");
  await send(page, "保存并返回");
  await expect(bothAreShown).toBeVisible();

  const conflict = page.getByRole("group", { name: "数据安全说明" });
  await expect(conflict.getByText("看到两边以后写的话")).toBeVisible();
  await expect(conflict.getByText("同事写的话")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await conflict.getByRole("radio", { name: "以已保存的为准" }).check();
  await savedUnseen(page);
  await page.goto(section);
  await expectNothingKept(page);
  await expect(text(page)).toHaveValue("同事写的话");
});
