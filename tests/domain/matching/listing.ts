/** A listing and a need to start from; each test says what differs. */
import type { PublishedSolution } from "~/domain/catalogue/published.server";
import type { Need } from "~/domain/matching/need";

export function listing(differs: Partial<PublishedSolution> = {}): PublishedSolution {
  return {
    id: "sol_a",
    no: 1,
    slug: "a",
    versionId: "ver_a",
    providerId: "org_a",
    providerSlug: "a",
    providerName: "甲数字科技",
    title: "注塑车间排产",
    summary: "",
    industries: [],
    scenarios: ["planning"],
    parks: [],
    regions: [],
    deployment: ["saas"],
    priceModel: "subscription",
    priceMinFen: 5_000_000,
    priceMaxFen: null,
    firstYearCostFen: null,
    deployDays: 30,
    levelFrom: null,
    levelTo: null,
    hardware: "",
    ai: false,
    trial: false,
    keywords: [],
    acceptedProjects: 0,
    medianDays: null,
    quality: 0,
    publishedAt: 0,
    confirmedAt: null,
    isSunk: false,
    isHidden: false,
    ...differs,
  };
}

export const place = { parkSlug: "park-one", countyCode: "360121", prefectureCode: "360100", provinceCode: "360000" };

export function need(differs: Partial<Need> = {}): Need {
  return {
    industryCode: "C3670",
    place,
    gaps: { planning: 1, quality: 0.5 },
    budgetFen: 10_000_000,
    daysMax: null,
    level: null,
    ...differs,
  };
}
