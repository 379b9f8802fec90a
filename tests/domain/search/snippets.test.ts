import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "~/domain/search/fold.server";
import { markedIn, saidIn, snippetOf, type Segment } from "~/domain/search/snippets";

const drawn = (segments: Segment[]) => segments.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");
const marked = (text: string, ...terms: string[]) => drawn(markedIn(text, terms, foldText));
const snippet = (text: string, length: number, ...terms: string[]) => drawn(snippetOf(text, terms, length, foldText));

test.each([
  ["a plain word", "车间排产看板", ["排产"], "车间[排产]看板"],
  ["every occurrence", "排产与再排产", ["排产"], "[排产]与再[排产]"],
  ["full width letters and capitals", "ＡＰＳ 排程系统", ["aps"], "[ＡＰＳ] 排程系统"],
  ["traditional characters", "車間排產系統", ["排产"], "車間[排產]系統"],
  ["words that only fold as a whole", "資料庫與伺服器", ["服务器"], "資料庫與[伺服器]"],
  ["one letter that folds to several", "㈱与设备", ["设备"], "㈱与[设备]"],
  ["pairs that overlap are one", "计划排程", ["计划", "划排", "排程"], "[计划排程]"],
  ["neighbours are one", "质量管控", ["质量", "管控"], "[质量管控]"],
  ["a latin word only as a whole", "times of MES, MES2", ["mes"], "times of [MES], MES2"],
  ["a latin word beside Han characters", "注塑MES系统", ["mes"], "注塑[MES]系统"],
  ["nothing for nothing", "排产", ["", "没有"], "排产"],
])("marks %s", (_, text, terms, expected) => {
  expect(marked(text, ...terms)).toBe(expected);
});

test("a short text is shown whole", () => {
  expect(snippet("先讲背景。再讲排产。", 40, "排产")).toBe("先讲背景。再讲[排产]。");
});

test("the sentence that says most comes first, followed by what fits", () => {
  const text = "我们成立于二〇一〇年。我们做排产。设备排产和设备点检都能做。还有很多很多别的事情要说。";
  expect(snippet(text, 16, "排产", "设备")).toBe("[设备排产]和[设备]点检都能做。");
});

test("a sentence that is too long is cut around its first hit", () => {
  const text = `${"前".repeat(50)}设备停机${"后".repeat(50)}`;
  expect(snippet(text, 30, "停机")).toBe(`…${"前".repeat(10)}设备[停机]${"后".repeat(16)}…`);
});

test("without a hit the beginning is shown, whole sentences first", () => {
  expect(snippet("第一句。第二句很长很长很长。", 6, "排产")).toBe("第一句。");
  expect(snippet("一".repeat(20), 6, "排产")).toBe(`${"一".repeat(6)}…`);
});

test("different terms are counted once each", () => {
  expect(saidIn("排产、排产和设备", ["排产", "设备", "质量"], foldText)).toBe(2);
});

const texts = fc.string({ unit: fc.constantFrom(..."排产设备車間ＭｅＳ aps。！\n𠮷㈱…ﬁ伺服器") });

test("marking never changes the text, whatever is in it", () => {
  fc.assert(
    fc.property(texts, fc.array(texts.map(foldText), { maxLength: 4 }), (text, terms) => {
      const segments = markedIn(text, terms, foldText);
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      expect(segments.every((segment) => segment.text !== "")).toBe(true);
    }),
  );
});

test("a snippet is a piece of its text, no longer than asked for", () => {
  fc.assert(
    fc.property(
      texts,
      fc.array(texts.map(foldText), { maxLength: 4 }),
      fc.integer({ min: 4, max: 40 }),
      (text, terms, length) => {
        const piece = snippetOf(text, terms, length, foldText)
          .map((segment) => segment.text)
          .join("");
        expect(text).toContain(piece.replace(/^…/, "").replace(/…$/, ""));
        expect(piece.length).toBeLessThanOrEqual(length + 2);
      },
    ),
  );
});
