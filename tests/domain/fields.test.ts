import { expect, test } from "vitest";
import { fold, foldProse, optionalYuan, plainYuan } from "~/domain/fields";

test.each([
  ["30000", "30000"],
  ["30,000", "30000"],
  ["3万", "30000"],
  ["1.5 万元", "15000"],
  ["0.0001万", "1"],
  ["12.34元", "12.34"],
  ["三万", "三万"],
  ["3万5", "3万5"],
])("an amount written %s is %s in yuan", (written, plain) => {
  expect(plainYuan(written)).toBe(plain);
});

test.each([
  ["２０万", 20_000_000],
  ["", null],
])("a form reads %s as fen", (typed, fen) => {
  expect(optionalYuan().parse(typed)).toBe(fen);
});

test.each(["-1", "三万", "12.345"])("%s is no amount", (typed) => {
  expect(optionalYuan().safeParse(typed).success).toBe(false);
});

test.each([
  ["a zero-width blank", "甲\u200b乙", "甲乙"],
  ["a byte order mark", "甲\ufeff乙", "甲乙"],
  ["a joiner between characters", "甲\u200d乙", "甲乙"],
  ["marks of direction", "\u200e甲\u200f乙\u061c", "甲乙"],
  ["turned writing", "\u202a\u202b\u202c\u202d甲\u202e乙", "甲乙"],
  ["isolated writing", "\u2066\u2067\u2068甲\u2069乙", "甲乙"],
  ["a word joiner and a soft hyphen", "甲\u2060\u00ad乙", "甲乙"],
  ["blanks behind one", "甲乙 \u200b ", "甲乙"],
  ["a mark between letter and accent", "e\u200c\u0301", "e\u0301"],
])("%s falls away", (_what, typed, left) => {
  expect(foldProse(typed)).toBe(left);
  expect(fold(typed)).toBe(left.normalize("NFKC"));
});

test("an emoji of several stays one, and lines stay lines", () => {
  expect(foldProse("👨\u200d👩\u200d👧\r\n❤\ufe0f\u200d🔥\t1")).toBe("👨\u200d👩\u200d👧\n❤\ufe0f\u200d🔥\t1");
});
