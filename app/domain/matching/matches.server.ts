/** Matches for a visitor, an enterprise, and one recommendation of its report. Computed when read, never stored. */
import { eq } from "drizzle-orm";
import { enterprise, organisation } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import type { AssessmentSource } from "#db/vocabulary/assessment";
import { latestAssessment } from "~/domain/assessment/results.server";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import { chainsOfIndustry } from "~/domain/scenarios/industries";
import { placesAround } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Reference } from "~/domain/scenarios/reference";
import { gapsOfStanding, gapsOfWishes, type Need } from "./need";
import type { QuickQuery } from "./quick-match-form";
import { rank, type Ranked } from "./rank";

/** What the needs rest on: an assessment, the wishes of the person, the chain's usual pain points, or nothing. */
export type Basis =
  | { kind: "assessment"; id: string; source: AssessmentSource; level: number; finishedAt: number }
  | { kind: "wishes" }
  | { kind: "industry" }
  | { kind: "none" };

export type Matched<B extends Basis = Basis> = Ranked<PublishedSolution> & { need: Need; basis: B };

/** Nobody has assessed a visitor. */
type VisitorBasis = Exclude<Basis, { kind: "assessment" }>;

type Options = {
  limit: number;
  /** YYYY-MM-DD in Shanghai: equal scores change places from day to day. */
  day: string;
};

const NEAR_LIMIT = 5;

/** Quick match of a visitor. Scenarios asked for are wanted fully; without any, those most pressing in the industry's chain. */
export async function quickMatch(
  db: Reader,
  query: QuickQuery,
  { limit, day }: Options,
): Promise<Matched<VisitorBasis>> {
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
  const ranked = rank(solutions, need, { limit, nearLimit: NEAR_LIMIT, day, seed: JSON.stringify(query) });
  return { ...ranked, need, basis };
}

/**
 * Matches for the whole enterprise: gaps from its latest finished assessment, whoever made it, else from its chain; budget
 * from its profile. Null when there is no such enterprise.
 */
export async function matchesForEnterprise(
  db: Reader,
  enterpriseId: string,
  { limit, day }: Options,
): Promise<Matched | null> {
  const known = await needOfEnterprise(db, enterpriseId);
  if (!known) return null;
  const { solutions } = await publishedCatalogue(db);
  const ranked = rank(solutions, known.need, { limit, nearLimit: NEAR_LIMIT, day, seed: enterpriseId });
  return { ...ranked, ...known };
}

/** The enterprise's need and what it rests on; null when there is no such enterprise. */
export async function needOfEnterprise(db: Reader, enterpriseId: string): Promise<{ need: Need; basis: Basis } | null> {
  const row = await one(
    db
      .select({
        industryCode: enterprise.industryCode,
        budgetFen: enterprise.budgetFen,
        parkSlug: organisation.parkSlug,
        regionCode: organisation.regionCode,
      })
      .from(enterprise)
      .innerJoin(organisation, eq(organisation.id, enterprise.organisationId))
      .where(eq(enterprise.organisationId, enterpriseId)),
  );
  if (!row) return null;
  const reference = await referenceOf(db);
  const { industryCode, budgetFen } = row;
  const { gaps, level, basis } = await gapsOfEnterprise(db, reference, enterpriseId, industryCode);
  return { need: { industryCode, place: placesAround(reference, row), gaps, budgetFen, daysMax: null, level }, basis };
}

async function gapsOfEnterprise(db: Reader, reference: Reference, enterpriseId: string, industryCode: string) {
  const latest = await latestAssessment(db, enterpriseId);
  if (latest) {
    const { id, source, level, finishedAt } = latest;
    const gaps = gapsOfStanding(latest, foundationKeys(reference));
    return { gaps, level, basis: { kind: "assessment", id, source, level, finishedAt } satisfies Basis };
  }
  const pressing = pressingScenarios(reference, industryCode);
  const basis: Basis = { kind: pressing.length > 0 ? "industry" : "none" };
  return { gaps: gapsOfWishes(pressing), level: null, basis };
}

function foundationKeys(reference: Reference): string[] {
  return [...reference.scenarios.values()].filter(({ kind }) => kind === "foundation").map(({ key }) => key);
}

/** What hurts most in the key chains of the industry (db/reference/chain-pain-points.json). */
function pressingScenarios(reference: Reference, industryCode: string | null): string[] {
  if (industryCode === null) return [];
  return [...new Set(chainsOfIndustry(reference, industryCode).flatMap((chain) => chain.priorityScenarios))];
}
