import fc from "fast-check";
import { expect, test } from "vitest";
import { CellReader, givenBy } from "~/domain/file-cells";
import { bareCell, moneyCell, safeCell } from "~/domain/written-cells";

const read = (text: string) => new CellReader(new Map([["cell", text]]));

test("what is made safe for a spreadsheet reads back as it was, and never begins like a formula", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `=${rest}`),
    fc.string().map((rest) => `''+${rest}`),
  );
  fc.assert(
    fc.property(text, (original) => {
      const safe = safeCell(original);
      expect(safe).not.toMatch(/^[=+\-@\t\r]/);
      expect(bareCell(safe)).toBe(original);
    }),
  );
});

test("an apostrophe that guards nothing belongs to the text", () => {
  expect(bareCell("'90 年代")).toBe("'90 年代");
  expect(safeCell("'90 年代")).toBe("'90 年代");
});

test("fen read back as the same fen", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => {
      expect(read(moneyCell(fen)).money("cell")).toBe(fen);
    }),
  );
});

test.each([
  ["2019-03-05", "2019-03-05"],
  ["2019/3/5", "2019-03-05"],
  ["2019.3.5", "2019-03-05"],
  ["２０１９年３月５日", "2019-03-05"],
  ["2019-02-30", null],
  ["2019-13-01", null],
  ["3/5/2019", null],
])("the day %s is %s", (text, day) => {
  const reader = read(text);
  expect(reader.day("cell")).toBe(day);
  expect(reader.problems).toEqual(day ? [] : [{ column: "cell", key: "form:date" }]);
});

test.each([
  ...["1", "true", "TRUE", "Yes", "是", "１"].map((text) => [text, true] as const),
  ...["0", "false", "no", "否", "", " "].map((text) => [text, false] as const),
])("“%s” is %s", (text, yes) => {
  const reader = read(text);
  expect(reader.yes("cell")).toBe(yes);
  expect(reader.problems).toEqual([]);
});

test("a list is separated by bars, plain or full-width; blanks and repetitions fall away", () => {
  expect(read(" 排产 ｜看板|| 排产").list("cell", 5, 10)).toEqual(["排产", "看板"]);
});

test("blank is unknown and no problem", () => {
  const reader = read("  ");
  expect([
    ...[reader.whole("cell", 1, 5), reader.money("cell"), reader.day("cell"), reader.website("cell")],
    ...[reader.word("cell", ["a"]), reader.list("cell", 1, 1)],
  ]).toEqual([null, null, null, null, null, []]);
  expect(reader.problems).toEqual([]);
});

test("only what the file has a column for is given", () => {
  const content = { title: "甲", summary: "" };
  const columnOf = { title: "title", summary: "summary" };
  expect(givenBy(content, columnOf, new Map([["title", "甲"]]))).toEqual({ title: "甲" });
  expect(
    givenBy(
      content,
      columnOf,
      new Map([
        ["title", "甲"],
        ["summary", ""],
      ]),
    ),
  ).toEqual(content);
});
