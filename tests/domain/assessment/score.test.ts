import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answers } from "~/domain/assessment/answers";
import { questionsOf } from "~/domain/assessment/scheme";
import { gainsOf, scoreAnswers } from "~/domain/assessment/score";
import { bestAnswers, lowestAnswers, national } from "./national";

const choose = (answers: Record<string, string>): Answers =>
  Object.fromEntries(Object.entries(answers).map(([key, chosen]) => [key, { choice: [...chosen], numbers: {} }]));

test.each([
  ["nothing", {}, 0],
  ["three links collected by themselves are 2.1, not 2.0999…", { q04_auto_acquisition: "BCD" }, 2.1],
  ["all fourteen links are ten", { q04_auto_acquisition: "BCDEFGHIJKLMNO" }, 10],
  ["none beside others gives nothing", { q01_network: "ABC" }, 0],
  ["three eighths of a point are rounded once", { q11_funding: "B", q06_network_security: "B" }, 3.13],
  ["scenario levels give no points", { s_finance: "4" }, 0],
])("%s", (_what, answers, points) => {
  expect(scoreAnswers(national, choose(answers)).total).toBe(points);
});

test("the best answers are 100 points, 50/30/20, every scenario on level 4, nothing open", () => {
  const score = scoreAnswers(national, bestAnswers());
  expect(score.total).toBe(100);
  expect(score.byDimension).toEqual({ foundation: 50, management: 30, effect: 20 });
  expect(new Set(Object.values(score.scenarioLevels))).toEqual(new Set([4]));
  expect(score.unanswered).toEqual([]);
  expect(gainsOf(national, bestAnswers())).toEqual([]);
});

test("open questions are named and the greatest gain comes first", () => {
  const answers = choose({ q05_system_coverage: "E", q11_funding: "B" });
  const score = scoreAnswers(national, answers);
  expect(score.unanswered).toHaveLength(29);
  expect(gainsOf(national, answers)[0]).toEqual({ questionKey: "q04_auto_acquisition", points: 10 });
  expect(gainsOf(national, answers)).toContainEqual({ questionKey: "q11_funding", points: 5.63 });
});

const anyAnswers = fc
  .tuple(
    ...questionsOf(national).map(({ key, type, options }) => {
      const values = options.map(({ value }) => value);
      return fc
        .subarray(values, { maxLength: type === "single" ? 1 : values.length })
        .map((choice) => [key, { choice, numbers: {} }] as const);
    }),
  )
  .map((entries): Answers => Object.fromEntries(entries));

test("any answers score between 0 and 100, and the dimensions add up to the total", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const { total, byDimension, byQuestion } = scoreAnswers(national, answers);
      expect(total).toBeGreaterThanOrEqual(0);
      expect(total).toBeLessThanOrEqual(100);
      const parts = Object.values(byDimension).reduce((sum, part) => sum + part, 0);
      expect(Math.abs(parts - total)).toBeLessThan(0.0151);
      for (const { key, maxScore } of questionsOf(national)) expect(byQuestion[key] ?? 0).toBeLessThanOrEqual(maxScore);
    }),
  );
});

test("one more option that is not none never lowers the score", () => {
  const multiple = questionsOf(national).filter(({ noneValue }) => noneValue !== null);
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...multiple), fc.nat(), (answers, { key, options, noneValue }, at) => {
      const more = options.filter(({ value }) => value !== noneValue)[at % (options.length - 1)];
      const choice = (answers[key]?.choice ?? []).filter((value) => value !== noneValue);
      const before = scoreAnswers(national, { ...answers, [key]: { choice, numbers: {} } }).total;
      const grown = [...new Set([...choice, more?.value ?? ""])];
      expect(
        scoreAnswers(national, { ...answers, [key]: { choice: grown, numbers: {} } }).total,
      ).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("the lowest answers leave nothing open and give only what the scheme gives for nothing", () => {
  const score = scoreAnswers(national, lowestAnswers());
  expect(score.unanswered).toEqual([]);
  expect(score.total).toBe(0);
});
