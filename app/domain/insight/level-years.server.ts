/** How the levels of the diagnosed enterprises are spread, year by year: the shape that turns from pyramid to olive. */
import { and, asc, desc, eq, gte, isNotNull, lt, max, min } from "drizzle-orm";
import { assessment, scheme } from "#db/schema/assessment.server";
import { one, type Reader } from "#db/store.server";
import { LEVELS, shown, shownParts, type LevelYear } from "./figures";
import { keptFor } from "./kept.server";

/**
 * For each year since the first on-site assessment: enterprises by the level of their latest one at the year's end (the
 * present year: until now). On-site results only, and only of the newest scheme: sources are never merged and levels never
 * converted (product rules "Assessment").
 */
export const levelsByYear = keptFor(async (db: Reader): Promise<LevelYear[]> => {
  const newest = await one(db.select({ key: scheme.key }).from(scheme).orderBy(desc(scheme.effectiveOn)).limit(1));
  if (!newest) return [];
  const onSite = and(
    eq(assessment.source, "on_site"),
    eq(assessment.schemeKey, newest.key),
    isNotNull(assessment.finishedAt),
  );
  const span = await one(
    db
      .select({ first: min(assessment.finishedAt), last: max(assessment.finishedAt) })
      .from(assessment)
      .where(onSite),
  );
  if (!span || span.first === null || span.last === null) return [];
  const years: LevelYear[] = [];
  const latest = new Map<string, number>();
  for (let year = yearOf(span.first); year <= yearOf(span.last); year++) {
    // One year at a time, so that other requests get their turn between.
    const results = await db
      .select({ enterpriseId: assessment.enterpriseId, level: assessment.level })
      .from(assessment)
      .where(and(onSite, gte(assessment.finishedAt, startOf(year)), lt(assessment.finishedAt, startOf(year + 1))))
      .orderBy(asc(assessment.finishedAt));
    for (const { enterpriseId, level } of results) if (level !== null) latest.set(enterpriseId, level);
    const counts = LEVELS.map(() => 0);
    for (const level of latest.values()) counts[level] = (counts[level] ?? 0) + 1;
    years.push({ year, isPresent: year === yearOf(Date.now()), counts: shownParts(counts), total: shown(latest.size) });
  }
  return years;
});

/** Calendar years of Asia/Shanghai. */
function yearOf(time: number): number {
  return new Date(time + 8 * 3_600_000).getUTCFullYear();
}

function startOf(year: number): number {
  return Date.UTC(year, 0, 1) - 8 * 3_600_000;
}
