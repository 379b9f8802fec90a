import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { FULL_TIER } from "~/domain/search/hits";
import { noteBehind } from "~/domain/search/index.server";
import { addWord } from "~/domain/search/lexicon-book.server";
import { document, rowsOf, shelf } from "./shelf";

const floor = [
  document(1, "注塑车间智能排产", { tags: ["计划排程"], industries: [{ code: "C292", name: "塑料制品业" }] }),
  document(2, "APS 高级计划系统", { tags: ["交付"] }),
  document(3, "中小工厂计划排程云", { summary: "插单换线一键重排" }),
  document(4, "设备点检与保养", { tags: ["设备管理"], who: "赣江数智科技" }),
  document(5, "能源在线监测", { tags: ["能耗管理"], summary: "降低电费" }),
  document(6, "陶瓷窑炉质量追溯", { industries: [{ code: "C307", name: "陶瓷制品制造" }], tags: ["质量管理"] }),
  document(7, "轻量 MES", { tags: ["生产管控"], industries: [{ code: "C29", name: "橡胶和塑料制品业" }] }),
  document(8, "数据上报网关", { tags: ["设备联网"] }),
];

describe("one need, many names", () => {
  test.each([
    ["排产", ["注塑车间智能排产", "中小工厂计划排程云", "APS 高级计划系统"]],
    ["aps", ["APS 高级计划系统", "注塑车间智能排产", "中小工厂计划排程云"]],
    ["计划排程系统", ["中小工厂计划排程云", "注塑车间智能排产", "APS 高级计划系统"]],
    ["production scheduling", ["APS 高级计划系统", "注塑车间智能排产", "中小工厂计划排程云"]],
    ["点检", ["设备点检与保养"]],
    ["赣江数智", ["设备点检与保养"]],
  ])("%s", async (q, expected) => {
    const found = await (await shelf(floor)).titles(q);
    expect(new Set(found.slice(0, expected.length))).toEqual(new Set(expected));
    expect(found[0]).toBe(expected[0]);
  });
});

test("a listing that serves all of rubber and plastics answers a query about injection moulding", async () => {
  expect(await (await shelf(floor)).titles("注塑 MES")).toContain("轻量 MES");
});

test("when few serve the industry, those that serve all come before those of another", async () => {
  const other = document(9, "陶瓷 MES", { tags: ["生产管控"], industries: [{ code: "C307", name: "陶瓷制品制造" }] });
  const general = document(10, "通用 MES", { tags: ["生产管控"] });
  const found = await (await shelf([other, general, ...floor])).titles("注塑 MES");
  expect(found.filter((title) => title.endsWith(" MES"))).toEqual(["轻量 MES", "通用 MES", "陶瓷 MES"]);
});

test("what is said in full comes before what is said in part: another trade's", async () => {
  const other = document(9, "钢铁排产", { industries: [{ code: "C31", name: "钢铁" }] });
  const { hits } = await (await shelf([other, ...floor])).search("注塑排产");
  const full = rowsOf(hits).filter(({ tier }) => tier <= FULL_TIER);
  expect(full.find(({ tier }) => tier === 0)?.no).toBe(1);
  expect(full.map(({ no }) => no).sort()).toEqual([1, 2, 3]);
  expect(rowsOf(hits).find(({ no }) => no === 9)?.tier).toBeGreaterThan(FULL_TIER);
});

test("who serves every trade with it comes before a listing of the trade that only mentions it", async () => {
  const mention = document(9, "注塑厂仓库云", {
    industries: [{ code: "C292", name: "塑料制品业" }],
    summary: "比 MES 更轻；MES MES MES",
  });
  const general = document(10, "通用 MES");
  const titles = await (await shelf([mention, general, ...floor])).titles("注塑 MES");
  expect(titles.indexOf("通用 MES")).toBeLessThan(titles.indexOf("注塑厂仓库云"));
});

test("pairs of characters that are no words never outrank what the query is about", async () => {
  const stray = document(9, "智能问答", { scenarios: ["f_ai"], summary: "使用高峰；费用高、记录还在、还在纸上" });
  const titles = await (await shelf([stray, ...floor])).titles("能耗费用高");
  expect(titles.indexOf("能源在线监测")).toBe(0);
});

test("a listing that only says the words of a need is no full answer to it", async () => {
  const told = document(9, "三维设计软件", { scenarios: ["product_design"], summary: "电费太高也不怕" });
  const declared = floor.map((each) => (each.no === 5 ? { ...each, scenarios: ["energy"] } : each));
  const { search, titles } = await shelf([told, ...declared]);
  const { hits } = await search("电费太高");
  expect(rowsOf(hits).find(({ no }) => no === 9)?.tier).toBeGreaterThan(FULL_TIER);
  const found = await titles("电费太高");
  expect(found.indexOf("能源在线监测")).toBeLessThan(found.indexOf("三维设计软件"));
});

test("a title that says all of a need comes before what is only about the scenario it points at", async () => {
  const other = document(9, "机加工件智能报价", { scenarios: ["product_design"] });
  const about = document(10, "客户关系管理", { scenarios: ["marketing"], summary: "跟进报价" });
  const { titles } = await shelf([about, other, ...floor]);
  expect((await titles("报价")).slice(0, 2)).toEqual(["机加工件智能报价", "客户关系管理"]);
});

test("rare words of a sentence outweigh one that only points at a scenario", async () => {
  const made = document(9, "粮油果蔬原料收购系统", {
    scenarios: ["procurement"],
    summary: "稻谷、油菜籽过磅、验级、付款一次做完",
  });
  const about = document(10, "费控报销与差旅", { scenarios: ["finance"], summary: "报销付款" });
  const { titles } = await shelf([about, made, ...floor]);
  expect((await titles("收稻谷过磅付款"))[0]).toBe("粮油果蔬原料收购系统");
});

test.each([
  ["鞭炮作坊", "花炮厂区定员监控"],
  ["算工钱", "计件工资一清二楚"],
])("of words no listing has, %s, one character may say enough", async (q, title) => {
  const others = ["酒厂灌装", "眼镜订单流转", "瓷砖切割", "布匹验布", "炉温曲线", "电镀加药", "果园采收", "钨粉称量"];
  const titles = ["花炮厂区定员监控", "计件工资一清二楚", ...others];
  expect((await (await shelf(titles.map((each, at) => document(at + 1, each)))).titles(q))[0]).toBe(title);
});

test("what must not be said or must be said so holds for what is found by evidence as well", async () => {
  const [grain, fruit] = [
    document(9, "粮食收购", { summary: "稻谷过磅、付款" }),
    document(10, "果蔬收购", { summary: "果蔬、稻谷过磅" }),
  ];
  const { titles } = await shelf([grain, fruit, ...floor]);
  const both = await titles("收稻谷过磅");
  expect(both).toEqual(expect.arrayContaining(["粮食收购", "果蔬收购"]));
  expect(await titles("收稻谷过磅 -果蔬")).not.toContain("果蔬收购");
  expect(await titles('收稻谷过磅 "付款"')).not.toContain("果蔬收购");
});

test("of a tag that means another scenario than the listing is declared for, the listing is no example", async () => {
  const [tagged, made] = [
    document(9, "智能问答", { scenarios: ["f_ai"], tags: ["质检"] }),
    document(10, "来料质检", { scenarios: ["quality"], tags: ["质量管理"] }),
  ];
  expect((await (await shelf([tagged, made, ...floor])).titles("质检")).slice(0, 2)).toEqual(["来料质检", "智能问答"]);
});

test.each(["all0documents", "ic0any", "in0c36", "scenergy", "all", "\ue000all", "\ue000scenergy"])(
  "nobody can type a token that is no word: %j",
  async (q) => {
    expect((await (await shelf(floor)).search(q)).hits.nos.length).toBeLessThan(floor.length / 2);
  },
);

test("a system that can be connected to MES is found after those that are one", async () => {
  const connected = document(9, "仓库云", { summary: "MES MES MES 可对接 MES" });
  const titles = await (await shelf([connected, ...floor])).titles("MES");
  expect(titles.indexOf("仓库云")).toBeGreaterThan(titles.indexOf("轻量 MES"));
});

test.each([
  ["traditional characters", "設備管理", "设备点检与保养"],
  ["words of Taiwan", "品質追溯", "陶瓷窑炉质量追溯"],
  ["full width and capitals", "ＭＥＳ", "轻量 MES"],
  ["full pinyin", "paichan", "注塑车间智能排产"],
  ["full pinyin in two words", "she bei guan li", "设备点检与保养"],
  ["initials", "nhgl", "能源在线监测"],
  ["a homophone", "能耗管里", "能源在线监测"],
  ["a homophone of two characters", "拍产", "注塑车间智能排产"],
  ["swapped letters", "msE", "轻量 MES"],
  ["a need in a sentence", "我们厂电费太高了怎么办", "能源在线监测"],
  ["a single character", "窑", "陶瓷窑炉质量追溯"],
])("%s: %s", async (_what, q, title) => {
  expect(await (await shelf(floor)).titles(q)).toContain(title);
});

test("a repaired query says what was searched instead", async () => {
  const { corrections } = await (await shelf(floor)).search("拍产");
  expect(corrections).toEqual([{ from: "拍产", to: "排产" }]);
});

test("words that listings have are never repaired", async () => {
  const { corrections } = await (await shelf([...floor, document(9, "拍产专用相机")])).search("拍产");
  expect(corrections).toEqual([]);
});

test("a need names the scenario it was read as", async () => {
  expect((await (await shelf(floor)).search("电费太高")).scenarioKeys).toEqual(["energy"]);
});

describe("in a catalogue of a million", () => {
  const million = 1_200_000;

  test.each(["排产", "aps", "点检", "注塑 MES", "production scheduling", "陶瓷质量追溯", '"工厂" 排产', "排产 -注塑"])(
    "%s is answered by the same listings as in a small one",
    async (q) => {
      const { search } = await shelf(floor);
      const full = async (size?: number) =>
        rowsOf((await search(q, size)).hits)
          .filter(({ tier }) => tier <= FULL_TIER)
          .map(({ no }) => no)
          .sort();
      expect((await full()).length).toBeGreaterThan(0);
      expect(await full(million)).toEqual(await full());
    },
  );

  test("while listings wait for the token of a new meaning, they are found by the word they say", async () => {
    const { store, search } = await shelf([document(9, "机加工油雾收集改造"), ...floor]);
    await store.write(async (tx) => {
      await addWord(tx, { surface: "油雾收集", kind: "scenario", target: "safety/environment" });
      await noteBehind(tx, { words: ["油雾收集"], after: 0 });
    });
    const full = rowsOf((await search("油雾收集", million)).hits).filter(({ tier }) => tier <= FULL_TIER);
    expect(full.map(({ no }) => no)).toEqual([9]);
  });

  test("of thousands that answer all are found once, and the best of them weighed", async () => {
    const inspecting = Array.from({ length: 2_500 }, (_, at) => document(10 * at + 7, `质检 ${at}`));
    const mentioning = Array.from({ length: 300 }, (_, at) => document(30_000 + at, `云 ${at}`, { summary: "质检" }));
    const others = Array.from({ length: 50 }, (_, at) => document(40_000 + at, `排产 ${at}`));
    const { search } = await shelf([...inspecting, ...mentioning, ...others]);
    const hits = rowsOf((await search("质检", million)).hits);
    expect(hits.map(({ no }) => no).sort((a, b) => a - b)).toEqual(
      [...inspecting, ...mentioning].map(({ no }) => no).sort((a, b) => a - b),
    );
    const weighed = hits.filter(({ score }) => !Number.isNaN(score));
    expect(weighed).toHaveLength(2_000);
    const tierOf = (no: number) => hits.find((hit) => hit.no === no)?.tier ?? -1;
    expect(tierOf(7)).toBeLessThan(tierOf(30_000));
    expect(weighed.every(({ tier }) => tier === tierOf(7))).toBe(true);
  });
});

describe("whatever is typed finds something or nothing, and never fails", () => {
  const typed = [
    "",
    " ",
    "'",
    '"',
    '"*(){}^~:',
    "AND",
    "NOT OR",
    "NEAR(",
    "5G-工厂",
    "title:排产",
    "\u0000",
    "排\u0000产",
    "\ud800",
    "排产\udfff",
    "。，！",
    "😀",
    "排".repeat(10_000),
    "ﷺ".repeat(500),
    "%",
    "_",
    "-- ;",
    "a".repeat(10_000),
  ];
  test.each(typed.map((q) => [q.slice(0, 20), q]))("%j", async (_short, q) => {
    await expect((await shelf(floor)).search(q)).resolves.toBeDefined();
  });

  test("any text at all", async () => {
    const { search } = await shelf(floor);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 80 }), async (q) => {
        const { hits } = await search(q);
        expect(new Set(hits.nos).size).toBe(hits.nos.length);
      }),
      { numRuns: 300 },
    );
  });
});
