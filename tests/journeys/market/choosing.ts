/** One question to three providers, each of which sees its own part alone; quotes side by side; one accepted, the others told why. */
import { expect, test } from "vitest";
import type { Browser, Page } from "../../world/browse";
import { acceptLinks, enquiryAbout, sendQuote, type Listed } from "../../world/quotes";
import { newestNotice } from "../../world/story";
import { PROVIDER, TITLE, type Stage } from "./stage";

const MESSAGE = "我们一天换模二十次，想先管住两条线的排产，请报软件和实施。";
const WHY = "这次先做排产，预算有限，期待以后合作。";

type Asked = Listed & { browser: Browser; price: string; shown: string; days: string };

export function choosing(stage: () => Stage): void {
  let compareAt = "";

  /** The newcomer first; each with what it will offer. */
  function asked(): Asked[] {
    const { provider, publicAt, rivals } = stage();
    const own = { slug: publicAt.split("/").at(-1) ?? "", title: TITLE, providerName: PROVIDER, browser: provider };
    const offers = [
      { price: "15800", shown: "¥15,800", days: "21" },
      { price: "18600", shown: "¥18,600", days: "14" },
      { price: "17200", shown: "¥17,200", days: "30" },
    ];
    return [own, ...rivals].map((each, at) => ({ price: "", shown: "", days: "", ...offers[at], ...each }));
  }
  const enquiryOf = (slug: string) => enquiryAbout(stage().look, MESSAGE, slug);
  const others = (one: Asked) => asked().filter(({ slug }) => slug !== one.slug);
  /** A page tells nothing of the other two: neither who they are nor what they offer. */
  function expectBlind(page: Page, own: Asked): void {
    for (const { providerName, shown } of others(own)) {
      expect(page.html).not.toContain(providerName);
      expect(page.html).not.toContain(shown);
    }
    expect(page.html).not.toContain("bun_");
  }

  test("sent once, it reaches three providers, none of whom learns of the others", async () => {
    const { enterprise } = stage();
    const slugs = asked().map(({ slug }) => slug);
    const compared = await enterprise.get(`/solutions/compare?${slugs.map((slug) => `slug=${slug}`).join("&")}`);
    const form = await compared.follow("向这几家询价");
    const contact = { contactName: "霁工", contactPhone: "13979100003" };
    const sent = await form.submit("发送咨询", { solutions: slugs, message: MESSAGE, ...contact }, "form#enquiry");
    expect(sent.has("咨询已分别发给各家服务商")).toBe(true);
    expect(sent.has("问了 3 家，已收到 0 份报价")).toBe(true);
    compareAt = sent.path;

    for (const one of asked()) {
      expect(await newestNotice(one.browser)).toContain(`咨询了解决方案“${one.title}”，请在 15 天内答复。`);
      expect((await one.browser.get("/provider")).text()).toMatch(/\d+ 个对接等您答复/);
      const enquiry = await one.browser.get(`/provider/enquiries/${enquiryOf(one.slug)}`);
      expect([enquiry.has(MESSAGE), enquiry.has("请您答复")]).toEqual([true, true]);
      expectBlind(enquiry, one);
      for (const { slug } of others(one)) {
        for (const part of ["", "/quote"]) {
          expect((await one.browser.get(`/provider/enquiries/${enquiryOf(slug)}${part}`)).status).toBe(404);
        }
      }
    }
  });

  test("three quotes come in, and each provider sees its own", async () => {
    const { enterprise } = stage();
    for (const one of asked()) {
      const terms = { price: one.price, days: one.days, warrantyMonths: "12" };
      const quoted = await sendQuote(one.browser, enquiryOf(one.slug), terms);
      expect([quoted.has("报价已发出。"), quoted.has(one.shown), quoted.has("等待企业决定")]).toEqual([
        true,
        true,
        true,
      ]);
      expect(await newestNotice(enterprise)).toContain(one.shown);
    }
    for (const one of asked()) {
      expectBlind(await one.browser.get(`/provider/enquiries/${enquiryOf(one.slug)}`), one);
      expectBlind(await one.browser.get("/provider/enquiries"), one);
    }
  });

  test("compared side by side, with what differs and which is best", async () => {
    const { enterprise, rivals } = stage();
    const page = await enterprise.get(compareAt);
    expect(page.has("问了 3 家，已收到 3 份报价")).toBe(true);
    for (const words of ["¥15,800 最低", "比最低高 ¥1,400", "比最低高 ¥2,800", "14 天 最快"]) {
      expect(page.has(words)).toBe(true);
    }
    expect(acceptLinks(page).size).toBe(3);
    for (const { browser } of rivals) expect((await browser.get(compareAt)).status).toBe(404);
  });

  test("one is accepted, and the others are declined with the reason and nothing more", async () => {
    const { enterprise, provider, rivals, look } = stage();
    const page = await enterprise.get(compareAt);
    const confirm = await enterprise.get(acceptLinks(page).get(PROVIDER) ?? "");
    expect(confirm.text("#accept")).toContain(`您将接受${PROVIDER}的报价：总价 ¥15,800，21 天交付`);
    for (const { providerName } of rivals) expect(confirm.text("#accept")).toContain(providerName);
    const accepted = await confirm.submit("确认接受", { reason: "price", text: WHY }, "#accept");
    expect(accepted.path).toMatch(/^\/enterprise\/projects\/prj_/);
    stage().projectId = accepted.path.split("/").at(-1) ?? "";

    expect(await newestNotice(provider)).toContain("项目已建立");
    for (const one of asked().slice(1)) {
      expect(await newestNotice(one.browser)).toContain(WHY);
      const lost = await one.browser.get(`/provider/enquiries/${enquiryOf(one.slug)}`);
      expect([lost.has("结束原因：价格不合适"), lost.has(WHY), lost.has("未成交")]).toEqual([true, true, true]);
      expectBlind(lost, one);
      expectBlind(await one.browser.get("/account/notices"), one);
      expect((await one.browser.get(`/provider/projects/${stage().projectId}`)).status).toBe(404);
    }
    const count = "SELECT count(*) FROM enquiry WHERE message = ? AND status = ?";
    expect([look.value(count, MESSAGE, "accepted"), look.value(count, MESSAGE, "declined")]).toEqual(["1", "2"]);
    const after = await enterprise.get(compareAt);
    expect(acceptLinks(after).size).toBe(0);
    expect((await after.follow("查看项目")).path).toBe(accepted.path);
  });
}
