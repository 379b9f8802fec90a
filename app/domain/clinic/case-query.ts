/** The GET parameters of a desk's list. What is not understood is left out. Client-safe. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { endedStatuses, openStatuses } from "./diagnosis-status";

const views = ["open", "late", "ended"] as const;

export type CaseQuery = {
  view: (typeof views)[number];
  status: DiagnosisStatus | null;
  park: string | null;
  after: string | null;
};

/** The statuses a list may be narrowed to. */
export const caseFilters = { open: openStatuses, ended: endedStatuses } as const;

export function caseQuery(params: URLSearchParams): CaseQuery {
  const view = views.find((word) => word === params.get("view")) ?? "open";
  const statuses: readonly DiagnosisStatus[] = caseFilters[view === "ended" ? "ended" : "open"];
  return {
    view,
    status: statuses.find((status) => status === params.get("status")) ?? null,
    park: params.get("park") || null,
    after: params.get("after") || null,
  };
}
