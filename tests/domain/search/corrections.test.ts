import { describe, expect, test } from "vitest";
import { meantByHan, meantByLetters } from "~/domain/search/corrections.server";
import { bookOf } from "~/domain/search/words.server";

const book = [
  bookOf([
    "设备点检",
    "能耗管理",
    "能效管理",
    "仓储物流",
    "能耗监测",
    "窗帘",
    "排产",
    "scheduling",
    "delivery",
    "mes",
    "late",
  ]),
];

describe("letters no listing has", () => {
  test.each([
    ["full pinyin", "shebeidianjian", "设备点检"],
    ["initials", "sbdj", "设备点检"],
    ["syllables and initials mixed", "shebeidj", "设备点检"],
    ["zh, ch and sh as initials", "shbdj", "设备点检"],
    ["sounds that are often confused", "cangcuwuliu", "仓储物流"],
    ["two words in one", "nenghaojiancepaichan", "能耗监测排产"],
    ["a word and what anything may be called", "sbdjxt", "设备点检系统"],
    ["a typing error", "schedulng", "scheduling"],
    ["another form of a word", "deliveries", "delivery"],
    ["a letter typed twice", "mess", "mes"],
    ["another short word", "rate", null],
    ["two letters", "sb", null],
    ["nothing known", "qqqqxx", null],
  ])("%s: %s", (_what, typed, meant) => {
    expect(meantByLetters(typed, book)).toBe(meant);
  });
});

describe("characters no listing has", () => {
  const unknown =
    (...pairs: string[]) =>
    (pair: string) =>
      pairs.includes(pair);
  test.each([
    ["a homophone", "能号管理", unknown("能号", "号管"), { from: "能号管理", to: "能耗管理" }],
    ["a wrong character", "设备点俭", unknown("点俭"), { from: "设备点俭", to: "设备点检" }],
    ["a character of a known pair is not wrong", "绩效管理", unknown("效管"), null],
    ["both characters of a pair", "床联", unknown("床联"), null],
    ["nor one beside a known pair", "机床联网", unknown("床联"), null],
  ])("%s: %s", (_what, typed, isUnknown, meant) => {
    expect(meantByHan(typed, book, isUnknown)).toEqual(meant);
  });
});
