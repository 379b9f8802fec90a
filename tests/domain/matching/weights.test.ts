import { expect, test } from "vitest";
import { wholePoints } from "~/domain/matching/parts";
import { matchingWeights, Weights } from "~/domain/matching/weights";

test("the weights are data with a version: fit dominates, and the parts make 100", () => {
  const { points, version } = matchingWeights;
  expect(version).not.toBe("");
  expect(Math.max(...Object.values(points))).toBe(points.fit);
  expect(Weights.safeParse({ ...matchingWeights, points: { ...points, fit: points.fit + 1 } }).success).toBe(false);
});

test.each([
  ["a share above 1", { generalIndustry: 1.2 }],
  ["a near miss nearer than a match", { limits: { match: 3, near: 2, missing: 2 } }],
  ["a figure nobody reads", { bonus: 1 }],
])("weights with %s are refused when they are loaded", (_, wrong) => {
  expect(Weights.safeParse({ ...matchingWeights, ...wrong }).success).toBe(false);
});

test("the last bit of a value does not decide how a half is rounded", () => {
  // 0.4375 of 8 points is 3.5 exactly; a machine whose exponential is one bit short must give the same 4.
  expect(wholePoints("price", 0.4375)).toBe(4);
  expect(wholePoints("price", 0.4375 - Number.EPSILON / 4)).toBe(4);
});
