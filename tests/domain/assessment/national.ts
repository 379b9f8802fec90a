/** The national scheme as it lies in db/reference, for the tests of this folder. */
import { readFileSync } from "node:fs";
import type { Answers } from "~/domain/assessment/answers";
import { questionsOf, scenarioQuestionsOf, type Question, type Scheme } from "~/domain/assessment/scheme";
import { parseScheme } from "~/domain/assessment/scheme.server";

export const content: Record<string, unknown> = JSON.parse(
  readFileSync("db/reference/assessment-miit-2024.json", "utf8"),
);

export const national: Scheme = parseScheme(content);

export function question(key: string): Question {
  const found = questionsOf(national).find((one) => one.key === key);
  if (!found) throw new Error(`no question ${key}`);
  return found;
}

/** Scenario levels with the first constrained and the first other scenarios at a level. */
export function scenes(level: number, constrained: number, others: number): Record<string, number> {
  const all = scenarioQuestionsOf(national);
  const chosen = [
    ...all.filter((scene) => scene.constrained).slice(0, constrained),
    ...all.filter((scene) => !scene.constrained).slice(0, others),
  ];
  return Object.fromEntries(chosen.map(({ sceneKey }) => [sceneKey, level]));
}

/** Every question answered with its best option or, for several choices, with all of them. */
export function bestAnswers(): Answers {
  return Object.fromEntries(
    questionsOf(national).map(({ key, type, options, noneValue }) => {
      const best = options.toSorted((a, b) => b.score - a.score).slice(0, 1);
      const chosen = type === "multi" ? options.filter(({ value }) => value !== noneValue) : best;
      return [key, { choice: chosen.map(({ value }) => value), numbers: {} }];
    }),
  );
}

/** Every question answered with its first option: nothing there yet. */
export function lowestAnswers(): Answers {
  return Object.fromEntries(
    questionsOf(national).map(({ key, options }) => [key, { choice: [options[0]?.value ?? ""], numbers: {} }]),
  );
}
