/** Every sentence we print as an example of a search must find what it is an example of, in the demonstration world. */
import { beforeAll, expect, test } from "vitest";
import { loadReference } from "#db/seed/reference.server";
import type { Store } from "#db/store.server";
import { searchSolutions } from "~/domain/catalogue/listing.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { home } from "~/i18n/zh-CN/home";
import { search } from "~/i18n/zh-CN/search";
import { loadDemonstration } from "../../cli/demo/load";
import { testStore } from "../world/store";
import { listingQuery } from "./scores";

const NOW = Date.UTC(2026, 2, 4, 3);
const FIRST = 5;

let store: Store;

beforeAll(async () => {
  const world = testStore();
  loadReference(world.writer, undefined, NOW);
  await loadDemonstration(world, "small", () => {}, NOW);
  store = world;
}, 120_000);

const hinted = search["list.q.hint"].replace(/^例如：/, "").split("、");

/** Where it is printed, the sentence, what it is about, and why. */
const printed: readonly [place: string, sentence: string, scenario: string, why: string][] = [
  ["placeholder", home["search.placeholder"].replace(/^例如：/, ""), "planning", "插单、排产是计划排程的事"],
  ["home 1", home["search.example.1"], "equipment", "设备停机要靠设备管理发现"],
  ["home 2", home["search.example.2"], "quality", "质检记录属于质量管理"],
  ["home 3", home["search.example.3"], "warehouse_logistics", "库存的账与实物归仓储管"],
  ["home 4", home["search.example.4"], "energy", "能耗费用靠能源管理降下来"],
  ["hint 1", hinted[0] ?? "", "planning", "插单和交期都由计划排程定"],
  ["hint 2", hinted[1] ?? "", "production_control", "MES 是生产管控的系统"],
  ["hint 3", hinted[2] ?? "", "energy", "电费属于能源管理"],
  ["help", search["list.help.sentence"].replace(/^一句话也可以：/, ""), "equipment", "预测设备故障属于设备管理"],
  ["said to be missed 1", "库存不准", "warehouse_logistics", "库存归仓储管"],
  ["said to be missed 2", "库存对不上账", "warehouse_logistics", "同上，换一种说法"],
  ["said to be missed 3", "模具找不到", "equipment", "模具是设备管理里的台账"],
];

test("every example stands in the table: the hint has three", () => {
  expect(hinted).toHaveLength(3);
  const examples = Object.keys(home).filter((key) => key.startsWith("search.example."));
  expect(printed.filter(([place]) => place.startsWith("home"))).toHaveLength(examples.length);
  expect(printed.map(([, sentence]) => sentence)).not.toContain("");
});

test.each(printed)("%s: %s finds %s first (%s)", async (_place, sentence, scenario) => {
  const { items } = await searchSolutions(store.db, listingQuery(sentence));
  const { solutions } = await publishedCatalogue(store.db);
  const declared = solutions.filter(({ scenarios }) => scenarios.includes(scenario)).length;
  const first = items.slice(0, Math.min(FIRST, declared));
  expect(first.length).toBeGreaterThanOrEqual(Math.min(FIRST, declared, 2));
  for (const { title, scenarios } of first) {
    expect([title, scenarios]).toEqual([title, expect.arrayContaining([scenario])]);
  }
});

const totalOf = async (q: string) => (await searchSolutions(store.db, listingQuery(q))).total;
/** What stands behind the colon of a search tip. */
const tipOf = (tip: string) => tip.slice(tip.indexOf("：") + 1);

test("what the tips say of pinyin, initials and traditional characters is understood", async () => {
  const typed = tipOf(search["list.help.spelling"]).split("、");
  expect(typed).toHaveLength(3);
  for (const q of typed) expect([q, await totalOf(q)]).not.toEqual([q, 0]);
});

test("what the tips show in quotation marks stands somewhere", async () => {
  const quoted = tipOf(search["list.help.phrase"]);
  expect(quoted).toMatch(/^".+"$/);
  expect(await totalOf(quoted)).toBeGreaterThan(0);
});

test("what the tips leave out by a minus leaves something out", async () => {
  const [wanted = "", without] = tipOf(search["list.help.without"]).split(" -");
  expect(without).toBeTruthy();
  const left = await totalOf(`${wanted} -${without}`);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(await totalOf(wanted));
});
