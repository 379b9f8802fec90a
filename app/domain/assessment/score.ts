import { isAnswered, type Answers } from "./answers";
import { questionsOf, scenarioQuestionsOf, type Question, type Scheme } from "./scheme";
import { inThousandths, toPoints } from "./thousandths";

/** Points by key, two decimals; scenario levels are 0–4 and give no points. */
export type Score = {
  total: number;
  byDimension: Record<string, number>;
  byIndicator: Record<string, number>;
  byQuestion: Record<string, number>;
  scenarioLevels: Record<string, number>;
  /** Keys of questions without an answer; they count as zero. */
  unanswered: string[];
};

/**
 * Counts the points of a questionnaire: a single choice gives its option's points, a multiple choice their sum up to the
 * question's maximum. Exact: adds thousandths, rounds each figure once. Rule: the scheme's data, 工信厅企业〔2024〕56号.
 */
export function scoreAnswers(scheme: Scheme, answers: Answers): Score {
  const score: Score = {
    total: 0,
    byDimension: {},
    byIndicator: {},
    byQuestion: {},
    scenarioLevels: scenarioLevelsOf(scheme, answers),
    unanswered: questionsOf(scheme)
      .filter((question) => !isAnswered(question, answers))
      .map(({ key }) => key),
  };
  let total = 0;
  for (const dimension of scheme.dimensions.filter(({ mode }) => mode === "points")) {
    let ofDimension = 0;
    for (const indicator of dimension.indicators) {
      const ofQuestions = indicator.questions.map((question) => thousandthsOf(question, answers));
      indicator.questions.forEach(({ key }, at) => (score.byQuestion[key] = toPoints(ofQuestions[at] ?? 0)));
      const ofIndicator = sum(ofQuestions);
      score.byIndicator[indicator.key] = toPoints(ofIndicator);
      ofDimension += ofIndicator;
    }
    score.byDimension[dimension.key] = toPoints(ofDimension);
    total += ofDimension;
  }
  return { ...score, total: toPoints(total) };
}

export type Gain = { questionKey: string; points: number };

/** Where points are still to be had, the most first. */
export function gainsOf(scheme: Scheme, answers: Answers): Gain[] {
  return questionsOf(scheme)
    .filter(({ sceneKey }) => sceneKey === null)
    .map((question) => ({
      questionKey: question.key,
      points: toPoints(inThousandths(question.maxScore) - thousandthsOf(question, answers)),
    }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
}

function scenarioLevelsOf(scheme: Scheme, answers: Answers): Record<string, number> {
  const levels: Record<string, number> = {};
  for (const question of scenarioQuestionsOf(scheme)) {
    const chosen = answers[question.key]?.choice[0];
    levels[question.sceneKey] = question.options.find(({ value }) => value === chosen)?.score ?? 0;
  }
  return levels;
}

function thousandthsOf(question: Question, answers: Answers): number {
  const chosen = answers[question.key]?.choice ?? [];
  if (question.noneValue !== null && chosen.includes(question.noneValue)) return 0;
  const taken = question.options.filter(({ value }) => chosen.includes(value)).map(({ score }) => inThousandths(score));
  const counted = question.type === "multi" ? sum(taken) : (taken[0] ?? 0);
  return Math.min(counted, inThousandths(question.maxScore));
}

function sum(parts: number[]): number {
  return parts.reduce((total, part) => total + part, 0);
}
