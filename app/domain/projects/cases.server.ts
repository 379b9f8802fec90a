/** Cases: published models, read from accepted projects whose levels before and after are confirmed. */
import { and, desc, eq, gt, isNotNull, like, lt, or, type SQL } from "drizzle-orm";
import { alias } from "#db/kit.server";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise, organisation } from "#db/schema/identity.server";
import { project } from "#db/schema/projects.server";
import { one, type Reader } from "#db/store.server";
import { readCursor, writeCursor } from "../cursor";
import type { Reference } from "../scenarios/reference";
import { regionLineage } from "../scenarios/places";
import { referenceOf } from "../scenarios/reference.server";
import { caseSlug, projectIdOf, shortName } from "./case-names";

export type PublicCase = {
  slug: string;
  enterpriseName: string;
  industryCode: string;
  parkSlug: string;
  regionCode: string;
  scenarios: string[];
  providerName: string;
  providerSlug: string;
  /** A provider that is not open has no public page. */
  isProviderOpen: boolean;
  solutionId: string;
  solutionTitle: string;
  /** Null while the solution or its provider is not on show: the case stays, the link goes. */
  solutionSlug: string | null;
  startedOn: string;
  completedOn: string | null;
  acceptedOn: string;
  levelBefore: number;
  levelAfter: number;
};

export type CaseFilter = { scenario?: string; parkSlug?: string; solutionId?: string; industry?: string };

/**
 * Cases, latest accepted first, a page at a time; `next` is null on the last one. What an enterprise paid is not part of a
 * case.
 */
export async function publicCases(
  db: Reader,
  filter: CaseFilter = {},
  page: { after?: string | null; per?: number } = {},
): Promise<{ cases: PublicCase[]; next: string | null }> {
  const per = page.per ?? 20;
  const rows = await selectCases(db, and(...narrowed(filter), beyond(page.after)))
    .orderBy(desc(project.acceptedOn), desc(project.id))
    .limit(per + 1);
  const reference = await referenceOf(db);
  const cases = rows.slice(0, per).flatMap((row) => caseOf(reference, row));
  const last = rows[per - 1];
  const next = rows.length > per && last?.acceptedOn ? writeCursor({ key: last.acceptedOn, id: last.id }) : null;
  return { cases, next };
}

/** One case by its address; null when the project is not accepted or its levels are not confirmed. */
export async function publicCase(db: Reader, slug: string): Promise<PublicCase | null> {
  const row = await one(selectCases(db, eq(project.id, projectIdOf(slug))).limit(1));
  return row ? (caseOf(await referenceOf(db), row)[0] ?? null) : null;
}

const buyer = alias(organisation, "buyer");
const seller = alias(organisation, "seller");

/** A case shows an effect: the confirmed level after is above the one before. */
const isCase = and(
  eq(project.status, "accepted"),
  isNotNull(project.acceptedOn),
  isNotNull(project.levelBefore),
  gt(project.levelAfter, project.levelBefore),
);

function selectCases(db: Reader, where: SQL | undefined) {
  return db
    .select({
      id: project.id,
      name: buyer.name,
      regionCode: buyer.regionCode,
      industryCode: enterprise.industryCode,
      parkSlug: project.parkSlug,
      scenarios: project.scenarios,
      providerName: seller.name,
      providerSlug: provider.slug,
      providerStatus: provider.status,
      solutionId: solution.id,
      solutionSlug: solution.slug,
      solutionStatus: solution.status,
      solutionTitle: solutionVersion.title,
      startedOn: project.startedOn,
      completedOn: project.completedOn,
      acceptedOn: project.acceptedOn,
      levelBefore: project.levelBefore,
      levelAfter: project.levelAfter,
    })
    .from(project)
    .innerJoin(buyer, eq(buyer.id, project.enterpriseId))
    .innerJoin(enterprise, eq(enterprise.organisationId, project.enterpriseId))
    .innerJoin(seller, eq(seller.id, project.providerId))
    .innerJoin(provider, eq(provider.organisationId, project.providerId))
    .innerJoin(solution, eq(solution.id, project.solutionId))
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(and(isCase, where))
    .$dynamic();
}

type CaseRow = Awaited<ReturnType<typeof selectCases>>[number];

function caseOf(reference: Reference, row: CaseRow): PublicCase[] {
  if (row.acceptedOn === null || row.levelBefore === null || row.levelAfter === null) return [];
  const isProviderOpen = row.providerStatus === "open";
  return [
    {
      slug: caseSlug(row.id),
      enterpriseName: shortName(
        row.name,
        regionLineage(reference, row.regionCode).map((region) => region.nameZh),
      ),
      industryCode: row.industryCode,
      parkSlug: row.parkSlug,
      regionCode: row.regionCode,
      scenarios: row.scenarios,
      providerName: row.providerName,
      providerSlug: row.providerSlug,
      isProviderOpen,
      solutionId: row.solutionId,
      solutionTitle: row.solutionTitle,
      solutionSlug: isProviderOpen && row.solutionStatus === "published" ? row.solutionSlug : null,
      startedOn: row.startedOn,
      completedOn: row.completedOn,
      acceptedOn: row.acceptedOn,
      levelBefore: row.levelBefore,
      levelAfter: row.levelAfter,
    },
  ];
}

function narrowed(filter: CaseFilter): (SQL | undefined)[] {
  return [
    filter.scenario ? like(project.scenarios, `%"${filter.scenario}"%`) : undefined,
    filter.parkSlug ? eq(project.parkSlug, filter.parkSlug) : undefined,
    filter.solutionId ? eq(project.solutionId, filter.solutionId) : undefined,
    filter.industry ? like(enterprise.industryCode, `${filter.industry}%`) : undefined,
  ];
}

function beyond(after: string | null | undefined): SQL | undefined {
  const cursor = readCursor(after);
  if (!cursor) return undefined;
  return or(lt(project.acceptedOn, cursor.key), and(eq(project.acceptedOn, cursor.key), lt(project.id, cursor.id)));
}
