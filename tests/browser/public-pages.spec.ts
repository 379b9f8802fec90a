/** Every public page, as a visitor meets it: no barrier that axe finds, nothing wider than the screen, a quiet console. */
import { expect, test } from "@playwright/test";
import { paths } from "../../app/paths";
import { barriers } from "../world/screen";

const PAGES = [
  paths.home(),
  paths.solutions(),
  paths.providers(),
  paths.scenarios(),
  paths.parks(),
  paths.cases(),
  paths.events(),
  paths.assessment(),
  paths.match(),
  paths.howWeRank(),
  paths.api.reference(),
  paths.clinic(),
  paths.insight(),
  paths.about(),
  paths.privacy(),
  paths.accessibility(),
  paths.login(),
  paths.register(),
  paths.passwordForgotten(),
];

const READERS = [
  {
    name: "Chinese, light, desktop",
    use: { locale: "zh-CN", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  },
  { name: "English, dark, phone", use: { locale: "en", colorScheme: "dark", viewport: { width: 390, height: 844 } } },
] as const;

for (const { name, use } of READERS) {
  test.describe(name, () => {
    test.use(use);

    for (const path of PAGES) {
      test(`${path} is open to everybody`, async ({ page }) => {
        const noise: string[] = [];
        page.on("console", (message) => {
          if (["error", "warning"].includes(message.type())) noise.push(message.text());
        });
        page.on("pageerror", (error) => noise.push(error.message));
        const response = await page.goto(path);
        expect(response?.status()).toBe(200);
        await expect(page.locator("h1")).toHaveCount(1);
        await expect(page.locator("html")).toHaveAttribute("lang", use.locale);
        expect(await barriers(page)).toEqual([]);
        expect(noise).toEqual([]);
      });
    }
  });
}
