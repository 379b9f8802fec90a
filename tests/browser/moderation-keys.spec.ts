/** A moderator at the queue with single keys: they move and choose, never decide, never act while typing, and can be switched off. */
import { expect, test, type Page } from "@playwright/test";
import { demoLogins, demoPassword } from "../../db/vocabulary/demo-logins";
import { paths } from "../../app/paths";
import { barriers, signInAt } from "../world/screen";

const park = demoLogins.find(({ key }) => key === "park")?.email ?? "";

async function firstReview(page: Page): Promise<void> {
  await signInAt(page, park, demoPassword);
  await page.goto(paths.parkDesk.moderation());
  await page.locator("main table a").first().click();
  await expect(page.locator("[data-desk-keys]")).toBeVisible();
}

test("next and previous by keys lead where the links do, and the ends are said", async ({ page }) => {
  await firstReview(page);
  const first = page.url();
  await page.keyboard.press("k");
  await expect(page.locator("[data-said]")).toHaveText("已经是第一项");
  await page.keyboard.press("j");
  await page.waitForURL((url) => url.href !== first);
  await page.keyboard.press("k");
  await page.waitForURL(first);
});

test("approve and return choose and move the focus; nothing is decided by a single key", async ({ page }) => {
  await firstReview(page);
  const here = page.url();
  await page.keyboard.press("a");
  await expect(page.locator("form#decide input[value=approved]")).toBeChecked();
  await expect(page.getByRole("button", { name: "确认决定" })).toBeFocused();
  await page.keyboard.press("r");
  await expect(page.locator("form#decide input[value=changes_requested]")).toBeChecked();
  await expect(page.locator("form#decide select[name=reason]")).toBeFocused();
  await expect(page.locator("[data-said]")).toContainText("请选原因");
  expect(page.url()).toBe(here);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(page.locator("[data-use-keys]")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test("letters typed into a field stay letters", async ({ page }) => {
  await firstReview(page);
  const here = page.url();
  await page.locator("form#decide textarea[name=text]").fill("");
  await page.locator("form#decide textarea[name=text]").pressSequentially("jkar");
  await expect(page.locator("form#decide textarea[name=text]")).toHaveValue("jkar");
  await expect(page.locator("form#decide input[value=approved]")).not.toBeChecked();
  expect(page.url()).toBe(here);
});

test("switched off, the keys do nothing, also on the next page", async ({ page }) => {
  await firstReview(page);
  await page.locator("[data-desk-keys] summary").click();
  await page.locator("[data-use-keys]").uncheck();
  await page.reload();
  await page.keyboard.press("a");
  await expect(page.locator("form#decide input[value=approved]")).not.toBeChecked();
  await page.locator("[data-desk-keys] summary").click();
  await expect(page.locator("[data-use-keys]")).not.toBeChecked();
});
