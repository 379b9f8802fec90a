/** Matches for a visitor and for an enterprise. Computed when read, never stored, so that nothing shown is out of date. */
import type { Reader } from "#db/store.server";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import { placesAround } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { gapsOfWishes, type Need } from "./need";
import { needOfEnterprise, pressingScenarios, type Basis } from "./needs.server";
import type { QuickQuery } from "./quick-match-form";
import { rank, type Ranked } from "./rank";

export type Matched<B extends Basis = Basis> = Ranked<PublishedSolution> & { need: Need; basis: B };

/** Nobody has assessed a visitor. */
type VisitorBasis = Exclude<Basis, { kind: "assessment" }>;

type Options = {
  limit: number;
  /** YYYY-MM-DD in Shanghai: equal scores change places from day to day. */
  day: string;
  /** Matches before this one belong to earlier pages. */
  from?: number;
};

const NEAR_LIMIT = 5;

/** Quick match of a visitor. Scenarios asked for are wanted fully; without any, those most pressing in the industry's chain. */
export async function quickMatch(db: Reader, query: QuickQuery, options: Options): Promise<Matched<VisitorBasis>> {
  const reference = await referenceOf(db);
  const wished = query.scenarios.length > 0;
  const pressing = wished ? query.scenarios : pressingScenarios(reference, query.industry);
  const need: Need = {
    industryCode: query.industry,
    place:
      query.park || query.region ? placesAround(reference, { parkSlug: query.park, regionCode: query.region }) : null,
    gaps: gapsOfWishes(pressing),
    budgetFen: query.budgetFen,
    daysMax: query.days,
    level: query.level,
  };
  const basis: VisitorBasis = wished ? { kind: "wishes" } : { kind: pressing.length > 0 ? "industry" : "none" };
  const { solutions } = await publishedCatalogue(db);
  const ranked = rank(solutions, need, { ...options, nearLimit: NEAR_LIMIT, seed: JSON.stringify(query) });
  return { ...ranked, need, basis };
}

/** Matches for the whole enterprise (see needOfEnterprise). Null when there is no such enterprise. */
export async function matchesForEnterprise(
  db: Reader,
  enterpriseId: string,
  options: Options,
): Promise<Matched | null> {
  const known = await needOfEnterprise(db, enterpriseId);
  if (!known) return null;
  const { solutions } = await publishedCatalogue(db);
  const ranked = rank(solutions, known.need, { ...options, nearLimit: NEAR_LIMIT, seed: enterpriseId });
  return { ...ranked, ...known };
}
