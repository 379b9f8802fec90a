/** What an enterprise needs, in the words a listing answers in. */

import type { Around } from "~/domain/scenarios/places";

/** Where the enterprise stands, from its park outwards. */
export type Place = Around;

export type Need = {
  /** GB/T 4754 code of any level; null: not said. */
  industryCode: string | null;
  /** Null: not said, so place is not asked of anyone. */
  place: Place | null;
  /** Scenario key → how much it is missing, in (0, 1], the largest being 1. Empty: nothing is known. */
  gaps: Record<string, number>;
  budgetFen: number | null;
  daysMax: number | null;
  /** National level 0–4; null: not assessed. */
  level: number | null;
};

/** What matching reads from an assessment. */
export type Standing = { level: number; score: number; scenarioLevels: Record<string, number> };

const TOP_LEVEL = 4;
/** The national scheme scores the foundation as a whole, so its categories share one cautious gap. */
const FOUNDATION_SHARE = 0.5;
const TOP_SCORE = 100;

/**
 * Gaps of an assessed enterprise: the target of every core scenario is one level above the enterprise's level, at most 4;
 * when no scenario is below that, one level above each scenario's own. Foundation categories follow the missing points.
 */
export function gapsOfStanding(standing: Standing, foundationKeys: readonly string[]): Record<string, number> {
  const target = Math.min(TOP_LEVEL, standing.level + 1);
  const levels = Object.entries(standing.scenarioLevels);
  const below = levels.filter(([, level]) => level < target).map(([key, level]) => [key, target - level] as const);
  const core =
    below.length > 0 ? below : levels.filter(([, level]) => level < TOP_LEVEL).map(([key]) => [key, 1] as const);
  const largest = Math.max(1, ...core.map(([, gap]) => gap));
  const foundation = FOUNDATION_SHARE * Math.max(0, 1 - standing.score / TOP_SCORE);
  return {
    ...Object.fromEntries(core.map(([key, gap]) => [key, gap / largest])),
    ...(foundation > 0 ? Object.fromEntries(foundationKeys.map((key) => [key, foundation])) : {}),
  };
}

/** Gaps of someone who only names scenarios: each is wanted fully. */
export function gapsOfWishes(scenarioKeys: readonly string[]): Record<string, number> {
  return Object.fromEntries(scenarioKeys.map((key) => [key, 1]));
}
