/** An unmet need as an address says it: to narrow the table, and to begin a solution with. Client-safe. */
import type { Reference } from "~/domain/scenarios/reference";

export type NeedAsked = {
  scenario: string | null;
  industry: string | null;
  park: string | null;
  region: string | null;
};

/** What is no scenario, industry or place is left out. */
export function needAsked(params: URLSearchParams, reference: Reference): NeedAsked {
  const known = (name: string, all: ReadonlyMap<string, unknown>) => {
    const value = params.get(name);
    return value !== null && all.has(value) ? value : null;
  };
  return {
    scenario: known("scenario", reference.scenarios),
    industry: known("industry", reference.industries),
    park: known("park", reference.parks),
    region: known("region", reference.regions),
  };
}

/** Whom a solution for it is for. */
export function audienceFor({ scenario, industry, park, region }: NeedAsked) {
  const listed = (value: string | null) => (value === null ? [] : [value]);
  return {
    scenarios: listed(scenario),
    industries: listed(industry),
    parks: listed(park),
    regions: park === null ? listed(region) : [],
  };
}

/** Their names in the order scenario, industry, place. */
export function namesOfNeed({ scenario, industry, park, region }: NeedAsked, reference: Reference) {
  const rows = [
    reference.scenarios.get(scenario ?? ""),
    reference.industries.get(industry ?? ""),
    park === null ? reference.regions.get(region ?? "") : reference.parks.get(park),
  ];
  return rows.flatMap((row) => (row ? [{ nameZh: row.nameZh, nameEn: row.nameEn }] : []));
}
