/** All that a result page draws, counted from answers. Pure, so that a visitor's and an enterprise's result are one thing. */
import { scoreAnswers, gainsOf } from "./score";
import type { Answers } from "./answers";
import { blockers, levelOf, type Blockers } from "./level";
import { questionsOf, type Question, type Scheme } from "./scheme";

type Named = { nameZh: string; nameEn: string };
export type Points = Named & { key: string; score: number; maxScore: number };
export type ScoredDimension = Points & { indicators: Points[] };
export type PlacedScenario = Named & { key: string; no: number; level: number; isConstrained: boolean; stage: Named };
export type PossibleGain = { no: number; topicZh: string; topicEn: string; points: number };

export type Result = {
  total: number;
  level: number;
  dimensions: ScoredDimension[];
  scenarios: PlacedScenario[];
  blockers: Blockers | null;
  /** Where most points are still to be had, at most three. */
  gains: PossibleGain[];
  unanswered: number;
};

/** What pages say of the scheme itself. */
export type SchemeFacts = Pick<
  Scheme,
  "titleZh" | "titleEn" | "issuingNo" | "levels" | "gates" | "areGatesProvisional"
>;

export function factsOf(scheme: Scheme): SchemeFacts {
  const { titleZh, titleEn, issuingNo, levels, gates, areGatesProvisional } = scheme;
  return { titleZh, titleEn, issuingNo, levels, gates, areGatesProvisional };
}

const MOST_GAINS = 3;

export function resultOf(scheme: Scheme, answers: Answers): Result {
  const score = scoreAnswers(scheme, answers);
  return {
    total: score.total,
    level: levelOf(scheme, score.total, score.scenarioLevels),
    dimensions: scheme.dimensions.flatMap((dimension) =>
      dimension.mode === "points"
        ? [
            {
              ...points(dimension, score.byDimension),
              indicators: dimension.indicators.map((one) => points(one, score.byIndicator)),
            },
          ]
        : [],
    ),
    scenarios: placedScenarios(scheme, score.scenarioLevels),
    blockers: blockers(scheme, score.total, score.scenarioLevels),
    gains: gainsOf(scheme, answers)
      .slice(0, MOST_GAINS)
      .flatMap(({ questionKey, points: missing }) => {
        const question = questionsOf(scheme).find(({ key }) => key === questionKey);
        return question ? [gain(question, missing)] : [];
      }),
    unanswered: score.unanswered.length,
  };
}

function points(part: Named & { key: string; maxScore: number }, scores: Record<string, number>): Points {
  const { key, nameZh, nameEn, maxScore } = part;
  return { key, nameZh, nameEn, maxScore, score: scores[key] ?? 0 };
}

function placedScenarios(scheme: Scheme, levels: Record<string, number>): PlacedScenario[] {
  const placed = scheme.dimensions.flatMap(({ indicators }) =>
    indicators.flatMap(({ nameZh, nameEn, questions }) =>
      questions.flatMap(({ sceneKey, topicZh, topicEn }) =>
        sceneKey === null ? [] : [{ key: sceneKey, nameZh: topicZh, nameEn: topicEn, stage: { nameZh, nameEn } }],
      ),
    ),
  );
  return placed.map((scenario, at) => ({
    ...scenario,
    no: at + 1,
    level: levels[scenario.key] ?? 0,
    isConstrained: scheme.constrainedScenes.includes(scenario.key),
  }));
}

function gain({ no, topicZh, topicEn }: Question, missing: number): PossibleGain {
  return { no, topicZh, topicEn, points: missing };
}
