import { expect, test } from "vitest";
import { conceptsIn, withClauses } from "~/domain/search/concepts";
import { foldText } from "~/domain/search/fold.server";
import { Lessons, surest } from "~/domain/search/guess";
import { lexiconFrom } from "~/domain/search/lexicon.server";
import { conceptToken, CONTROL } from "~/domain/search/tokens";

const lexicon = lexiconFrom([
  { surface: "MES", kind: "scenario", target: "production_control/mes" },
  { surface: "仓储管理", kind: "scenario", target: "warehouse" },
  { surface: "仓储管理", kind: "scenario", target: "warehouse/wms" },
  { surface: "点检", kind: "scenario", target: "equipment/check" },
  { surface: "钢铁", kind: "industry", target: "C31" },
  { surface: "点检", kind: "hint", target: "quality" },
  { surface: "重点", kind: "empty", target: "" },
]);
const concepts = (text: string, isTitle = false) => conceptsIn(foldText(withClauses(text)), lexicon.find, isTitle);

test.each([
  ["轻量 MES", ["production_control", "production_control/mes"]],
  ["扫码点检，可与 MES、ERP 对接", ["equipment", "equipment/check"]],
  ["可对接 ERP；车间 MES", ["production_control", "production_control/mes"]],
  ["集成电路厂的 MES", ["production_control", "production_control/mes"]],
  ["重点检查", []],
  ["钢铁", []],
])("a listing that says %s is about %j", (text, keys) => {
  expect(concepts(text)).toEqual(keys);
});

test("a word for a whole scenario means its main function in a title only", () => {
  expect(concepts("仓储管理", true)).toEqual(["warehouse", "warehouse/wms"]);
  expect(concepts("仓储管理")).toEqual(["warehouse"]);
});

test("a scenario and its functions have tokens of their own that nobody can type", () => {
  expect([conceptToken("f_ai"), conceptToken("f_ai/llm")]).toEqual([`${CONTROL}scfai`, `${CONTROL}fnfaillm`]);
  expect(foldText(`a${CONTROL}b`)).toBe("a b");
});

test("a word keeps its strongest kind and all its meanings of that kind", () => {
  expect(lexicon.terms.find(({ surface }) => surface === "点检")?.meaning).toEqual({
    kind: "scenario",
    keys: ["equipment/check"],
  });
});

test("another dictionary has another hash, the same has the same", () => {
  const one = lexiconFrom([{ surface: "点检", kind: "scenario", target: "equipment" }]);
  const other = lexiconFrom([{ surface: "点检", kind: "hint", target: "equipment" }]);
  expect(one.hash).not.toBe(other.hash);
  expect(lexiconFrom([{ surface: "点检", kind: "scenario", target: "equipment" }]).hash).toBe(one.hash);
});

test("what listings of a scenario say is learned from them", () => {
  const listings = [
    ...Array.from({ length: 10 }, () => ({ text: "窑炉温度曲线稳定", keys: ["quality"] })),
    ...Array.from({ length: 40 }, () => ({ text: "适合中小企业", keys: ["hr", "energy", "finance"] })),
  ];
  const lessons = new Lessons();
  for (const each of listings) lessons.take(each, 1);
  const guess = (folded: string) => surest(lessons.guess(folded));
  expect(guess("窑炉温度老是不稳")).toEqual(["quality"]);
  expect(guess("适合中小企业")).toEqual([]);
  expect(guess("从没见过")).toEqual([]);
});

test("what is forgotten again leaves nothing behind", () => {
  const [kept, other] = [
    { text: "窑炉温度曲线", keys: ["quality", "energy"] },
    { text: "温度曲线与能耗", keys: ["energy"] },
  ];
  const [once, again] = [new Lessons(), new Lessons()];
  for (const lessons of [once, again]) for (let times = 0; times < 5; times++) lessons.take(kept, 1);
  for (const by of [1, -1] as const) for (let times = 0; times < 5; times++) again.take(other, by);
  for (const text of ["窑炉温度", "能耗", "温度曲线"]) expect(again.guess(text)).toEqual(once.guess(text));
});
