/** What a person does at a screen, in words: fill in a form, press a button, and a check that nothing on it is a barrier. */
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import axe from "axe-core";

declare global {
  interface Window {
    /** Put there by `barriers`. */
    axe: typeof axe;
  }
}

export type Fields = Record<string, string | string[]>;

/** Fills in fields by name, whatever they are: text, lists, radio buttons, tick boxes. */
async function fillIn(form: Locator, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const named = form.locator(`[name="${name}"]:not([type=hidden])`);
    const kind = await named.first().evaluate((field) => `${field.tagName} ${field.getAttribute("type") ?? ""}`);
    if (kind.startsWith("SELECT")) await named.selectOption(value);
    else if (/radio|checkbox/.test(kind)) {
      for (const word of [value].flat()) {
        const option = chosen(form, name, word);
        await option.evaluate(unfold);
        await option.check();
      }
    } else await named.fill(String(value));
  }
}

/** Opens the folded groups an option lies in. Runs in the page. */
function unfold(option: Element): void {
  for (let group = option.closest("details"); group; group = group.parentElement?.closest("details") ?? null)
    group.open = true;
}

function chosen(form: Locator, name: string, word: string): Locator {
  return word === "on" ? form.locator(`[name="${name}"]`) : form.locator(`[name="${name}"][value="${word}"]`);
}

/** Fills in a form of the page and presses its button; returns when what comes next is on the screen. */
export async function send(page: Page, button: string, fields: Fields = {}, form = "main"): Promise<void> {
  const within = page.locator(form).first();
  await fillIn(within, fields);
  const target = within.getByRole("button", { name: button, exact: true }).first();
  await page.waitForFunction(isAwake);
  if (await target.evaluate(isSentByScript)) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await target.click();
    await answered;
    await page.waitForFunction(() => Reflect.get(window, "__remixRouter").state.navigation.state === "idle");
  } else {
    const before = await page.evaluate(() => performance.timeOrigin);
    await target.click();
    await page.waitForFunction(
      (origin) => performance.timeOrigin !== origin && document.readyState === "complete",
      before,
    );
  }
}

/** Clicks a link by its name and waits for the page it leads to. */
export async function follow(page: Page, name: string): Promise<void> {
  const before = page.url();
  await page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
  await page.waitForURL((url) => url.href !== before);
}

/** Whether the page has its JavaScript running, or has none. Runs in the page. */
function isAwake(): boolean {
  return !("__remixContext" in window) || Object.keys(document.body).some((key) => key.startsWith("__reactProps"));
}

/** Whether the form of a button is sent by script instead of the browser. Runs in the page. */
function isSentByScript(button: Element): boolean {
  const form = button.closest("form");
  const key = Object.keys(form ?? {}).find((name) => name.startsWith("__reactProps"));
  return form !== null && key !== undefined && typeof Reflect.get(form, key).onSubmit === "function";
}

/** Everything axe finds on the page as it stands, in lines that name the element; empty is what we want. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(violationsHere);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (excess > 0) found.push(`the page is ${excess} px wider than the screen`);
  return found.map((line) => `${page.url()} ${line}`);
}

/** Runs in the page: only the violations come back, which is four times as fast as whole reports. */
async function violationsHere(): Promise<string[]> {
  const { violations } = await window.axe.run({ resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

/** A person at a screen of their own; whatever the console complains of is collected. */
export async function atScreen(browser: Browser, baseURL: string, noise: string[]): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: "zh-CN", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on("pageerror", (error) => noise.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A refused form is a 409 or 422 by design; the browser reports it as an error of its own.
    const isRefusal = /status of (409|422)/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isRefusal) noise.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

export async function signInAt(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/login");
  await send(page, "登录", { name: email, password }, "form#login");
  await expect(page).not.toHaveURL(/login/);
}
