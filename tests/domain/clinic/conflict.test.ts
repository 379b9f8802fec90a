import { expect, test } from "vitest";
import { conflictOf, conflictRefusal } from "~/domain/clinic/conflict";

/** "a" and "b" are tied providers; a solution is named after its provider and a number. */
function asked(recommendations: string[][], disclosure: string) {
  const named = (solutionId: string) => ({ solutionId, providerId: solutionId.charAt(0) });
  const numbered = recommendations.map((ids, index) => ({ no: index + 1, solutions: ids.map(named) }));
  return conflictOf({ recommendations: numbered, tiedProviderIds: ["a", "b"], disclosure });
}

test.each([
  ["no solution at all", [[]], "", null],
  ["only others", [["x1", "y1"]], "", null],
  ["a tied one, nothing said", [["a1", "x1", "y1"]], "", "conflict_not_disclosed"],
  ["a tied one, only blanks said", [["a1", "x1", "y1"]], "  \n", "conflict_not_disclosed"],
  ["a tied one, disclosed, alone", [["a1"]], "本人受雇于 a", "alternatives_missing"],
  ["a tied one, disclosed, one alternative", [["a1", "x1"]], "本人受雇于 a", "alternatives_missing"],
  [
    "two solutions of one other provider are one alternative",
    [["a1", "x1", "x2"]],
    "本人受雇于 a",
    "alternatives_missing",
  ],
  ["another tied provider is no alternative", [["a1", "b1", "x1"]], "本人受雇于 a", "alternatives_missing"],
  ["a tied one, disclosed, two others", [["a1", "x1", "y1"]], "本人受雇于 a", null],
  [
    "alternatives of another recommendation do not count",
    [["a1"], ["x1", "y1"]],
    "本人受雇于 a",
    "alternatives_missing",
  ],
  ["the disclosure is asked for first", [["a1"]], "", "conflict_not_disclosed"],
] as const)("%s", (_name, recommendations, disclosure, refusal) => {
  expect(
    conflictRefusal(
      asked(
        recommendations.map((ids) => [...ids]),
        disclosure,
      ),
    ),
  ).toBe(refusal);
});

test("the park sees by number what it approves and what is missing", () => {
  const found = asked([["x1"], ["a1", "x1", "y1"], ["b1", "x1"]], "已披露");
  expect(found).toEqual({ tied: [2, 3], isDisclosed: true, withoutAlternatives: [3] });
});
