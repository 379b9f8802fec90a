import { describe, expect, test } from "vitest";
import { knownNames } from "~/domain/catalogue/listing.server";
import { parseProviderQuery, publishedProvider, publishedProviders } from "~/domain/catalogue/provider-list.server";
import { comparedSolutions, publishedSolution } from "~/domain/catalogue/solution-page.server";
import { suggestions } from "~/domain/catalogue/suggestions.server";
import { market } from "./market";

const shop = () =>
  market([
    { title: "智能排产云", scenarios: ["planning"], description: "为注塑厂排产" },
    { title: "另一排产", scenarios: ["planning", "quality"], provider: "p2" },
    { title: "点检宝", scenarios: ["equipment"], status: "withdrawn" },
  ]);

test("a live solution shows its whole version, its provider and others for the same scenario", async () => {
  const page = await publishedSolution((await shop()).store.db, "s-1");
  expect(page?.version.description).toBe("为注塑厂排产");
  expect(page?.provider).toMatchObject({ slug: "p1", name: "服务商p1", solutions: 1 });
  expect(page?.related.map(({ slug }) => slug)).toEqual(["s-2"]);
});

test.each(["s-3", "s-99", "", "../s-1"])("%j is not there for readers", async (slug) => {
  expect(await publishedSolution((await shop()).store.db, slug)).toBeNull();
});

test("up to four are compared in the order asked for; what is too much and what is not live is named", async () => {
  const { store } = await market(Array.from({ length: 6 }, () => ({})));
  const { compared, tooMany, unknown } = await comparedSolutions(store.db, [
    "s-5",
    "s-1",
    "s-5",
    "nothing",
    "s-2",
    "s-3",
    "s-4",
  ]);
  expect(compared.map(({ listed }) => listed.slug)).toEqual(["s-5", "s-1", "s-2", "s-3"]);
  expect(tooMany.map(({ slug }) => slug)).toEqual(["s-4"]);
  expect(unknown).toEqual(["nothing"]);
});

describe("providers", () => {
  const list = async (params: string) => {
    const { store } = await shop();
    const { query, ignored } = parseProviderQuery(new URLSearchParams(params), await knownNames(store.db));
    return { ...(await publishedProviders(store.db, query)), unread: ignored };
  };
  test.each([
    ["", ["p1", "p2"]],
    ["q=服务商P2", ["p2"]],
    ["q=P2 服务商", ["p2"]],
    ["q=质检", ["p2"]],
    ["q=P1 质检", []],
    ["q=？！", []],
    ["scenario=quality", ["p2"]],
    ["type=integrator", []],
  ])("%j", async (params, slugs) => {
    const { items, total } = await list(params);
    expect(items.map(({ slug }) => slug)).toEqual(slugs);
    expect(total).toBe(slugs.length);
  });

  test("what is not understood is named", async () => {
    expect((await list("type=best&scenario=magic")).unread).toEqual([
      { name: "type", value: "best" },
      { name: "scenario", value: "magic" },
    ]);
  });

  test("a provider's page lists what is live only", async () => {
    const page = await publishedProvider((await shop()).store.db, "p1");
    expect(page?.listed.map(({ slug }) => slug)).toEqual(["s-1"]);
  });
});

test.each([
  ["排", "排产"],
  ["jihuapai", "计划排程"],
  ["jhpc", "计划排程"],
  ["排程", "计划排程"],
  ["南昌高", "南昌高新区"],
  ["智能排产云", "智能排产云"],
  ["服务商p1", "服务商p1"],
  ["energy m", "Energy management"],
  ["設備", "设备管理"],
])("typing %j is completed to %j", async (typed, text) => {
  expect((await suggestions((await shop()).store.db, typed)).map((each) => each.text)).toContain(text);
});

test.each(["", " ", '"*(', "\u0000", "\ud800", "𰻝𰻝面"])("%j completes to nothing", async (typed) => {
  expect(await suggestions((await shop()).store.db, typed)).toEqual([]);
});

test("a thing with several names is completed once, called as its reader would call it", async () => {
  const { store } = await shop();
  for (const [locale, own] of [
    ["zh-CN", /\p{Script=Han}/u],
    ["en", /^[A-Z][\w ()-]+$/],
  ] as const) {
    const found = await suggestions(store.db, "Yichun", locale);
    const targets = found.map(({ target }) => JSON.stringify(target));
    expect([targets.length > 2, new Set(targets).size]).toEqual([true, targets.length]);
    expect(found.filter(({ text }) => !own.test(text))).toEqual([]);
  }
});

test.each(["C36", "c36", "36", "３６"])(
  "the code %j is completed to the division, then what lies in it",
  async (typed) => {
    const found = await suggestions((await shop()).store.db, typed);
    expect(found[0]).toEqual({ text: "C36 汽车制造业", target: { kind: "industry", value: "C36" } });
    expect(found.map(({ target }) => ("value" in target ? target.value : null)).slice(1, 4)).toEqual([
      "C361",
      "C362",
      "C363",
    ]);
    expect((await suggestions((await shop()).store.db, "3670", "en")).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^C3670 [A-Z]/),
    ]);
  },
);

test("codes do not push out words that begin with a letter", async () => {
  const kinds = (await suggestions((await shop()).store.db, "c")).map(({ target }) => target.kind);
  expect(new Set(kinds).size).toBeGreaterThan(1);
});

test("completions of one kind do not hide those of another", async () => {
  const { store } = await market(Array.from({ length: 12 }, (_, at) => ({ title: `设备方案${at}` })));
  const kinds = (await suggestions(store.db, "设备")).map(({ target }) => target.kind);
  expect(new Set(kinds)).toEqual(new Set(["query", "scenario", "industry", "solution"]));
  expect(kinds.length).toBeGreaterThanOrEqual(8);
});
