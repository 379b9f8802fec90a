/** Incremental matching for recommendations of reports: which open ones a new listing fits as well as what is there. */
import { and, eq, inArray, like, lte, or, sql, type SQL } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { recommendation, report } from "#db/schema/clinic.server";
import { enterprise, organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import { placesAround } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Reference } from "~/domain/scenarios/reference";
import { prepared } from "./asked";
import { matchColumns } from "./columns";
import { gapsOfWishes, type Need, type Place } from "./need";
import { firstMatches } from "./order";
import { judgeAt, scoreAll } from "./scoring";
import { matchingWeights } from "./weights";

const { telling } = matchingWeights;

export type Fitting = { recommendationId: string; enterpriseId: string };

/**
 * Open recommendations of issued reports (not decided, the listing not named by the expert) for which a live solution is now
 * among the first three matches with at least 75 points: the rule of enterprisesToTell, asked of one recommendation's need as
 * its page asks it. Reports issued after `newSince` were written when it was there already. Only those of the listing's own
 * scenarios and industries are read, and only those it scores enough for are ranked.
 */
export async function recommendationsFitted(
  db: Reader,
  solution: PublishedSolution,
  { newSince, day }: { newSince: number; day: string },
): Promise<Fitting[]> {
  const { solutions } = await publishedCatalogue(db);
  const catalogue = matchColumns(solutions);
  const reference = await referenceOf(db);
  const needOf = needsIn(reference);
  const scoreOf = scoring(solution);
  // Without a level the fit is not lowered: who does not reach the points so cannot reach them with it.
  const possible = (await openOnes(db, solution, newSince))
    .map((row) => ({ ...row, need: needOf(row) }))
    .filter(({ need }) => scoreOf(need) >= telling.score);
  const more = await detailsOf(
    db,
    possible.map(({ id }) => id),
  );
  return possible.flatMap(({ id, enterpriseId, need: widest }) => {
    const { level = null, solutionIds = [] } = more.get(id) ?? {};
    const need = { ...widest, level };
    if (solutionIds.includes(solution.id) || scoreOf(need) < telling.score) return [];
    const { matches } = scoreAll(catalogue, need, { nearLimit: 0, without: new Set(solutionIds) });
    const first = firstMatches(catalogue, matches, { day, seed: enterpriseId }, telling.place);
    return first.some((place) => solutions[place]?.id === solution.id) ? [{ recommendationId: id, enterpriseId }] : [];
  });
}

function scoring(solution: PublishedSolution): (need: Need) => number {
  const columns = matchColumns([solution]);
  return (need) => judgeAt(columns, prepared(columns, need), 0, 0);
}

type Row = Awaited<ReturnType<typeof openOnes>>[number];

async function openOnes(
  db: Reader,
  { scenarios, industries }: Pick<PublishedSolution, "scenarios" | "industries">,
  issuedBy: number,
) {
  if (scenarios.length === 0) return [];
  return db
    .select({
      id: recommendation.id,
      enterpriseId: recommendation.enterpriseId,
      scenarioKey: recommendation.scenarioKey,
      budgetMaxFen: recommendation.budgetMaxFen,
      industryCode: enterprise.industryCode,
      budgetFen: enterprise.budgetFen,
      parkSlug: organisation.parkSlug,
      regionCode: organisation.regionCode,
    })
    .from(recommendation)
    .innerJoin(report, eq(report.id, recommendation.reportId))
    .innerJoin(enterprise, eq(enterprise.organisationId, recommendation.enterpriseId))
    .innerJoin(organisation, eq(organisation.id, recommendation.enterpriseId))
    .where(
      and(
        inArray(recommendation.scenarioKey, [...scenarios]),
        inArray(recommendation.status, ["proposed", "viewed", "shortlisted", "enquired"]),
        eq(report.status, "issued"),
        lte(report.issuedAt, issuedBy),
        isServed(industries),
      ),
    );
}

/** Enterprises of the listed industries, as scoring would find: the rest need not be read. Undefined: all are. */
function isServed(industries: readonly string[]): SQL | undefined {
  const specific = industries.filter((code) => code.length > 1);
  if (specific.length === 0 || specific.length < industries.length) return undefined;
  const { industryCode } = enterprise;
  const above = specific.flatMap((code) => Array.from(code, (_, end) => code.slice(0, end)).slice(1));
  return or(...specific.map((code) => like(industryCode, `${code}%`)), inArray(industryCode, above));
}

const AT_ONCE = 500;

/** The level of each recommendation's enterprise, and what its expert named. */
async function detailsOf(db: Reader, ids: readonly string[]) {
  const { id, solutionIds } = recommendation;
  const details = new Map<string, { level: number | null; solutionIds: string[] }>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await db
      .select({ id, solutionIds, level: latestLevel })
      .from(recommendation)
      .where(inArray(id, ids.slice(at, at + AT_ONCE)));
    for (const row of rows) details.set(row.id, row);
  }
  return details;
}

/** The choice of latestAssessment: the last finished one wins whole, also where it has no level. */
const latestLevel = sql<number | null>`(
  SELECT CASE WHEN ${assessment.score} IS NULL THEN NULL ELSE ${assessment.level} END FROM ${assessment}
  WHERE ${assessment.enterpriseId} = ${recommendation.enterpriseId} AND ${assessment.status} = 'finished'
  ORDER BY ${assessment.finishedAt} DESC, ${assessment.id} DESC LIMIT 1)`;

/** Needs without their level; places and wishes are worked out once for all who share them. */
function needsIn(reference: Reference): (row: Row) => Need {
  const places = new Map<string, Place>();
  const gaps = new Map<string, Need["gaps"]>();
  return ({ scenarioKey, parkSlug, regionCode, industryCode, budgetMaxFen, budgetFen }) => ({
    industryCode,
    place: keptOf(places, `${parkSlug ?? ""} ${regionCode}`, () => placesAround(reference, { parkSlug, regionCode })),
    budgetFen: budgetMaxFen ?? budgetFen,
    daysMax: null,
    gaps: keptOf(gaps, scenarioKey, () => gapsOfWishes([scenarioKey])),
    level: null,
  });
}

function keptOf<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}
