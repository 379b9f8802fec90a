/** Finding with the keyboard alone, and no barrier on the pages of finding, in both languages and sizes. */
import { expect, test, type Page } from "@playwright/test";
import { paths } from "../../app/paths";
import { barriers } from "../world/screen";

const READERS = [
  { name: "Chinese, desktop", use: { locale: "zh-CN", viewport: { width: 1280, height: 900 } }, keep: /^收藏/ },
  {
    name: "English, dark, phone",
    use: { locale: "en", colorScheme: "dark", viewport: { width: 390, height: 844 } },
    keep: /^Keep "/,
  },
] as const;

for (const { name, use, keep } of READERS) {
  test.describe(name, () => {
    test.use(use);

    test("a search, a comparison and favourites have no barriers", async ({ page }) => {
      await page.goto(paths.solutions({ q: "设备老停机", days_max: 90 }));
      await page
        .locator("details summary")
        .filter({ hasText: /搜索技巧|Search tips/ })
        .click();
      expect(await barriers(page)).toEqual([]);
      for (const place of [0, 1]) await page.getByRole("button", { name: keep }).nth(place).click();
      await page.goto(paths.favourites());
      expect(await barriers(page)).toEqual([]);
      await page.locator("main a.btn-primary").click();
      await expect(page.locator("thead th")).toHaveCount(3);
      expect(await barriers(page)).toEqual([]);
    });
  });
}

/** Presses Tab until the element has the focus, as someone without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    if (isThere) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

test("suggestions: chosen with the arrow keys, closed with Escape, and the field still works", async ({ page }) => {
  await page.goto(paths.solutions());
  await tabTo(page, "#q");
  await page.keyboard.type("排");
  const list = page.getByRole("listbox");
  await expect(list).toBeVisible();
  await expect(page.locator("#q")).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator("#q ~ [role=status]")).toContainText("条建议");
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(list).toBeHidden();
  await expect(page.getByRole("main").getByRole("button", { name: "搜索", exact: true })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowDown");
  await expect(list).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await expect(list).toBeVisible();
  await page.keyboard.press("ArrowUp");
  const options = list.getByRole("option");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#q")).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  const first = options.first();
  await expect(page.locator("#q")).toHaveAttribute("aria-activedescendant", (await first.getAttribute("id")) ?? "");
  const href = (await first.getAttribute("data-href")) ?? "no address";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new URL(href, page.url()).href);
});

test("a suggested scenario joins the filters that are chosen", async ({ page }) => {
  await page.goto(paths.solutions({ scenario: "planning", deploy: "saas", sort: "newest" }));
  await page.locator("#q").fill("设备管理");
  await page.getByRole("listbox").getByRole("option", { name: "设备管理", exact: true }).first().click();
  await expect(page).toHaveURL(/scenario=equipment/);
  const { searchParams } = new URL(page.url());
  expect(searchParams.getAll("scenario").sort()).toEqual(["equipment", "planning"]);
  expect([searchParams.get("deploy"), searchParams.get("sort"), searchParams.get("q")]).toEqual([
    "saas",
    "newest",
    null,
  ]);
});

test("with the keyboard alone: search, filter, take the filter back, compare, keep", async ({ page }) => {
  await page.goto(paths.home());
  await tabTo(page, "#need");
  await page.keyboard.type("排产");
  await page.keyboard.press("Enter");
  await expect(page.locator("#results [role=status]")).toContainText("排产");

  await tabTo(page, "input[name=scenario]");
  await page.keyboard.press("Space");
  await tabTo(page, "button[type=submit][form=listing]");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/scenario=/);
  await tabTo(page, "ul[aria-label=已选条件] a");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/scenario=/);

  await tabTo(page, "main button[aria-pressed=false]");
  await page.keyboard.press("Enter");
  await expect(page.locator("main button[aria-pressed=true]")).toHaveCount(1);

  for (const _ of [1, 2]) {
    await tabTo(page, "input[name=slug]");
    await page.keyboard.press("Space");
  }
  await tabTo(page, "button[form=compare], form#compare button");
  await page.keyboard.press("Enter");
  await expect(page.locator("thead th")).toHaveCount(3);
  await tabTo(page, "a[href*='only=differences']");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/only=differences/);
});
