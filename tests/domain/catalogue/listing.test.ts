import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { provider, solution } from "#db/schema/catalogue.server";
import { searchSolutions } from "~/domain/catalogue/listing.server";
import { publishedCatalogue, refreshIndex, refreshProviderIndex } from "~/domain/catalogue/published.server";
import { addSolution, following, market } from "./market";

describe("filters", () => {
  const made = [
    {
      title: "汽车排产",
      industries: ["C3670"],
      scenarios: ["planning"],
      parks: ["nanchang-htdz"],
      deployment: ["saas" as const],
      priceMinFen: 500_000,
      deployDays: 10,
    },
    {
      title: "通用质检",
      scenarios: ["quality", "f_ai"],
      ai: true,
      deployment: ["edge" as const],
      priceMinFen: 2_000_000,
      deployDays: 40,
      medianDays: 20,
      acceptedProjects: 3,
    },
    {
      title: "汽车能耗",
      industries: ["C36"],
      scenarios: ["energy"],
      regions: ["360100"],
      provider: "p2",
      priceModel: "free" as const,
    },
    {
      title: "陶瓷质检",
      industries: ["C307"],
      scenarios: ["quality"],
      regions: ["360200"],
      provider: "p2",
      deployment: ["saas" as const, "hybrid" as const],
    },
  ];
  test.each([
    ["an industry includes its children and what serves all", "industry=C36", [3, 2, 1]],
    ["a listed parent serves a child", "industry=C3670", [3, 2, 1]],
    ["industries are alternatives", "industry=C307&industry=C3670", [4, 3, 2, 1]],
    ["lower case and full width codes", "industry=ｃ307", [4, 2]],
    ["scenarios are alternatives", "scenario=energy&scenario=planning", [3, 1]],
    ["deployments are alternatives", "deploy=edge&deploy=hybrid", [4, 2]],
    ["filters narrow each other", "scenario=quality&industry=C307&deploy=saas", [4]],
    ["a park is served by name, by a region around it and by everywhere", "park=nanchang-htdz", [3, 2, 1]],
    ["a region is served by itself, places within and everywhere", "region=360100", [3, 2, 1]],
    ["the whole province", "region=360000", [4, 3, 2, 1]],
    ["a price limit leaves out what does not say, and free is free", "price_max=5000", [3, 1]],
    ["measured days outrank declared ones", "days_max=20", [2, 1]],
    ["a provider", "provider=p2", [4, 3]],
    ["only with artificial intelligence", "ai=1", [2]],
  ])("%s", async (_what, params, expected) => {
    expect(await (await market(made)).numbers(`${params}&sort=newest`)).toEqual(expected);
  });

  test.each([
    ["newest", [4, 3, 2, 1]],
    ["fastest", [1, 2, 4, 3]],
    ["cheapest", [3, 1, 2, 4]],
    ["proven", [2, 4, 3, 1]],
  ])("sorted by %s", async (sort, expected) => {
    expect(await (await market(made)).numbers(`sort=${sort}`)).toEqual(expected);
  });

  test("a filter narrows what a text finds", async () => {
    expect(await (await market(made)).numbers("q=质检&industry=C307&sort=newest")).toEqual([4, 2]);
    expect(await (await market(made)).numbers("q=质检&ai=1")).toEqual([2]);
  });

  test("when nothing is found, it says which filter left out would give how many", async () => {
    const { find } = await market(made);
    expect(await find("scenario=planning&deploy=hybrid&ai=1")).toMatchObject({ total: 0, relaxed: [] });
    expect((await find("scenario=planning&deploy=edge&price_max=90000")).relaxed).toEqual([
      { name: "scenario", total: 1 },
      { name: "deploy", total: 1 },
    ]);
    expect((await find("scenario=quality")).relaxed).toEqual([]);
  });

  test("a scenario the reader did not mean is no longer looked for", async () => {
    const { find } = await market([{ title: "生产排程", scenarios: ["planning"] }, { title: "交付跟踪" }]);
    const meant = await find("q=排产");
    expect([meant.understood, meant.items.map(({ no }) => no)]).toEqual([["planning"], [1]]);
    const without = await find("q=排产&without=planning");
    expect([without.understood, without.items]).toEqual([[], []]);
  });

  test("a choice does not hide the other choices of its own facet", async () => {
    const { counts } = await (await market(made)).find("scenario=quality&deploy=saas");
    expect(Object.fromEntries(counts.scenario)).toEqual({ quality: 1, planning: 1 });
    expect(Object.fromEntries(counts.deploy)).toEqual({ saas: 1, hybrid: 1, edge: 1 });
  });
});

test("of very many providers the most frequent are counted, and the chosen one", async () => {
  const slugs = Array.from({ length: 30 }, (_, at) => `q${at}`);
  const often = (at: number) => (at === 12 ? 3 : at === 25 ? 2 : 1);
  const { find } = await market(
    slugs.flatMap((provider, at) => Array.from({ length: often(at) }, () => ({ provider }))),
    slugs,
  );
  const { total, counts } = await find("provider=q29");
  expect(total).toBe(1);
  expect([...counts.provider].slice(0, 3)).toEqual([
    ["q12", 3],
    ["q25", 2],
    ["q0", 1],
  ]);
  expect(counts.provider.size).toBe(21);
  expect(counts.provider.get("q29")).toBe(1);
});

describe("what is live", () => {
  test("hidden solutions and those of closed providers are not listed, and come back", async () => {
    const { store, numbers } = await market([
      { title: "排产" },
      { title: "排产", status: "withdrawn" },
      { title: "排产", provider: "p2" },
    ]);
    expect((await numbers("q=排产")).sort()).toEqual([1, 3]);
    await store.write(async (tx) => {
      await tx.update(provider).set({ status: "suspended" }).where(eq(provider.organisationId, "org_p2"));
      await refreshProviderIndex(tx, "org_p2");
      await tx.update(solution).set({ status: "published" }).where(eq(solution.id, "sol_2"));
      await refreshIndex(tx, "sol_2");
    });
    expect((await numbers("q=排产")).sort()).toEqual([1, 2]);
    expect((await numbers("")).sort()).toEqual([1, 2]);
  });

  test("a new solution is found as soon as it is committed", async () => {
    const { store, find } = await market([{ title: "排产" }]);
    await find("q=点检");
    await store.write(async (tx) => {
      await addSolution(tx, 2, { title: "设备点检" });
      await refreshIndex(tx, "sol_2");
    });
    expect((await find("q=点检")).total).toBe(1);
  });

  test("a change that is rolled back leaves the catalogue as it was", async () => {
    const { store, find } = await market([{ title: "排产" }]);
    const undone = store.write(async (tx) => {
      await addSolution(tx, 2, { title: "设备点检" });
      await refreshIndex(tx, "sol_2");
      await publishedCatalogue(tx);
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect((await find("")).total).toBe(1);
    expect((await find("q=点检")).total).toBe(0);
  });
});

describe("pages", () => {
  const many = Array.from({ length: 47 }, (_, index) => ({
    title: index % 2 ? "智能排产" : "设备点检",
    quality: (index % 5) / 5,
    deployDays: index % 7,
  }));

  test.each(["", "q=排产", "sort=fastest", "q=点检&sort=newest", "per=50"])(
    "all pages of %j together are all results once",
    async (params) => {
      const { find } = await market(many);
      const seen: number[] = [];
      let page = await find(params);
      const { total } = page;
      for (seen.push(...page.items.map(({ no }) => no)); page.next; seen.push(...page.items.map(({ no }) => no)))
        page = await find(following(page.query, page.next));
      expect(seen).toHaveLength(total);
      expect(new Set(seen).size).toBe(total);
    },
  );

  test("pages beyond the beginning that is put in order first go on in the same order", async () => {
    const days = (at: number) => (at * 61) % 229;
    const { find } = await market(Array.from({ length: 229 }, (_, at) => ({ deployDays: days(at) })));
    const seen: (number | null)[] = [];
    let page = await find("sort=fastest&per=50");
    for (seen.push(...page.items.map(({ deployDays }) => deployDays)); page.next;) {
      page = await find(following(page.query, page.next));
      seen.push(...page.items.map(({ deployDays }) => deployDays));
    }
    expect(seen).toEqual(Array.from({ length: 229 }, (_, at) => at));
  });

  test("the page before leads back", async () => {
    const { find } = await market(many);
    const first = await find("");
    const second = await find(following(first.query, first.next ?? ""));
    const third = await find(following(first.query, second.next ?? ""));
    expect([second.previous, third.next]).toEqual([null, null]);
    expect((await find(following(first.query, third.previous ?? ""))).items).toEqual(second.items);
    expect([first.from, second.from, third.from]).toEqual([1, 21, 41]);
  });

  test("a page that is no longer there says so", async () => {
    const { store, find } = await market(many);
    const first = await find("sort=newest");
    await store.write(async (tx) => {
      await tx.update(provider).set({ status: "suspended" });
      for (const key of ["p1", "p2"]) await refreshProviderIndex(tx, `org_${key}`);
    });
    const second = await find(following(first.query, first.next ?? ""));
    expect(second).toMatchObject({ isPastEnd: true, total: 0, items: [] });
    expect(await find("sort=newest")).toMatchObject({ isPastEnd: false });
  });

  test("a new item at the top moves nothing to another page twice", async () => {
    const { store, find } = await market(many);
    const first = await find("sort=newest");
    await store.write(async (tx) => {
      await addSolution(tx, 48, { title: "新方案" });
      await refreshIndex(tx, "sol_48");
    });
    const second = await find(following(first.query, first.next ?? ""));
    expect(second.items[0]?.no).toBe(27);
  });

  test.each(["x", "../../etc", "eyJhdCI6MX0", "MjB8cy0xfGFiYw", "9".repeat(99)])(
    "a forged cursor %j shows the first page and says so",
    async (after) => {
      const { store, find } = await market(many);
      const { query } = await find("");
      const page = await searchSolutions(store.db, { ...query, after });
      expect(page.from).toBe(1);
      expect(page.ignored).toEqual([{ name: "after", value: after.slice(0, 60) }]);
    },
  );

  test("a cursor of another list is not taken", async () => {
    const { find } = await market(many);
    const first = await find("");
    expect((await find(`q=排产&after=${first.next}`)).from).toBe(1);
  });
});
