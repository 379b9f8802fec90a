import { expect, test } from "vitest";
import { publishedCatalogue, refreshIndex } from "~/domain/catalogue/published.server";
import { searchesAnswered } from "~/domain/catalogue/searches-answered.server";
import { addSolution, market } from "./market";

const made = [
  {
    title: "注塑车间排产",
    scenarios: ["planning"],
    industries: ["C2929"],
    regions: ["360100"],
    priceMinFen: 5_000_000,
  },
  { title: "生产计划排程 APS", summary: "插单多也能排得开", scenarios: ["planning", "quality"], industries: [] },
  { title: "设备点检", summary: "可与 MES、排产对接", scenarios: ["equipment"], deployDays: 10, ai: true },
  { title: "质量追溯", keywords: ["扫码", "批次"], scenarios: ["quality"], parks: ["nanchang-htdz"], provider: "p2" },
  { title: "能耗监测", summary: "电费一目了然", scenarios: ["energy"], regions: ["360000"] },
].map((each) => ({ priceModel: "subscription" as const, ...each }));

const queries = [
  ...[
    "q=排产",
    "q=注塑车间",
    "q=注塑+排产",
    "q=排产+-MES",
    'q="插单多"',
    "q=paichan",
    "q=aps",
    "q=电费太高怎么办",
    "q=质量&ai=1",
  ],
  ...[
    "q=设备&days_max=30",
    "scenario=quality",
    "scenario=planning&scenario=energy",
    "park=nanchang-htdz",
    "region=360121",
  ],
  ...["industry=C29", "industry=C292&q=排产", "price_max=60000", "provider=p2", "provider=p1&q=排产", "ai=1", "q=…"],
  ...["q=质量追溯&without=quality", "q=排产&sort=newest", "q=服务商p2", "q=批次+扫码"],
];

test("a listing answers a saved search exactly when the search's own list counts it among its full answers", async () => {
  const { store, find } = await market(made);
  const answeredBy = async (query: string) => {
    const { items, fullTotal } = await find(`${query}&sort=relevance&per=100`);
    return items.slice(0, fullTotal).map(({ no }) => no);
  };
  const { solutions } = await publishedCatalogue(store.db);
  const searches = queries.map((query) => ({ query }));
  for (const solution of solutions) {
    const answered = (await searchesAnswered(store.db, solution, searches)).map(({ query }) => query);
    const expected = [];
    for (const query of queries) if ((await answeredBy(query)).includes(solution.no)) expected.push(query);
    expect([solution.title, ...answered]).toEqual([solution.title, ...expected]);
  }
});

test("a word taken for a mistake is found when a listing says it as typed", async () => {
  const { store } = await market(made);
  const first = async (no: number) => {
    const solution = (await publishedCatalogue(store.db)).byNo.get(no);
    return solution ? (await searchesAnswered(store.db, solution, [{ query: "q=AQS" }])).length : null;
  };
  await first(2);
  await store.write(async (tx) => {
    await addSolution(tx, 9, { title: "AQS 平台" });
    await refreshIndex(tx, "sol_9");
  });
  expect(await first(9)).toBe(1);
});
