/** What matching reads of a listing, and what it works out from it. */
import type { PublishedSolution } from "~/domain/catalogue/published.server";
import type { Place } from "./need";
import type { LocalityScope } from "./weights";

export type Candidate = Pick<
  PublishedSolution,
  | "id"
  | "providerId"
  | "industries"
  | "scenarios"
  | "parks"
  | "regions"
  | "priceModel"
  | "priceMinFen"
  | "deployDays"
  | "levelFrom"
  | "levelTo"
  | "acceptedProjects"
  | "medianDays"
  | "quality"
>;

/**
 * The listed code that meets the enterprise's, "general" for a listing for all of manufacturing (also when no industry is
 * asked), null when it is not served. A visitor who only names a division meets listings for its groups.
 */
export function industryServed(
  { industries }: Pick<Candidate, "industries">,
  code: string | null,
): string | "general" | null {
  const specific = industries.filter((listed) => listed.length > 1);
  if (code === null) return "general";
  const met = specific.filter((listed) => code.startsWith(listed) || listed.startsWith(code));
  const closest = met.sort((a, b) => b.length - a.length)[0];
  return closest ?? (specific.length < industries.length || industries.length === 0 ? "general" : null);
}

/** Whether the listing acts on anything the enterprise lacks; when nothing is known to be lacking, every listing may. */
export function answersNeed({ scenarios }: Pick<Candidate, "scenarios">, gaps: Record<string, number>): boolean {
  if (scenarios.some((key) => (gaps[key] ?? 0) > 0)) return true;
  return Object.keys(gaps).length === 0;
}

/** How close the listing comes to the place, or null when it does not serve it. */
export function scopeServed(
  { parks, regions }: Pick<Candidate, "parks" | "regions">,
  place: Place,
): Exclude<LocalityScope, "unknown"> | null {
  if (place.parkSlug !== null && parks.includes(place.parkSlug)) return "park";
  if (place.countyCode !== null && regions.includes(place.countyCode)) return "county";
  if (place.prefectureCode !== null && regions.includes(place.prefectureCode)) return "prefecture";
  if (place.provinceCode !== null && regions.includes(place.provinceCode)) return "province";
  return parks.length === 0 && regions.length === 0 ? "everywhere" : null;
}
