/** Counts beside a desk's filters, over the open cases at hand. Pure. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { caseFacets, type CaseFacet, type CaseNarrowing } from "./case-query";

/** Of a GB/T 4754 code: section and division. */
const DIVISION_LENGTH = 3;

export type Narrowable = {
  status: DiagnosisStatus;
  scenarios: readonly string[];
  industryCode: string | null;
  expertUserId: string | null;
  parkSlug: string;
};

export type FacetCounts = Record<CaseFacet, Map<string, number>>;

const valuesOf: Record<CaseFacet, (one: Narrowable) => readonly string[]> = {
  status: ({ status }) => [status],
  scenario: ({ scenarios }) => scenarios,
  industry: ({ industryCode }) => (industryCode === null ? [] : [industryCode.slice(0, DIVISION_LENGTH)]),
  expert: ({ expertUserId }) => (expertUserId === null ? [] : [expertUserId]),
  park: ({ parkSlug }) => [parkSlug],
};

/** The cases that fit everything chosen. */
export function narrowTo<One extends Narrowable>(cases: readonly One[], chosen: CaseNarrowing): One[] {
  return cases.filter((one) => caseFacets.every((facet) => fits(one, chosen, facet)));
}

/** How many cases each value of a facet would leave, what is chosen in the other facets given. */
export function facetCounts(cases: readonly Narrowable[], chosen: CaseNarrowing): FacetCounts {
  const count = (facet: CaseFacet) => {
    const counts = new Map<string, number>();
    const others = caseFacets.filter((other) => other !== facet);
    for (const one of cases) {
      if (!others.every((other) => fits(one, chosen, other))) continue;
      for (const value of valuesOf[facet](one)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return {
    status: count("status"),
    scenario: count("scenario"),
    industry: count("industry"),
    expert: count("expert"),
    park: count("park"),
  };
}

function fits(one: Narrowable, chosen: CaseNarrowing, facet: CaseFacet): boolean {
  const wanted = chosen[facet];
  return wanted === null || valuesOf[facet](one).includes(wanted);
}
