/**
 * What a provider is given of a report. Everything is cut away here, before anything is drawn: what was not consented to is
 * not in what this function answers, and so not in the page's data either (decision 0025). Pure; client-safe.
 */
import type { ReportSection } from "#db/vocabulary/clinic";
import type { Named } from "./case-names.server";
import type { ShownLevels } from "./frozen";
import type { ReportOnPage, ShownFinding, ShownRecommendation } from "./report-page.server";
import type { RoadmapStop } from "./report-sums";

export type Granted = { sections: readonly ReportSection[]; withFiles: boolean };
export type Photo = { id: string; findingId: string };

export type SharedFinding = Pick<
  ShownFinding,
  | "id"
  | "no"
  | "scenarioKey"
  | "title"
  | "description"
  | "evidence"
  | "severity"
  | "area"
  | "expectedGain"
  | "gainMetric"
  | "gainValue"
  | "gainUnit"
>;
export type SharedRecommendation = Pick<
  ShownRecommendation,
  | "id"
  | "no"
  | "scenarioKey"
  | "title"
  | "description"
  | "priority"
  | "effort"
  | "effect"
  | "budgetMinFen"
  | "budgetMaxFen"
> & {
  /** Null unless findings are shared too. */
  findingNo: number | null;
  /** Null unless the roadmap is shared too. */
  quarter: string | null;
  /** The reader's own solutions among those named; whom else the expert named is not its business. */
  ownSolutions: { solutionId: string; slug: string; title: string; isPublished: boolean }[];
};
export type SharedStep = Pick<ShownRecommendation, "id" | "no" | "title" | "quarter">;

export type SharedReport = {
  enterpriseName: string;
  number: number;
  issuedAt: number | null;
  /** Set once this version was corrected: a newer one exists, which this consent does not cover. */
  supersededAt: number | null;
  summary: string | null;
  analysis: { overview: string; analysis: string } | null;
  levels: { measured: ShownLevels | null; targetLevel: number | null } | null;
  findings: SharedFinding[] | null;
  photos: Photo[];
  recommendations: SharedRecommendation[] | null;
  roadmap: RoadmapStop<SharedStep>[] | null;
  scenarios: Record<string, Named>;
};

/** The report as one provider may read it. `photos`: those of the whole report; they go with the findings they belong to. */
export function cutReport(
  page: ReportOnPage,
  photos: readonly Photo[],
  { sections, withFiles }: Granted,
  providerId: string,
): SharedReport {
  const has = (section: ReportSection) => sections.includes(section);
  const { report } = page;
  const findings = has("findings") ? page.findings.map(findingAlone) : null;
  const recommendations = has("recommendations")
    ? page.findings
        .flatMap(({ no, recommendations: own }) =>
          own.map((item) => adviceAlone(item, has("findings") ? no : null, has("roadmap"), providerId)),
        )
        .toSorted((a, b) => a.no - b.no)
    : null;
  return {
    enterpriseName: page.enterprise.name,
    number: report.number,
    issuedAt: report.issuedAt,
    supersededAt: report.supersededAt,
    summary: has("summary") ? report.summary : null,
    analysis: has("analysis") ? { overview: report.overview, analysis: report.analysis } : null,
    levels: has("levels") ? { measured: page.levels, targetLevel: report.targetLevel } : null,
    findings,
    photos: findings && withFiles ? photos.map(({ id, findingId }) => ({ id, findingId })) : [],
    recommendations,
    roadmap: has("roadmap") ? page.roadmap.map(stopAlone) : null,
    scenarios: namesFor(page, [...(findings ?? []), ...(recommendations ?? [])]),
  };
}

function findingAlone(item: ShownFinding): SharedFinding {
  const { id, no, scenarioKey, title, description, evidence, severity, area } = item;
  const { expectedGain, gainMetric, gainValue, gainUnit } = item;
  return {
    ...{ id, no, scenarioKey, title, description, evidence, severity, area, expectedGain },
    ...{ gainMetric, gainValue, gainUnit },
  };
}

function adviceAlone(
  item: ShownRecommendation,
  findingNo: number | null,
  withQuarter: boolean,
  providerId: string,
): SharedRecommendation {
  const { id, no, scenarioKey, title, description, priority, effort, effect, budgetMinFen, budgetMaxFen } = item;
  const own = item.solutions.filter((solution) => solution.providerId === providerId);
  return {
    ...{ id, no, scenarioKey, title, description, priority, effort, effect, budgetMinFen, budgetMaxFen, findingNo },
    quarter: withQuarter ? item.quarter : null,
    ownSolutions: own.map(({ solutionId, slug, title: name, isPublished }) => ({
      ...{ solutionId, slug, isPublished },
      title: name,
    })),
  };
}

function stopAlone({ quarter, items }: RoadmapStop<ShownRecommendation>): RoadmapStop<SharedStep> {
  return { quarter, items: items.map(({ id, no, title, quarter: when }) => ({ id, no, title, quarter: when })) };
}

function namesFor(page: ReportOnPage, shown: readonly { scenarioKey: string }[]): Record<string, Named> {
  const keys = new Set(shown.map(({ scenarioKey }) => scenarioKey));
  return Object.fromEntries(Object.entries(page.names.scenarios).filter(([key]) => keys.has(key)));
}
