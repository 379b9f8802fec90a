/** The GET parameters of a desk's list. What is not understood is left out. Client-safe. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { endedStatuses, openStatuses } from "./diagnosis-status";

const views = ["open", "late", "ended"] as const;

/** What a desk's list may be narrowed by, all of them at once. */
export const caseFacets = ["status", "scenario", "industry", "expert", "park"] as const;
export type CaseFacet = (typeof caseFacets)[number];

export type CaseNarrowing = {
  status: DiagnosisStatus | null;
  scenario: string | null;
  /** A division of GB/T 4754, e.g. C36. */
  industry: string | null;
  /** User id. */
  expert: string | null;
  park: string | null;
};

export type CaseQuery = CaseNarrowing & {
  view: (typeof views)[number];
  /** Id of the last row of the page before. */
  after: string | null;
  /** Every row of the page that can get an expert is ticked from the start. */
  isTicked: boolean;
};

/** The statuses a list may be narrowed to. */
export const caseFilters = { open: openStatuses, ended: endedStatuses } as const;

export function caseQuery(params: URLSearchParams): CaseQuery {
  const view = views.find((word) => word === params.get("view")) ?? "open";
  const statuses: readonly DiagnosisStatus[] = caseFilters[view === "ended" ? "ended" : "open"];
  const text = (name: string) => params.get(name)?.slice(0, 80) || null;
  return {
    view,
    status: statuses.find((status) => status === params.get("status")) ?? null,
    scenario: text("scenario"),
    industry: text("industry"),
    expert: text("expert"),
    park: text("park"),
    after: text("after"),
    isTicked: params.get("tick") === "1",
  };
}

/** The parameters that lead back to a list; without those it does not need. */
export function paramsOf(query: Partial<CaseQuery>): Record<string, string | null> {
  const { view, status, scenario, industry, expert, park, after, isTicked } = query;
  const narrowing = { status, scenario, industry, expert, park };
  return {
    view: !view || view === "open" ? null : view,
    ...Object.fromEntries(Object.entries(narrowing).map(([name, value]) => [name, value ?? null])),
    after: after ?? null,
    tick: isTicked ? "1" : null,
  };
}
