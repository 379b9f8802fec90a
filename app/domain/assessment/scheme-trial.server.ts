/** A dry run: who would stand on another level if a scheme judged what is stored. Writes nothing. */
import { and, asc, eq, gt } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import { assessmentSources, type AssessmentSource } from "#db/vocabulary/assessment";
import { levelOf } from "./level";
import type { Scheme } from "./scheme";

export type ParkMoves = { parkSlug: string | null; up: number; down: number };

export type Trial = {
  source: AssessmentSource;
  /** Enterprises with a finished assessment of this source. */
  enterprises: number;
  up: number;
  down: number;
  /** From level → to level → enterprises. */
  matrix: number[][];
  /** Parks with enterprises that move, the most first. */
  parks: ParkMoves[];
};

const AT_ONCE = 2_000;
const LEVELS = [0, 1, 2, 3, 4];

/**
 * Judges the latest finished assessment of every enterprise anew, each source by itself. Points and scenario levels are read
 * as they were counted from the answers: neither texts nor thresholds nor constrained marks change them (a test says so).
 * Read in portions, so that other requests get their turn between.
 */
export async function tryScheme(db: Reader, scheme: Scheme): Promise<Trial[]> {
  const latest = await latestResults(db, scheme.key);
  return assessmentSources.flatMap((source) => {
    const results = [...latest.values()].filter((result) => result.source === source);
    return results.length === 0 ? [] : [trialOf(source, scheme, results)];
  });
}

type Result = {
  enterpriseId: string;
  parkSlug: string | null;
  source: AssessmentSource;
  finishedAt: number | null;
  score: number | null;
  level: number | null;
  scenarioLevels: Record<string, number> | null;
};

async function latestResults(db: Reader, schemeKey: string): Promise<Map<string, Result>> {
  const latest = new Map<string, Result>();
  for (let after = ""; ;) {
    const rows = await db
      .select({
        id: assessment.id,
        enterpriseId: assessment.enterpriseId,
        parkSlug: organisation.parkSlug,
        source: assessment.source,
        finishedAt: assessment.finishedAt,
        score: assessment.score,
        level: assessment.level,
        scenarioLevels: assessment.scenarioLevels,
      })
      .from(assessment)
      .innerJoin(organisation, eq(organisation.id, assessment.enterpriseId))
      .where(and(gt(assessment.id, after), eq(assessment.status, "finished"), eq(assessment.schemeKey, schemeKey)))
      .orderBy(asc(assessment.id))
      .limit(AT_ONCE);
    for (const { id: _id, ...row } of rows) {
      const key = `${row.source} ${row.enterpriseId}`;
      if ((latest.get(key)?.finishedAt ?? -1) <= (row.finishedAt ?? 0)) latest.set(key, row);
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return latest;
    after = last.id;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function trialOf(source: AssessmentSource, scheme: Scheme, results: Result[]): Trial {
  const matrix = LEVELS.map(() => LEVELS.map(() => 0));
  const parks = new Map<string | null, ParkMoves>();
  for (const { parkSlug, score, level, scenarioLevels } of results) {
    const from = level ?? 0;
    const to = levelOf(scheme, score ?? 0, scenarioLevels ?? {});
    const row = matrix[from];
    if (row) row[to] = (row[to] ?? 0) + 1;
    if (from === to) continue;
    const park = parks.get(parkSlug) ?? { parkSlug, up: 0, down: 0 };
    parks.set(parkSlug, { ...park, [to > from ? "up" : "down"]: park[to > from ? "up" : "down"] + 1 });
  }
  const moves = [...parks.values()].toSorted((a, b) => b.up + b.down - a.up - a.down);
  return {
    source,
    enterprises: results.length,
    up: moves.reduce((sum, { up }) => sum + up, 0),
    down: moves.reduce((sum, { down }) => sum + down, 0),
    matrix,
    parks: moves,
  };
}
