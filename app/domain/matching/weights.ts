/**
 * How much each part of a match counts: data with a version (db/reference/matching-weights.json), checked when loaded. The
 * shares and shapes were chosen by measurement on judged lists (decision 0013): fit must dominate, and moving any weight by a
 * fifth keeps nine of the first ten. Change a figure, change the version: the public page "how we rank" shows both.
 */
import { z } from "zod";
import given from "#db/reference/matching-weights.json";

export const partCodes = ["fit", "industry", "price", "speed", "locality", "quality"] as const;
export type PartCode = (typeof partCodes)[number];

export const localityScopes = ["park", "county", "prefecture", "province", "everywhere", "unknown"] as const;
export type LocalityScope = (typeof localityScopes)[number];

const share = z.number().min(0).max(1);
const count = z.int().min(1);

export const Weights = z.strictObject({
  version: z.string().min(1),
  /** Points of each part; together 100. Parts are whole points: the weights cannot defend a finer difference. */
  points: z
    .record(z.enum(partCodes), count)
    .refine((points) => Object.values(points).reduce((sum, each) => sum + each, 0) === 100, "the points make 100"),
  fit: z.strictObject({
    /** A listing names its main scenario first; further ones act less strongly. */
    furtherScenario: share,
    /** Share of the best answered scenario; the rest is the mean over all scenarios of the listing. */
    best: share,
    /** Fit kept when the enterprise's level is 0, 1, or more levels outside the levels the listing suits. */
    levelDistance: z.tuple([share, share, share]),
    /** When no need is known, fit is not judged and everyone gets this. */
    unknown: share,
  }),
  /** A listing for all of manufacturing, against 1 for one that names the enterprise's industry. */
  generalIndustry: share,
  /** Without a budget, `scaleFen` is the price at which e⁻¹ of the value is left. */
  price: z.strictObject({ unknown: share, scaleFen: count }),
  speed: z.strictObject({ scaleDays: count, urgencyAsked: share, urgencyDefault: share }),
  /**
   * Budget and days are soft: up to `match` times the limit a listing stays a match and its part falls to nothing on the way;
   * up to `near` times it is a near miss. A near miss lacks at most `missing` things.
   */
  limits: z
    .strictObject({ match: z.number().gt(1), near: z.number().gt(1), missing: count })
    .refine(({ match, near }) => match <= near, "near reaches further than match"),
  locality: z.record(z.enum(localityScopes), share),
  quality: z.strictObject({ anyProject: share, projects: share, manyProjects: count, listing: share }),
  /** How many of one provider stand among the first ones. */
  order: z.strictObject({ first: count, perProvider: count }),
  /** An enterprise is told of a new listing that enters this place or better with at least this score. */
  telling: z.strictObject({ place: count, score: z.int().min(0).max(100) }),
});
export type Weights = z.infer<typeof Weights>;

export const matchingWeights: Weights = Weights.parse(given);
