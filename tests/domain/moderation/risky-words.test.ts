import { expect, test } from "vitest";
import { piecesMarked, riskyPlaces } from "~/domain/moderation/risky-words";
import { foldText } from "~/domain/search/fold.server";

const words = ["国家级", "国家级认定", "最好", "100%补贴", "保过", "no.1", "best"];
const found = (text: string) => riskyPlaces([{ field: "summary", text }], words, foldText).map(({ word }) => word);

test.each([
  ["获国家级认定的平台", ["国家级认定"]],
  ["國家級產品", ["国家级"]],
  ["１００％补贴，验收保过", ["100%补贴", "保过"]],
  ["效果最 好，最\u200b好", ["最好"]],
  ["最·好", ["最好"]],
  ["行业 NO.1", ["no.1"]],
  ["The BEST one", ["best"]],
  ["we bestow", []],
  ["普通的排产软件", []],
  ["", []],
])("%s", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test("each place names its field and the sentence as it was written", () => {
  const fields = [
    { field: "title", text: "轻量排产" },
    { field: "functions", text: "自动排产。效果最好！\n申报補貼保過" },
  ];
  expect(riskyPlaces(fields, words, foldText)).toEqual([
    { word: "最好", field: "functions", sentence: "效果最好！" },
    { word: "保过", field: "functions", sentence: "申报補貼保過" },
  ]);
});

test("words are marked where their author wrote them so, and only there", () => {
  const marked = (sentence: string, ...said: string[]) =>
    piecesMarked(sentence, said).map(({ text, isRisky }) => (isRisky ? `[${text}]` : text));
  expect(marked("效果最好，最好保过！", "最好", "保过")).toEqual(["效果", "[最好]", "，", "[最好]", "[保过]", "！"]);
  expect(marked("行业 NO.1", "no.1")).toEqual(["行业 ", "[NO.1]"]);
  expect(marked("申报保過", "保过")).toEqual(["申报保過"]);
});

test("a long text without a full stop is looked through to its end", () => {
  expect(found(`${"排产".repeat(5000)}保过`)).toEqual(["保过"]);
});
