/** What is typed into the public lists and pressed there: what could not be read, whose words are shown, what is kept. */
import { beforeAll, describe, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { takeFlash } from "~/http/flash.server";
import * as favourites from "~/routes/catalogue/favourites";
import * as providers from "~/routes/catalogue/providers";
import * as solutions from "~/routes/catalogue/solutions";
import { connections, store } from "~/store.server";
import { fillMarket } from "../domain/catalogue/market";
import { drawn, read } from "../world/drawn";

beforeAll(async () => {
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
  const made = [1, 2, 3].map((no) => ({ title: `智能排产${no}`, scenarios: ["planning"], provider: `p${no}` }));
  await fillMarket(
    store(),
    made,
    made.map(({ provider }) => provider),
  );
});

describe("what a list could not read", () => {
  test.each([
    ["zh-CN", "price_max=-5", "最低价格不超过", "-5", "没有按它筛选"],
    ["zh-CN", "price_max=十万", "最低价格不超过", "十万", "没有按它筛选"],
    ["en", "days_max=abc", "Deployed within", "abc", "was left out"],
    ["zh-CN", "days_max=0", "部署时间不超过", "0", "1 到 3650"],
  ] as const)("is kept in its field, and said there and above (%s %s)", async (locale, params, label, typed, says) => {
    const page = await drawn(solutions, `/solutions?${params}`, { locale });
    expect(page("#results").text()).toContain(`${label} = ${typed}`);
    const field = page(`[name=${params.split("=")[0]}]`);
    expect([field.attr("value"), field.attr("aria-invalid")]).toEqual([typed, "true"]);
    expect(page(`[id='${field.attr("aria-describedby")}']`).text()).toContain(says);
  });

  test("says nothing at a field that was understood", async () => {
    const page = await drawn(solutions, "/solutions?days_max=30");
    const field = page("[name=days_max]");
    expect([field.attr("value"), field.attr("aria-invalid")]).toEqual(["30", undefined]);
  });

  test("is named by the filter of providers it was meant for", async () => {
    const page = await drawn(providers, "/providers?type=xx", { locale: "en" });
    expect(page.text()).toContain("Type = xx");
    const field = page("[name=type]");
    expect(page(`[id='${field.attr("aria-describedby")}']`).text()).toContain('"xx"');
  });

  test("a text that is too long is shortened, not ignored", async () => {
    const page = await drawn(solutions, `/solutions?q=${"a".repeat(10_000)}`, { locale: "en" });
    expect(page("#results").text()).toContain("shortened to its first 200 characters");
    expect(page("#results").text()).not.toContain("have been ignored");
    const other = await drawn(providers, `/providers?q=${"a".repeat(100)}`);
    expect(other.text()).toContain("只用了前 64 个字");
  });
});

describe("an address with empty parameters", () => {
  test.each([
    [solutions, "/solutions?q=a%20b&days_max=&park=&x=1", "/solutions?q=a+b&x=1"],
    [solutions, "/solutions?q=", "/solutions"],
    [providers, "/providers?q=&type=product", "/providers?type=product"],
  ])("leads to the one without them", async (route, path, clean) => {
    const answer: unknown = await read<unknown>(route, path).catch((thrown: unknown) => thrown);
    if (!(answer instanceof Response)) throw new Error("no redirect");
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, clean]);
    await expect(read<unknown>(route, clean)).resolves.toBeDefined();
  });
});

describe("providers' own words on English pages", () => {
  test("are said to be Chinese where they are", async () => {
    const page = await drawn(solutions, "/solutions", { locale: "en" });
    const row = page("#results li[id]").first();
    expect(row.find("h2 a").attr("lang")).toBe("zh-CN");
    expect(page("#results li[id] a[href^='/providers/'][lang]").length).toBe(0);
    const chinese = await drawn(solutions, "/solutions");
    expect(chinese("#results h2 a").first().attr("lang")).toBeUndefined();
  });
});

describe("keeping a solution", () => {
  const press = (fields: Record<string, string>, cookie = "") => {
    const body = new URLSearchParams({ to: "/solutions?q=a", ...fields });
    const request = new Request("http://here/favourites", { method: "POST", headers: { Cookie: cookie }, body });
    return favourites.action({ request, params: {}, context: {} });
  };

  test("says so on the page it came from, and leads back to the button", async () => {
    const answer = await press({ add: "s-1" });
    if (!(answer instanceof Response)) throw new Error("refused");
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/solutions?q=a#keep-s-1"]);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((each) => each.split("=", 1)[0]).sort()).toEqual(["favourites", "flash"]);
    const told = await takeFlash(new Request("http://here/", { headers: { Cookie: cookies.join("; ") } }));
    expect(told?.flash.key).toBe("catalogue:favourites.done.add");
    const button = (await drawn(solutions, "/solutions"))("#results li button").first();
    expect([button.attr("name"), button.attr("id")]).toEqual(["add", `keep-${button.attr("value")}`]);
  });

  test("and letting it go says that", async () => {
    const answer = await press({ remove: "s-1" }, "favourites=s-1");
    if (!(answer instanceof Response)) throw new Error("refused");
    const told = await takeFlash(
      new Request("http://here/", { headers: { Cookie: answer.headers.getSetCookie().join("; ") } }),
    );
    expect(told?.flash.key).toBe("catalogue:favourites.done.remove");
  });
});
