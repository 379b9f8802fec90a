/**
 * How much each part of a match counts, as data with a version. The shares and shapes were chosen by measurement on judged
 * lists (search.md 8.1): fit must dominate, and moving any weight by a fifth keeps nine of the first ten.
 */
export const partCodes = ["fit", "industry", "price", "speed", "locality", "quality"] as const;
export type PartCode = (typeof partCodes)[number];

export type Weights = {
  version: string;
  /** Points of each part; together 100. Parts are whole points: the weights cannot defend a finer difference. */
  points: Record<PartCode, number>;
  fit: {
    /** A listing names its main scenario first; further ones act less strongly. */
    furtherScenario: number;
    /** Share of the best answered scenario; the rest is the mean over all scenarios of the listing. */
    best: number;
    /** Fit kept when the enterprise's level is 0, 1, or more levels outside the levels the listing suits. */
    levelDistance: readonly [number, number, number];
    /** When no need is known, fit is not judged and everyone gets this. */
    unknown: number;
  };
  /** A listing for all of manufacturing, against 1 for one that names the enterprise's industry. */
  generalIndustry: number;
  price: { unknown: number; /** Without a budget, the price at which e⁻¹ of the value is left. */ scaleFen: number };
  speed: { scaleDays: number; urgencyAsked: number; urgencyDefault: number };
  locality: Record<LocalityScope, number>;
  quality: { anyProject: number; projects: number; manyProjects: number; listing: number };
};

export type LocalityScope = "park" | "county" | "prefecture" | "province" | "everywhere" | "unknown";

export const matchingWeights: Weights = {
  version: "2026-1",
  points: { fit: 60, industry: 12, price: 8, speed: 5, locality: 3, quality: 12 },
  fit: { furtherScenario: 0.6, best: 0.6, levelDistance: [1, 0.7, 0.4], unknown: 0.5 },
  generalIndustry: 0.6,
  price: { unknown: 0.5, scaleFen: 20_000_000 },
  speed: { scaleDays: 60, urgencyAsked: 1, urgencyDefault: 0.5 },
  locality: { park: 1, county: 0.9, prefecture: 0.8, province: 0.6, everywhere: 0.6, unknown: 0.6 },
  quality: { anyProject: 0.3, projects: 0.4, manyProjects: 8, listing: 0.3 },
};
