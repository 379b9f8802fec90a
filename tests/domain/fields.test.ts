import { expect, test } from "vitest";
import { optionalYuan, plainYuan } from "~/domain/fields";

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
