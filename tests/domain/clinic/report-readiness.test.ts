import { expect, test } from "vitest";
import { missingIn, type WrittenSoFar } from "~/domain/clinic/report-readiness";

const whole: WrittenSoFar = {
  isAssessed: true,
  summary: "先上排产",
  targetLevel: 2,
  findingIds: ["a", "b"],
  advisedFindingIds: ["b", "a", "a"],
  conflict: { tied: [], isDisclosed: true, withoutAlternatives: [] },
};

test("a whole report lacks nothing", () => {
  expect(missingIn(whole)).toEqual([]);
});

test.each([
  [{ isAssessed: false }, ["assessment_missing"]],
  [{ summary: "" }, ["summary_missing"]],
  [{ targetLevel: null }, ["target_missing"]],
  [{ targetLevel: 0 }, []],
  [{ findingIds: [] }, ["finding_missing"]],
  [{ advisedFindingIds: ["a"] }, ["recommendation_missing"]],
  [
    { conflict: { tied: [1], isDisclosed: false, withoutAlternatives: [1] } },
    ["conflict_not_disclosed", "alternatives_missing"],
  ],
  [{ isAssessed: false, summary: "", findingIds: [] }, ["assessment_missing", "summary_missing", "finding_missing"]],
])("%j is missed as %j", (but, missing) => {
  expect(missingIn({ ...whole, ...but })).toEqual(missing);
});
