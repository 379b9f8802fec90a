import { describe, expect, test } from "vitest";
import { foldText } from "~/domain/search/fold.server";
import { typedOf } from "~/domain/search/typed";
import { document, shelf } from "./shelf";

test.each([
  ['"设备点检" 软件', { words: "软件", phrases: ["设备点检"], excluded: [] }],
  ["排产 -MES", { words: "排产", phrases: [], excluded: ["mes"] }],
  ['排产 -"高级 排程" -erp', { words: "排产", phrases: [], excluded: ["高级 排程", "erp"] }],
  ["“设备点检”", { words: "", phrases: ["设备点检"], excluded: [] }],
  ["「設備點檢」", { words: "", phrases: ["设备点检"], excluded: [] }],
  ["排产 －钢铁", { words: "排产", phrases: [], excluded: ["钢铁"] }],
  ["-排产", { words: "", phrases: [], excluded: ["排产"] }],
  ["5G-工厂 e-commerce", { words: "5g-工厂 e-commerce", phrases: [], excluded: [] }],
  ['排产 "" -"" - -- ;', { words: "排产    -  ;", phrases: [], excluded: [] }],
  ['"没有结束', { words: '"没有结束', phrases: [], excluded: [] }],
])("%s", (typed, asked) => {
  expect(typedOf(foldText(typed))).toEqual(asked);
});

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

  test("what was excluded is told", async () => {
    expect((await (await shelved).search("排产 -MES")).excluded).toEqual(["mes"]);
  });
});
