import { eq } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { one, type Reader } from "#db/store.server";
import { readAnswers } from "~/domain/assessment/answers";
import { resultOf, type Result } from "~/domain/assessment/result";
import type { Scheme } from "~/domain/assessment/scheme";
import { findScheme } from "~/domain/assessment/scheme.server";
import type { ShownLevels } from "./frozen";

/**
 * The result a report rests on, by dimension and scenario, with what is missing for the next level; null while it is not
 * finished. Scoped by the report, which the caller has read as its actor.
 */
export async function levelsOf(db: Reader, assessmentId: string | null): Promise<ShownLevels | null> {
  if (assessmentId === null) return null;
  const row = await one(db.select().from(assessment).where(eq(assessment.id, assessmentId)));
  if (!row || row.status !== "finished" || row.score === null || row.level === null) return null;
  const found = await findScheme(db, row.schemeKey, row.schemeVersion);
  if (!found) return null;
  const result = resultOf(found.scheme, readAnswers(found.scheme, row.answers));
  return { ...shownOf(found.scheme, result), score: row.score, level: row.level };
}

function shownOf(scheme: Scheme, { dimensions, scenarios, blockers }: Result): Omit<ShownLevels, "score" | "level"> {
  const byScenario = scheme.dimensions.find(({ mode }) => mode === "scenario_level");
  return {
    schemeTitle: { nameZh: scheme.titleZh, nameEn: scheme.titleEn },
    issuingNo: scheme.issuingNo,
    dimensions: dimensions.map(({ key, nameZh, nameEn, score, maxScore }) => ({
      key,
      nameZh,
      nameEn,
      score,
      maxScore,
    })),
    scenarioDimension: byScenario ? { nameZh: byScenario.nameZh, nameEn: byScenario.nameEn } : null,
    scenarios: scenarios.map(({ key, no, nameZh, nameEn, level }) => ({ key, no, nameZh, nameEn, level })),
    gap: blockers && {
      level: blockers.level,
      points: blockers.points,
      scenes: blockers.scenes,
      constrained: blockers.constrained,
    },
  };
}
