import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedOf } from "~/domain/search/understanding.server";
import { document, shelf } from "./shelf";

const asked = (typed: string) => {
  const { words, operators } = askedOf(typed);
  const of = (wanted: string) => operators.flatMap(({ kind, folded }) => (kind === wanted ? [folded] : []));
  return { words, phrases: of("phrase"), excluded: of("excluded") };
};

test.each([
  ['"设备点检" 软件', { words: "软件", phrases: ["设备点检"], excluded: [] }],
  ["排产 -MES", { words: "排产", phrases: [], excluded: ["mes"] }],
  ['排产 -"高级 排程" -erp', { words: "排产", phrases: [], excluded: ["高级 排程", "erp"] }],
  ["“设备点检”", { words: "", phrases: ["设备点检"], excluded: [] }],
  ["＂设备点检＂", { words: "", phrases: ["设备点检"], excluded: [] }],
  ["「設備點檢」", { words: "", phrases: ["设备点检"], excluded: [] }],
  ["排产　－钢铁", { words: "排产", phrases: [], excluded: ["钢铁"] }],
  ["-排产", { words: "", phrases: [], excluded: ["排产"] }],
  ["-云 -雲 “排产” “排產”", { words: "", phrases: ["排产"], excluded: ["云"] }],
  ["“排产”-云", { words: "", phrases: ["排产"], excluded: ["云"] }],
  ["5G-工厂 e-commerce", { words: "5g-工厂 e-commerce", phrases: [], excluded: [] }],
  ['排产 "" -"" - -- ;', { words: "排产 - ;", phrases: [], excluded: [] }],
  ['"没有结束', { words: '"没有结束', phrases: [], excluded: [] }],
])("%s", (typed, meant) => {
  expect(asked(typed)).toEqual(meant);
});

test("operators beyond the longest query are left out, whatever they fold to", () => {
  const { operators } = askedOf(`"${"ﷺ".repeat(20)}" -云`);
  expect(operators.map(({ folded }) => [...folded].length <= 64)).toEqual([true]);
});

describe("without one of its operators a query keeps all else as it was typed", () => {
  test.each([
    ["排产 -云", "云", "排产"],
    ["排产 -云 MES", "云", "排产 MES"],
    ["-云", "云", ""],
    ["排产 -云 -MES", "MES", "排产 -云"],
    ['注塑 "批次 追溯" 看板', "批次 追溯", "注塑 看板"],
    ['注塑 -"批次 追溯" "看板"', "批次 追溯", '注塑 "看板"'],
    ["注塑“批次追溯”看板", "批次追溯", "注塑 看板"],
    ["排产　－钢铁　－“高级 排程”", "钢铁", "排产 －“高级 排程”"],
    ["排产　－钢铁　－“高级 排程”", "高级 排程", "排产　－钢铁"],
    ["排产 -雲 5G-工厂 -云", "雲", "排产 5G-工厂"],
    ['"a"-b', "a", "-b"],
  ])("%s, without %s", (typed, text, left) => {
    expect(askedOf(typed).operators.find((each) => each.text === text)?.without).toBe(left);
  });

  test("and every other operator still counts, in any mix of signs", () => {
    const sign = fc.constantFrom('"', "“", "”", "＂", "「", "-", "－", " ", "　", "\u200b", "云", "排产", "MES", "a-b");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
        const { words, operators } = askedOf(signs.join(""));
        for (const { kind, folded, without } of operators) {
          const left = askedOf(without);
          const others = operators.filter((each) => each.kind !== kind || each.folded !== folded);
          expect(left.operators.map(named)).toEqual(others.map(named));
          expect(squeezed(left.words)).toBe(squeezed(words));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

const named = ({ kind, folded }: { kind: string; folded: string }) => `${kind} ${folded}`;
const squeezed = (text: string) => text.replaceAll(" ", "");

describe("on a shelf", () => {
  const shelved = shelf([
    document(1, "设备点检助手"),
    document(2, "点检设备台账", { summary: "设备与点检分开管理" }),
    document(3, "智能排产", { summary: "可与 MES 对接" }),
    document(4, "排产云服务"),
  ]);
  test.each([
    ["a phrase must stand as such", '"设备点检"', ["设备点检助手"]],
    ["so must one beside other words", '助手 "设备点检"', ["设备点检助手"]],
    ["a word must not be said", "排产 -MES", ["排产云服务"]],
    ["nor a phrase", '点检 -"设备点检"', ["点检设备台账"]],
    ["only exclusions list everything else", "-排产", ["设备点检助手", "点检设备台账"]],
    ["looser readings keep to them", '窑炉 点检 -"设备点检"', ["点检设备台账"]],
    ["a phrase nobody says finds nothing", '"点检助手设备"', []],
  ])("%s: %s", async (_what, q, titles) => {
    expect((await (await shelved).titles(q)).toSorted()).toEqual(titles.toSorted());
  });

  test("operators are told as they were typed, with the query that remains without each", async () => {
    const { said, operators } = await (await shelved).search("排产 -MES “云服务”");
    expect(said).toBe("排产");
    expect(operators).toEqual([
      { kind: "excluded", text: "MES", folded: "mes", without: "排产 “云服务”" },
      { kind: "phrase", text: "云服务", folded: "云服务", without: "排产 -MES" },
    ]);
  });
});
