/** Counting confirmed effects for the public. Pure. */
import type { EffectFigure } from "#db/schema/clinic-after.server";
import { gainMetrics, type GainMetric } from "#db/vocabulary/clinic";
import { changePercent } from "./comparison";

export type ConfirmedEffect = {
  enterpriseId: string;
  figures: EffectFigure[];
  levelBefore: number | null;
  levelAfter: number | null;
};

export type PublicEffects = {
  enterprises: number;
  /** Enterprises whose level rose from one assessment to the next. */
  risen: number;
  /** `percent`: mean change against the value before; null for fewer than three enterprises. */
  metrics: { metric: GainMetric; enterprises: number; percent: number | null }[];
};

/** From this many enterprises on a mean tells nothing about one of them. */
export const LEAST_FOR_MEAN = 3;

/** Each enterprise counts once, by its latest effect that says something; `confirmed` in the order of confirmation. */
export function publicEffects(confirmed: readonly ConfirmedEffect[]): PublicEffects {
  const risen = new Map<string, boolean>();
  for (const { enterpriseId, levelBefore, levelAfter } of confirmed) {
    if (levelBefore !== null && levelAfter !== null) risen.set(enterpriseId, levelAfter > levelBefore);
  }
  return {
    enterprises: new Set(confirmed.map(({ enterpriseId }) => enterpriseId)).size,
    risen: [...risen.values()].filter(Boolean).length,
    metrics: gainMetrics.flatMap((metric) => {
      const latest = new Map<string, number>();
      for (const { enterpriseId, figures } of confirmed) {
        const figure = figures.find((one) => one.metric === metric);
        const percent = figure && changePercent(figure);
        if (percent !== undefined && percent !== null) latest.set(enterpriseId, percent);
      }
      const changes = [...latest.values()];
      return changes.length === 0 ? [] : [{ metric, enterprises: changes.length, percent: meanOf(changes) }];
    }),
  };
}

function meanOf(changes: readonly number[]): number | null {
  if (changes.length < LEAST_FOR_MEAN) return null;
  return Math.round(changes.reduce((sum, change) => sum + change, 0) / changes.length);
}
