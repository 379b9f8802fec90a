/** The public lists and what they lead to: pages turned by cursor, what was left out, measured before declared. */
import type { CheerioAPI } from "cheerio/slim";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { cursorOf } from "~/domain/catalogue/cursor.server";
import * as solution from "~/routes/catalogue/solution";
import * as solutions from "~/routes/catalogue/solutions";
import * as compare from "~/routes/catalogue/solutions-compare";
import * as providers from "~/routes/catalogue/providers";
import * as match from "~/routes/matching/match";
import { connections, store } from "~/store.server";
import { fillMarket, type Made } from "../domain/catalogue/market";
import { drawn, linkOf, read, textsOf } from "../world/drawn";

const MADE = 45;

beforeAll(async () => {
  // Cursors of matches are of one day.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-05T10:00:00+08:00") });
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
  const listed: Made[] = Array.from({ length: MADE }, (_, index) => ({
    title: `智能排产${index}`,
    scenarios: ["planning"],
    provider: `p${index}`,
    deployDays: index === 0 ? 225 : null,
  }));
  const beside: Made[] = [
    { deployDays: 58, medianDays: 68, acceptedProjects: 3 },
    { deployDays: 40, medianDays: 68, acceptedProjects: 1 },
    { deployDays: 30 },
    { deployDays: 30 },
  ];
  const made = [...listed, ...beside.map((each) => ({ ...each, scenarios: ["equipment"] }))];
  await fillMarket(
    store(),
    made,
    listed.map(({ provider = "" }) => provider),
  );
});

afterAll(() => vi.useRealTimers());

describe("/match", () => {
  const titles = (page: CheerioAPI) => textsOf(page, "#matches h3");

  test("leads forth to every match and back, its question kept", async () => {
    const seen = [];
    let page = await drawn(match, "/match?scenario=planning&budget=50000.5&level=2");
    seen.push(...titles(page));
    expect([linkOf(page, "上一页"), seen.length]).toEqual(["", 20]);
    while (linkOf(page, "下一页")) {
      page = await drawn(match, linkOf(page, "下一页"));
      expect(page("#match-budget").attr("value")).toBe("50000.5");
      seen.push(...titles(page));
    }
    expect([seen.length, new Set(seen).size]).toEqual([MADE, MADE]);
    expect(page("nav").text()).toContain("第 41–45 个");
    const before = await drawn(match, linkOf(page, "上一页"));
    expect(titles(before)).toEqual(seen.slice(20, 40));
    expect(titles(await drawn(match, linkOf(before, "上一页")))).toEqual(seen.slice(0, 20));
  });

  test("near misses stand on the first page only", async () => {
    const first = await read(match, "/match?scenario=planning&days=90");
    expect(first.found?.nearMisses.map(({ card }) => card.title)).toEqual(["智能排产0"]);
    const second = await read(match, first.found?.nextHref ?? "");
    expect(second.found?.nearMisses).toEqual([]);
  });

  test("has no page past the end", async () => {
    const { found } = await read(match, "/match?scenario=planning");
    const next = new URL(found?.nextHref ?? "", "http://here").searchParams.get("after") ?? "";
    const [, before = ""] = Buffer.from(next, "base64url").toString().split("|");
    const query = { ...nothing, scenarios: ["planning"] };
    const cursor = (at: number) =>
      cursorOf({ at, before: at === 20 ? before : "gone" }, JSON.stringify([query, today()]));
    expect(cursor(20)).toBe(next);
    await expect(read(match, `/match?scenario=planning&after=${cursor(MADE)}`)).rejects.toMatchObject({ status: 404 });
  });

  test.each([
    ["forged", async () => "forged-cursor"],
    ["of another question", async () => nextOf("/match?scenario=planning&days=90")],
  ])("leaves out a cursor that is %s, and says so", async (_how, cursor) => {
    const page = await drawn(match, `/match?scenario=planning&after=${await cursor()}`);
    expect(page.text()).toContain("after = ");
    expect(titles(page)).toEqual(titles(await drawn(match, "/match?scenario=planning")));
  });

  test("names five values that were left out and counts the others", async () => {
    const many = Array.from({ length: 300 }, (_, no) => `scenario=s${no}`).join("&");
    for (const asked of [many, `${many}&scenario=planning`]) {
      const said = (await drawn(match, `/match?${asked}`)).text();
      expect(said).toContain("想解决哪些场景 = s4。");
      expect(said).not.toContain("s5");
      expect(said).toContain("另有 295 项");
    }
  });
});

const nothing = { industry: null, park: null, region: null, scenarios: [], budgetFen: null, days: null, level: null };
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

async function nextOf(path: string): Promise<string> {
  const { found } = await read(match, path);
  return new URL(found?.nextHref ?? "", "http://here").searchParams.get("after") ?? "";
}

describe("/providers", () => {
  test("has no page past the end", async () => {
    const key = JSON.stringify(["", null, null, null]);
    const last = await read(providers, `/providers?after=${cursorOf({ at: 40, before: "gone" }, key)}`);
    expect([last.from, last.providers.length]).toEqual([41, MADE - 40]);
    const past = `/providers?after=${cursorOf({ at: MADE, before: "gone" }, key)}`;
    await expect(read(providers, past)).rejects.toMatchObject({ status: 404 });
    expect((await read(providers, "/providers?q=nobody")).total).toBe(0);
  });
});

describe("days measured on accepted projects", () => {
  const slug = (place: number) => `s-${MADE + place}`;
  const daysOf = async (place: number, locale: "zh-CN" | "en") => {
    const page = await drawn(solution, `/solutions/${slug(place)}`, { locale, params: { slug: slug(place) } });
    return page("#terms dt")
      .filter((_, label) => /实施周期|Days to deploy/.test(page(label).text()))
      .next()
      .text();
  };

  test.each([
    ["zh-CN", "实测 68 天（3 个验收项目的中位数）服务商填写：58 天", "30 天"],
    ["en", "68 days measured (median of 3 accepted projects)58 days as declared by the provider", "30 days"],
  ] as const)(
    "come first on the page of a solution, and the declared ones say so (%s)",
    async (locale, both, alone) => {
      expect(await daysOf(1, locale)).toBe(both);
      expect(await daysOf(3, locale)).toBe(alone);
    },
  );

  const rowOf = async (...places: number[]) => {
    const page = await drawn(compare, `/solutions/compare?${places.map((place) => `slug=${slug(place)}`).join("&")}`);
    const row = page("tbody tr").filter((_, each) => page(each).find("th").text().startsWith("实施周期"));
    return { differs: row.find("th").text().includes("不同"), says: row.find("td").text() };
  };

  test("decide what differs in a comparison, and a declaration beside them says what it is", async () => {
    const same = await rowOf(1, 2);
    expect(same.differs).toBe(false);
    const mixed = await rowOf(1, 3);
    expect(mixed.differs).toBe(true);
    expect(mixed.says).toBe("实测 68 天（3 个验收项目的中位数）服务商填写：58 天服务商填写：30 天");
    expect((await rowOf(3, 4)).says).toBe("30 天30 天");
  });
});

describe("a comparison of nothing", () => {
  const QUERY = "scenario=planning&deploy=saas&sort=newest";

  test.each([
    ["zh-CN", "返回刚才的列表", "勾选两到四个方案"],
    ["en", "Back to the list you came from", "Tick two to four solutions"],
  ] as const)("says what to do and leads back to the list as it was (%s)", async (locale, back, what) => {
    const list = await drawn(solutions, "/solutions?scenario=planning&sort=newest");
    const kept = list("form#compare input[name=list]").attr("value") ?? "";
    expect(kept).toBe("scenario=planning&sort=newest");
    const page = await drawn(compare, `/solutions/compare?${new URLSearchParams({ list: QUERY })}`, { locale });
    expect(page.text()).toContain(what);
    expect(linkOf(page, back)).toBe(`/solutions?${QUERY}`);
  });

  test("takes nothing for a list that is none", async () => {
    const page = await drawn(compare, `/solutions/compare?list=${encodeURIComponent("//elsewhere.example?x=1&q=a")}`);
    expect(linkOf(page, "返回刚才的列表")).toBe("/solutions?q=a");
    expect((await read(compare, "/solutions/compare?list=junk")).list).toBe("");
  });

  test("keeps the list while solutions join and leave", async () => {
    const page = await drawn(compare, `/solutions/compare?slug=s-1&slug=s-2&${new URLSearchParams({ list: QUERY })}`);
    const without = page("a[aria-label$='移出对比']").first().attr("href") ?? "";
    expect(new URL(without, "http://here").searchParams.get("list")).toBe(QUERY);
  });
});
