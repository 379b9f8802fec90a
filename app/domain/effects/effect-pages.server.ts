/** Effects as their pages show them, to the enterprise and to its park. */
import { and, desc, eq, ne, type SQL } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { effect } from "#db/schema/clinic-after.server";
import { finding, recommendation } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { alias } from "#db/kit.server";
import { one, type Reader } from "#db/store.server";
import type { EffectStatus } from "#db/vocabulary/clinic";
import { readScheme } from "~/domain/assessment/scheme.server";
import type { EnterpriseMember, ParkStaff } from "~/domain/identity/actor";
import { comparisonOf, type Comparison } from "./comparison";

const buyer = alias(organisation, "effect_buyer");
const seller = alias(organisation, "effect_seller");
const MOST_LINES = 200;

const shown = {
  id: effect.id,
  stage: effect.stage,
  status: effect.status,
  createdAt: effect.createdAt,
  figures: effect.figures,
  projectId: effect.projectId,
  recommendationTitle: recommendation.title,
  solutionTitle: solutionVersion.title,
  solutionSlug: solution.slug,
  solutionStatus: solution.status,
  providerName: seller.name,
  enterpriseName: buyer.name,
};

function selectEffects(db: Reader) {
  return db
    .select({
      ...shown,
      note: effect.note,
      rejection: effect.rejection,
      edit: effect.edit,
      baseAssessmentId: effect.baseAssessmentId,
      confirmedByEnterpriseAt: effect.confirmedByEnterpriseAt,
      confirmedByParkAt: effect.confirmedByParkAt,
      expectedGain: finding.expectedGain,
    })
    .from(effect)
    .innerJoin(buyer, eq(buyer.id, effect.enterpriseId))
    .leftJoin(recommendation, eq(recommendation.id, effect.recommendationId))
    .leftJoin(finding, eq(finding.id, recommendation.findingId))
    .leftJoin(solution, eq(solution.id, effect.solutionId))
    .leftJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .leftJoin(seller, eq(seller.id, effect.providerId))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectEffects>>[number];
export type EffectLine = Pick<Row, keyof typeof shown>;

/** All effects of the member's enterprise, newest first. */
export function effectsOfEnterprise(db: Reader, member: EnterpriseMember): Promise<EffectLine[]> {
  return listed(db, eq(effect.enterpriseId, member.organisationId));
}

/** Effects of the park; what an enterprise is still measuring is its own affair. */
export function effectsOfPark(db: Reader, staff: ParkStaff, status: EffectStatus | null = null): Promise<EffectLine[]> {
  const inPark = and(eq(effect.parkSlug, staff.parkSlug), ne(effect.status, "open"));
  return listed(db, status === null ? inPark : and(inPark, eq(effect.status, status)));
}

async function listed(db: Reader, where: SQL | undefined): Promise<EffectLine[]> {
  return selectEffects(db).where(where).orderBy(desc(effect.createdAt), desc(effect.id)).limit(MOST_LINES);
}

export type EffectPage = Row & {
  /** The assessment before. */
  base: { id: string; source: "self" | "on_site" | "third_party"; finishedAt: number; level: number; score: number };
  /** The one after; null until begun. */
  again: { id: string; status: "draft" | "finished"; finishedAt: number | null } | null;
  /** Once the one after is finished. */
  comparison: Comparison | null;
};

export function effectForEnterprise(db: Reader, member: EnterpriseMember, id: string): Promise<EffectPage | null> {
  return pageOf(db, and(eq(effect.id, id), eq(effect.enterpriseId, member.organisationId)));
}

export function effectForPark(db: Reader, staff: ParkStaff, id: string): Promise<EffectPage | null> {
  return pageOf(db, and(eq(effect.id, id), eq(effect.parkSlug, staff.parkSlug), ne(effect.status, "open")));
}

async function pageOf(db: Reader, where: SQL | undefined): Promise<EffectPage | null> {
  const row = await one(selectEffects(db).where(where));
  if (!row) return null;
  const base = await one(db.select().from(assessment).where(eq(assessment.id, row.baseAssessmentId)));
  if (!base) return null;
  const again = await one(db.select().from(assessment).where(eq(assessment.effectId, row.id)));
  const { scheme } = await readScheme(db, { key: base.schemeKey, version: base.schemeVersion });
  return {
    ...row,
    base: {
      ...{ id: base.id, source: base.source, finishedAt: base.finishedAt ?? base.startedAt },
      ...{ level: base.level ?? 0, score: base.score ?? 0 },
    },
    again: again && { id: again.id, status: again.status, finishedAt: again.finishedAt },
    comparison: again?.status === "finished" ? comparisonOf(scheme, base, again) : null,
  };
}
