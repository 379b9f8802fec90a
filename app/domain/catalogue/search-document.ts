import type { solutionVersion } from "#db/schema/catalogue.server";
import { industryLineage } from "~/domain/scenarios/industries";
import type { Reference } from "~/domain/scenarios/reference";
import type { SearchDocument } from "~/domain/search/index.server";

type Content = Pick<
  typeof solutionVersion.$inferSelect,
  | "title"
  | "summary"
  | "description"
  | "painPoints"
  | "functions"
  | "effects"
  | "industries"
  | "scenarios"
  | "parks"
  | "regions"
  | "keywords"
>;

/** What of a solution version can be searched for; codes become the names people type. */
export function documentOf(
  row: { no: number; version: Content; providerName: string },
  reference: Reference,
): SearchDocument {
  const { version } = row;
  const scenarios = version.scenarios.flatMap((key) => reference.scenarios.get(key) ?? []);
  const parks = version.parks.flatMap((slug) => reference.parks.get(slug) ?? []);
  const regions = version.regions.flatMap((code) => reference.regions.get(code) ?? []);
  return {
    no: row.no,
    title: version.title,
    scenarios: version.scenarios,
    tags: [...scenarios.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]), ...version.keywords],
    summary: [version.summary, version.painPoints, version.functions, version.effects, version.description].join("\n"),
    industries: version.industries.map((code) => ({ code, name: namesOf(reference, code) })),
    who: row.providerName,
    places: [
      ...parks.flatMap(({ nameZh, shortNameZh }) => [nameZh, shortNameZh]),
      ...regions.map(({ nameZh }) => nameZh),
    ],
  };
}

/** The branch and those above it, without the section: every listing is in manufacturing. */
function namesOf(reference: Reference, code: string): string {
  return industryLineage(reference, code)
    .filter(({ level }) => level !== "section")
    .flatMap(({ nameZh, nameEn }) => [nameZh, nameEn])
    .join(" , ");
}
