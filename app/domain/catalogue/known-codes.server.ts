import { and, inArray, ne } from "drizzle-orm";
import { industry, park, region, scenario } from "#db/schema/scenarios.server";
import type { Writer } from "#db/store.server";

type Codes = { industries?: string[]; scenarios?: string[]; parks?: string[]; regions?: string[] };

/** Whether every code exists in the reference data; an industry's example of a scenario is not one to list under. */
export async function areCodesKnown(tx: Writer, listed: Codes): Promise<boolean> {
  const { industries = [], scenarios = [], parks = [], regions = [] } = listed;
  const isListable = and(inArray(scenario.key, scenarios), ne(scenario.kind, "example"));
  const counts = [
    industries.length - (await tx.$count(industry, inArray(industry.code, industries))),
    scenarios.length - (await tx.$count(scenario, isListable)),
    parks.length - (await tx.$count(park, inArray(park.slug, parks))),
    regions.length - (await tx.$count(region, inArray(region.code, regions))),
  ];
  return counts.every((unknown) => unknown === 0);
}
