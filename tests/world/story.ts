/** What several stories do alike: register, fill in the questionnaire, read notices. */
import type { Browser, Page } from "./browse";
import type { Fields } from "./html-form";

export const PASSWORD = "Jujube-Orchard-47";

/** A region and one of its parks, whose staff have the demonstration login `park`. */
export const HOME = { regionCode: "360121", parkSlug: "nanchang-xiaolan-etdz" };

export function registerAs(browser: Browser, kind: "enterprise" | "provider", fields: Fields): Promise<Page> {
  const own: Fields = kind === "enterprise" ? { industry: "C3670" } : { providerType: "product" };
  return browser
    .get(`/register?as=${kind}`)
    .then((page) =>
      page.submit("注册", { ...own, ...HOME, password: PASSWORD, agree: "on", ...fields }, "form#register"),
    );
}

/** Fills in every section from the first one's page on; `at` tells which option of each question, counted from 0. */
export async function answerEverySection(first: Page, at: number, button = "保存，填写下一部分"): Promise<Page> {
  let page = first;
  for (let sections = 0; page.$("form[id^=section-]").length > 0; sections++) {
    if (sections > 30) throw new Error(`the questionnaire does not end at ${page.path}`);
    const isLast = !page
      .$("form[id^=section-] button")
      .toArray()
      .some((one) => page.$(one).text().trim() === button);
    page = await page.submit(isLast ? lastButton(page) : button, choices(page, at));
    if (page.status !== 200) throw new Error(`${page.status} at ${page.path}: ${page.text("main")}`);
  }
  return page;
}

/** The last section's button saves too, and leads on. */
function lastButton(page: Page): string {
  return page.$("form[id^=section-] button").first().text().trim();
}

function choices(page: Page, at: number): Fields {
  const { $ } = page;
  const fields: Fields = {};
  const options = $("form[id^=section-]").find("input[type=radio], input[type=checkbox]").toArray();
  for (const name of new Set(options.map((option) => $(option).attr("name") ?? ""))) {
    const own = options.filter((option) => $(option).attr("name") === name);
    const chosen = $(own[Math.min(at, own.length - 1)] ?? own[0]).attr("value");
    if (chosen !== undefined) fields[name] = chosen;
  }
  return fields;
}

/** The newest notice, as its reader sees it: title and text. */
export async function newestNotice(browser: Browser): Promise<string> {
  return (await browser.get("/account/notices")).text("main li");
}
