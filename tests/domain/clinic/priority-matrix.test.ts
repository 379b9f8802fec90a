import { expect, test } from "vitest";
import { isOverridden, matrixOf, priorityOf } from "~/domain/clinic/priority-matrix";
import { budgetOf, roadmapOf } from "~/domain/clinic/report-sums";

test.each([
  [1, 3, "high"],
  [2, 3, "high"],
  [1, 2, "high"],
  [3, 3, "medium"],
  [2, 2, "medium"],
  [1, 1, "medium"],
  [3, 2, "low"],
  [3, 1, "low"],
  [2, 1, "low"],
] as const)("effort %i and effect %i come out as %s", (effort, effect, priority) => {
  expect(priorityOf(effort, effect)).toBe(priority);
});

test("the matrix has the greatest effect on top and leaves out what was never marked", () => {
  const items = [
    { no: 1, effort: 1, effect: 3 },
    { no: 2, effort: 1, effect: 3 },
    { no: 3, effort: null, effect: null },
  ];
  const rows = matrixOf(items);
  expect(rows.map((row) => row.map(({ effort, effect }) => `${effort}${effect}`))).toEqual([
    ["13", "23", "33"],
    ["12", "22", "32"],
    ["11", "21", "31"],
  ]);
  expect(rows[0]?.[0]?.items.map(({ no }) => no)).toEqual([1, 2]);
  expect(rows.flat().flatMap((cell) => cell.items)).toHaveLength(2);
});

test("a priority set by hand is told from one that follows", () => {
  expect(isOverridden({ effort: 1, effect: 3, priority: "high" })).toBe(false);
  expect(isOverridden({ effort: 1, effect: 3, priority: "low" })).toBe(true);
  expect(isOverridden({ effort: null, effect: null, priority: "low" })).toBe(false);
});

test("the budget is the sum of the ranges and says what it leaves out", () => {
  const ranges = [
    { budgetMinFen: 100, budgetMaxFen: 300 },
    { budgetMinFen: null, budgetMaxFen: 50 },
    { budgetMinFen: 70, budgetMaxFen: null },
    { budgetMinFen: null, budgetMaxFen: null },
  ];
  expect(budgetOf(ranges)).toEqual({ minFen: 170, maxFen: 420, unpriced: 1 });
});

test("the roadmap goes by quarter, what has none last", () => {
  const items = [{ quarter: null }, { quarter: "2027Q1" }, { quarter: "2026Q4" }, { quarter: "2027Q1" }];
  expect(roadmapOf(items).map(({ quarter, items: at }) => [quarter, at.length])).toEqual([
    ["2026Q4", 1],
    ["2027Q1", 2],
    [null, 1],
  ]);
});
