/** The way from what is read to a provider that is asked: who is shown it, and what is said where it leads nowhere. */
import { load, type CheerioAPI } from "cheerio/slim";
import { beforeAll, describe, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import type { OrganisationKind } from "#db/vocabulary/identity";
import { ownPart } from "~/components/layout/own-parts.server";
import { startSession } from "~/domain/identity/sessions.server";
import { knowReader } from "~/http/reader.server";
import * as solution from "~/routes/catalogue/solution";
import * as compare from "~/routes/catalogue/solutions-compare";
import * as match from "~/routes/matching/match";
import * as enquiry from "~/routes/projects/enterprise-enquiry-new";
import { connections, store } from "~/store.server";
import { fillMarket } from "../domain/catalogue/market";
import { drawn, linkOf, read, textsOf } from "../world/drawn";
import { aMember, anOrganisation, aPerson } from "../world/people";

const ASK = "联系这家服务商";
const ASK_THEM = "向这几家询价";
const cookies = { visitor: "", enterprise: "", provider: "" };

beforeAll(async () => {
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
  const listed = ["p1", "p2"].map((provider) => ({ scenarios: ["planning"], provider }));
  await fillMarket(store(), listed, ["p1", "p2"]);
  cookies.enterprise = await cookieOf("enterprise");
  cookies.provider = await cookieOf("provider");
});

async function cookieOf(kind: OrganisationKind): Promise<string> {
  const userId = await store().write(async (tx) => {
    const person = await aPerson(tx, `${kind}@example.test`);
    await aMember(tx, await anOrganisation(tx, kind, kind), person, "owner");
    return person;
  });
  return (await startSession(userId, "tests")).split(";", 1)[0] ?? "";
}

const readers = ["visitor", "enterprise", "provider"] as const;
const slug = "s-1";

describe("the page of a solution", () => {
  const pageFor = (reader: (typeof readers)[number]) =>
    drawn(solution, `/solutions/${slug}`, { params: { slug }, cookie: cookies[reader] });

  test.each([
    ["visitor", true, "登录企业账号后填写"],
    ["enterprise", true, "服务商会马上收到通知"],
    ["provider", false, "只有企业账号可以咨询服务商"],
  ] as const)("tells a %s how to ask", async (reader, isOffered, said) => {
    const page = await pageFor(reader);
    expect(linkOf(page, ASK) !== "").toBe(isOffered);
    expect(page("aside").text()).toContain(said);
    expect(page("aside").text().includes("登录企业账号后填写")).toBe(reader === "visitor");
  });

  test.each(readers)("draws the same in the place a shared page keeps for a %s", async (reader) => {
    const request = new Request("http://here/", { headers: { Cookie: cookies[reader] } });
    const part = ownPart({ part: "ask", slug }, await knowReader(request, { favourites: false, query: null }), "zh-CN");
    expect((await pageFor(reader))("aside > .panel").html()).toContain(load(part, null, false).html());
  });
});

describe("a comparison", () => {
  const two = "/solutions/compare?slug=s-1&slug=s-2";
  const isOffered = (page: CheerioAPI) => [linkOf(page, ASK_THEM) !== "", linkOf(page, "联系对接") !== ""];

  test("offers to ask to whom may ask, or may once signed in", async () => {
    for (const reader of readers) {
      const offered = reader !== "provider";
      const page = await drawn(compare, two, { cookie: cookies[reader] });
      expect(isOffered(page), reader).toEqual([offered, offered]);
    }
  });

  test("names its way back after where it leads", async () => {
    expect(linkOf(await drawn(compare, two), "全部解决方案")).toBe("/solutions");
    const page = await drawn(compare, `${two}&list=q%3DMES`);
    expect(linkOf(page, "返回刚才的列表")).toBe("/solutions?q=MES");
    expect(linkOf(page, "全部解决方案")).toBe("");
  });

  test("holds its source and day for paper, and no fact is cut", async () => {
    const page = await drawn(compare, two);
    expect(page(".print\\:block").text()).toMatch(/^来源：数诊，\d+年\d+月\d+日。/);
    expect(page("table").html()).not.toContain("line-clamp");
  });
});

describe("the form that asks", () => {
  const at = (query: string) => drawn(enquiry, `/enterprise/enquiries/new?${query}`, { cookie: cookies.enterprise });

  test.each([
    ["", "/enterprise/matches"],
    ["from=20", "/enterprise/matches?from=20"],
    ["from=elsewhere", "/enterprise/matches"],
  ])("says that nothing was ticked and leads back (%s)", async (query, back) => {
    const page = await at(query);
    expect(page("[role=status]").text()).toContain("您没有勾选方案");
    expect(linkOf(page, "返回刚才的列表")).toBe(back);
  });

  test("says nothing of the kind where something was ticked", async () => {
    expect(textsOf(await at("solution=s-1"), "[role=status]")).toEqual([]);
  });

  test("is not there for who is of no enterprise, and the page says why", async () => {
    const path = "/enterprise/enquiries/new?solution=s-1";
    const thrown = await read(enquiry, path, { cookie: cookies.provider }).catch((reason: unknown) => reason);
    if (!(thrown instanceof Response)) throw new Error("no answer was thrown");
    expect([thrown.status, await thrown.text()]).toEqual([404, "enterprises_only"]);
    const page = await drawn(enquiry, path, { cookie: cookies.provider });
    expect(page("h1").text()).toBe("只有企业可以咨询服务商");
    expect(linkOf(page, "返回方案")).toBe("/solutions/s-1");
    expect((await at("solution=no"))("h1").text()).toBe("没有找到这个页面");
  });
});

describe("/match", () => {
  const EMPTY = "还没有条件可以匹配";

  test("says what to choose when it was sent empty, and only then", async () => {
    expect((await drawn(match, "/match")).text()).not.toContain(EMPTY);
    const sent = await drawn(match, "/match?industry=&park=&region=&budget=&days=&level=");
    expect(sent("[role=status]").text()).toContain(EMPTY);
    expect(sent("form").length).toBe(1);
    expect((await drawn(match, "/match?scenario=planning")).text()).not.toContain(EMPTY);
  });

  test("keeps in the form what could not be read", async () => {
    const page = await drawn(match, "/match?industry=&budget=lots");
    expect(page("#match-budget").attr("value")).toBe("lots");
    expect(page("[role=status]").text()).toContain(EMPTY);
  });

  test("holds for paper what was asked for", async () => {
    const page = await drawn(match, "/match?scenario=planning&days=90");
    expect(page(".print\\:block").text()).toMatch(/^匹配条件：.+、90 天内上线。来源：数诊/);
  });
});
