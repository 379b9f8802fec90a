import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDifference, type Piece } from "~/domain/catalogue/word-difference";

const said = (pieces: readonly Piece[], ...kinds: Piece["kind"][]) =>
  pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("");

const words = fc.constantFrom("排产", "设备", "，", "。", "\n", "自动", "MES", " ", "12 天", "😀", "采集；", "订单");
const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(""));

test("kept and removed pieces are the text before, kept and added pieces the text after", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = wordDifference(before, after);
      expect(said(pieces, "same", "removed")).toBe(before);
      expect(said(pieces, "same", "added")).toBe(after);
    }),
    { numRuns: 300 },
  );
});

test("any characters survive", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ unit: "binary", maxLength: 80 }),
      (before, after) => {
        const pieces = wordDifference(before, after);
        expect(said(pieces, "same", "removed")).toBe(before);
        expect(said(pieces, "same", "added")).toBe(after);
      },
    ),
  );
});

test("the same text has no difference, and nothing has no pieces", () => {
  expect(wordDifference("自动排产。", "自动排产。")).toEqual([{ kind: "same", text: "自动排产。" }]);
  expect(wordDifference("", "")).toEqual([]);
});

test("a changed word is marked as a word, not its sentence and not its characters", () => {
  expect(wordDifference("支持订单自动排产。", "支持设备自动排产。")).toEqual([
    { kind: "same", text: "支持" },
    { kind: "removed", text: "订单" },
    { kind: "added", text: "设备" },
    { kind: "same", text: "自动排产。" },
  ]);
});

test("English and numbers are whole words too", () => {
  expect(wordDifference("Live in 15 days", "Live in 150 days")).toEqual([
    { kind: "same", text: "Live in " },
    { kind: "removed", text: "15" },
    { kind: "added", text: "150" },
    { kind: "same", text: " days" },
  ]);
});

test("a new line is added between two that stay", () => {
  expect(wordDifference("插单多\n交期不准", "插单多\n停机多\n交期不准")).toEqual([
    { kind: "same", text: "插单多\n" },
    { kind: "added", text: "停机多\n" },
    { kind: "same", text: "交期不准" },
  ]);
});

test("a sentence written anew is shown whole instead of in shreds", () => {
  const [before, after] = ["每周人工统计一次产量。", "系统实时采集设备数据并报警！"];
  expect(wordDifference(before, after)).toEqual([
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ]);
});

/** Sentences that share many words but are never the same. */
function longText(seed: number, length: number): string {
  const parts = ["排产", "设备", "自动", "采集", "订单", "停机", "报警", "车间", "质检", "能耗", "，", "。"];
  let [text, state] = ["", seed];
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += parts[Math.floor((state / 2_147_483_648) * parts.length)] ?? "";
  }
  return text.slice(0, length);
}

test("10,000 characters that have nothing in common in order take no more than 50 ms", () => {
  const [before, after] = [longText(1, 10_000), longText(7, 10_000)];
  wordDifference(longText(3, 2000), longText(5, 2000));
  const tries = [0, 1, 2].map(() => {
    const from = performance.now();
    const pieces = wordDifference(before, after);
    const took = performance.now() - from;
    expect(said(pieces, "same", "removed")).toBe(before);
    expect(said(pieces, "same", "added")).toBe(after);
    return took;
  });
  expect(Math.min(...tries)).toBeLessThan(50);
});

test("in 10,000 characters a changed word is still found as a word", () => {
  const before = longText(1, 10_000);
  const after = `${before.slice(0, 5000)}新增预警${before.slice(5000)}`;
  expect(said(wordDifference(before, after), "removed").length).toBeLessThan(20);
});
