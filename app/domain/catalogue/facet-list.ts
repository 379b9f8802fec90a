/** The choices of every facet with their names and exact counts, in the order they are drawn. */
import type { Reference } from "~/domain/scenarios/reference";
import type { FacetCounts, FacetName } from "./facets";
import type { ListingQuery } from "./listing-query";
import type { Named } from "./solution-card";

export type FacetValue = { value: string; count: number; isChosen: boolean; name: Named | null };
export type FacetList = Record<FacetName, FacetValue[]>;

/** Every value with a result, and every chosen one even without. Ways of deployment have no name here: the page says them. */
export function facetList(
  counts: FacetCounts,
  query: ListingQuery,
  reference: Reference,
  providers: ReadonlyMap<string, string>,
): FacetList {
  const values = (facet: FacetName, chosen: readonly string[], nameOf: (value: string) => Named | undefined) => {
    const order = [...counts[facet].keys(), ...chosen.filter((value) => !counts[facet].has(value))];
    return order.map((value) => {
      const name = nameOf(value);
      return {
        value,
        count: counts[facet].get(value) ?? 0,
        isChosen: chosen.includes(value),
        name: name ? { nameZh: name.nameZh, nameEn: name.nameEn } : null,
      };
    });
  };
  const ofProvider = (slug: string) => {
    const name = providers.get(slug);
    return name === undefined ? undefined : { nameZh: name, nameEn: name };
  };
  const chosenProvider = query.provider === null ? [] : [query.provider];
  return {
    scenario: mostFirst(values("scenario", query.scenario, (key) => reference.scenarios.get(key))),
    industry: mostFirst(values("industry", query.industry, (code) => reference.industries.get(code))),
    deploy: values("deploy", query.deploy, () => undefined),
    region: values("region", query.region === null ? [] : [query.region], (code) => reference.regions.get(code)),
    park: values("park", query.park === null ? [] : [query.park], (slug) => parkName(reference, slug)),
    provider: mostFirst(values("provider", chosenProvider, ofProvider)),
    ai: values("ai", query.ai ? ["1"] : [], () => undefined),
  };
}

function parkName(reference: Reference, slug: string): Named | undefined {
  const park = reference.parks.get(slug);
  return park && { nameZh: park.shortNameZh, nameEn: park.nameEn };
}

/** Equal counts stay in the order of the reference data. */
function mostFirst(values: FacetValue[]): FacetValue[] {
  return [...values].sort((a, b) => b.count - a.count);
}
