/** The one read of reference data: all of it, in memory, until a file is loaded again. */
import { asc, sql } from "drizzle-orm";
import { keptByMark, untilCommitted } from "#db/kept-reads.server";
import { chain, industry, park, referenceFile, region, scenario } from "#db/schema/scenarios.server";
import { preparedOnce } from "#db/prepared.server";
import type { Reader } from "#db/store.server";
import type { Reference } from "./reference";
import { chainOf, scenarioOf } from "./reference-content";

const filesLoaded = preparedOnce((db) => db.select().from(referenceFile).orderBy(asc(referenceFile.name)).prepare());

const loadedMark = untilCommitted(async (db) => {
  const files = await filesLoaded(db).execute();
  return files.map((file) => `${file.name}:${file.sha256}:${file.loadedAt}`).join("|");
});

/**
 * Regions, industries and scenarios by code or key, parks by slug, chains in their order. Kept in memory per database; seven
 * rows of reference_file tell whether it still holds. Do not change what it answers.
 */
export const referenceOf = keptByMark(loadedMark, readReference);

async function readReference(db: Reader): Promise<Reference> {
  const kindOrder = sql`CASE ${scenario.kind} WHEN 'core' THEN 1 WHEN 'foundation' THEN 2 ELSE 3 END`;
  const regions = await db.select().from(region).orderBy(asc(region.code));
  const industries = await db.select().from(industry).orderBy(asc(industry.code));
  // National zones first, then by their public code; those without one last.
  const parks = await db
    .select()
    .from(park)
    .orderBy(asc(park.level), sql`${park.code} IS NULL`, asc(park.code), asc(park.slug));
  const scenarios = await db.select().from(scenario).orderBy(kindOrder, asc(scenario.no));
  const chains = await db.select().from(chain).orderBy(asc(chain.no));
  return {
    regions: new Map(regions.map((row) => [row.code, row])),
    industries: new Map(industries.map((row) => [row.code, row])),
    parks: new Map(parks.map((row) => [row.slug, row])),
    scenarios: new Map(scenarios.map((row) => [row.key, scenarioOf(row)])),
    chains: chains.map(chainOf),
  };
}
