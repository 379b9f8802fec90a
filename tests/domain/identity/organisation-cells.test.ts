import { expect, test } from "vitest";
import { CellReader } from "~/domain/file-cells";
import { foundedOnCell } from "~/domain/identity/organisation-cells";

const TODAY = "2026-03-04";

test.each([
  ["2026/3/4", "2026-03-04", []],
  ["", null, []],
  ["2026年3月5日", null, [{ key: "exchange:founded_in_future", values: { value: "2026-03-05", today: TODAY } }]],
  ["2026-02-30", null, [{ key: "form:date" }]],
])("founded on “%s”, as read on 2026-03-04, is %s", (text, day, problems) => {
  const reader = new CellReader(new Map([["founded_on", text]]));
  expect(foundedOnCell(reader, TODAY)).toBe(day);
  expect(reader.problems).toEqual(problems.map((problem) => ({ column: "founded_on", ...problem })));
});
