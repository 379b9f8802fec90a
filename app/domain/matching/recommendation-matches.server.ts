/** Matches for one recommendation of a report, with the listings its expert named. */
import { eq, inArray } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { recommendationFor, type OwnRecommendation } from "~/domain/clinic/recommendations.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import type { Matched } from "./matches.server";
import { gapsOfWishes, type Need } from "./need";
import { needOfEnterprise } from "./needs.server";
import { rank } from "./rank";
import { judge, type Match } from "./score";

/** A named listing that cannot be asked at present: taken down, or its provider is closed. */
export type Unlisted = { id: string; title: string; providerName: string };

export type RecommendationMatches = Omit<Matched, "basis"> & {
  recommendation: OwnRecommendation;
  /** What the expert named, best first, each judged for this enterprise, also when something is missing. */
  named: Match[];
  unlisted: Unlisted[];
};

const NEAR_LIMIT = 3;

/**
 * Matches for a recommendation of the member's own enterprise, or null. Its scenario is wanted fully; its budget outranks the
 * profile's. What the expert named is judged apart and left out of the rest.
 */
export async function matchesForRecommendation(
  db: Reader,
  member: EnterpriseMember,
  recommendationId: string,
  { limit, day }: { limit: number; day: string },
): Promise<RecommendationMatches | null> {
  const recommendation = await recommendationFor(db, member, recommendationId);
  const known = recommendation && (await needOfEnterprise(db, member.organisationId));
  if (!recommendation || !known) return null;
  const need: Need = {
    ...known.need,
    gaps: gapsOfWishes([recommendation.scenarioKey]),
    budgetFen: recommendation.budgetMaxFen ?? known.need.budgetFen,
  };
  const { solutions, byId } = await publishedCatalogue(db);
  const ids = recommendation.solutionIds;
  return {
    recommendation,
    need,
    ...rank(solutions, need, {
      ...{ limit, nearLimit: NEAR_LIMIT, day, seed: member.organisationId },
      without: new Set(ids),
    }),
    named: ids.flatMap((id) => byId.get(id) ?? []).map((listing) => judge(listing, need)),
    unlisted: await unlisted(
      db,
      ids.filter((id) => !byId.has(id)),
    ),
  };
}

/** The last approved title is public history; nothing else of a closed listing is told. */
async function unlisted(db: Reader, ids: readonly string[]): Promise<Unlisted[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: solution.id, title: solutionVersion.title, providerName: organisation.name })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(inArray(solution.id, [...ids]));
}
