/** Before and after of one assessment scheme, by dimension and scenario, and by measured figure. Pure. */
import type { EffectFigure } from "#db/schema/clinic-after.server";
import type { Scheme } from "~/domain/assessment/scheme";
import { scenarioQuestionsOf } from "~/domain/assessment/scheme";

export type Measured = {
  score: number | null;
  level: number | null;
  foundation: number | null;
  management: number | null;
  effect: number | null;
  scenarioLevels: Record<string, number> | null;
};

export type { EffectFigure };

type Named = { key: string; nameZh: string; nameEn: string };
/** `by`: after less before, two decimals. */
export type Moved = Named & { before: number; after: number; by: number; max: number };

export type Comparison = { total: Moved; level: Moved; dimensions: Moved[]; scenarios: Moved[] };

export function comparisonOf(scheme: Scheme, before: Measured, after: Measured): Comparison {
  const points = { foundation: "foundation", management: "management", effect: "effect" } as const;
  const pointsKey = (key: string) => Object.values(points).find((one) => one === key);
  return {
    total: moved({ key: "total", nameZh: "", nameEn: "" }, before.score, after.score, 100),
    level: moved({ key: "level", nameZh: "", nameEn: "" }, before.level, after.level, 4),
    dimensions: scheme.dimensions.flatMap(({ key, nameZh, nameEn, maxScore }) => {
      const part = pointsKey(key);
      return part ? [moved({ key, nameZh, nameEn }, before[part], after[part], maxScore)] : [];
    }),
    scenarios: scenarioQuestionsOf(scheme).map(({ sceneKey, topicZh, topicEn }) =>
      moved(
        { key: sceneKey, nameZh: topicZh, nameEn: topicEn },
        before.scenarioLevels?.[sceneKey] ?? 0,
        after.scenarioLevels?.[sceneKey] ?? 0,
        4,
      ),
    ),
  };
}

function moved(named: Named, before: number | null, after: number | null, max: number): Moved {
  const [from, to] = [before ?? 0, after ?? 0];
  return { ...named, before: from, after: to, by: Math.round((to - from) * 100) / 100, max };
}

/** How much of the former value is gone (negative) or added, whole per cent; null when there was nothing before. */
export function changePercent({ before, after }: Pick<EffectFigure, "before" | "after">): number | null {
  if (before === 0) return null;
  // Rounded by size, so that half a per cent less counts like half a per cent more.
  return (Math.sign(after - before) || 0) * Math.round((Math.abs(after - before) / before) * 100);
}
