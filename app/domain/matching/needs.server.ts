/** What enterprises need, from their files and their latest assessments: of one, and of all at once. */
import { setImmediate } from "node:timers/promises";
import { and, asc, eq, gt, isNotNull, lte } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { enterprise, organisation } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import type { AssessmentSource } from "#db/vocabulary/assessment";
import { latestAssessment, type LatestAssessment } from "~/domain/assessment/results.server";
import { chainsOfIndustry } from "~/domain/scenarios/industries";
import { placesAround } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Reference } from "~/domain/scenarios/reference";
import { gapsOfStanding, gapsOfWishes, type Need } from "./need";

/** What the needs rest on: an assessment, the wishes of the person, the chain's usual pain points, or nothing. */
export type Basis =
  | { kind: "assessment"; id: string; source: AssessmentSource; level: number; finishedAt: number }
  | { kind: "wishes" }
  | { kind: "industry" }
  | { kind: "none" };

/** Enterprises read in one go. */
const BATCH = 250;

type File = { industryCode: string; budgetFen: number | null; parkSlug: string | null; regionCode: string | null };

const columns = {
  id: enterprise.organisationId,
  industryCode: enterprise.industryCode,
  budgetFen: enterprise.budgetFen,
  parkSlug: organisation.parkSlug,
  regionCode: organisation.regionCode,
  creditCode: organisation.creditCode,
};

/**
 * The need of one enterprise and what it rests on: gaps from its latest finished assessment, whoever made it, else from its
 * chain; budget from its file. Null when there is no such enterprise.
 */
export async function needOfEnterprise(db: Reader, enterpriseId: string): Promise<{ need: Need; basis: Basis } | null> {
  const row = await one(
    db
      .select(columns)
      .from(enterprise)
      .innerJoin(organisation, eq(organisation.id, enterprise.organisationId))
      .where(eq(enterprise.organisationId, enterpriseId)),
  );
  if (!row) return null;
  return needFrom(await referenceOf(db), row, await latestAssessment(db, enterpriseId));
}

export type EnterpriseNeed = { id: string; creditCode: string | null; need: Need };

/** The needs of all enterprises, by id; read in batches, so that a process answers others meanwhile. */
export async function allNeeds(db: Reader): Promise<EnterpriseNeed[]> {
  const reference = await referenceOf(db);
  const needs: EnterpriseNeed[] = [];
  for (;;) {
    const after = needs.at(-1)?.id ?? "";
    const rows = await db
      .select(columns)
      .from(enterprise)
      .innerJoin(organisation, eq(organisation.id, enterprise.organisationId))
      .where(gt(enterprise.organisationId, after))
      .orderBy(asc(enterprise.organisationId))
      .limit(BATCH);
    const latest = await latestAssessments(db, after, rows.at(-1)?.id ?? after);
    for (const row of rows) {
      const { need } = needFrom(reference, row, latest.get(row.id) ?? null);
      needs.push({ id: row.id, creditCode: row.creditCode, need });
    }
    if (rows.length < BATCH) return needs;
    await setImmediate();
  }
}

/** The scenarios most pressing in the key chains of an industry (db/reference/chain-pain-points.json). */
export function pressingScenarios(reference: Reference, industryCode: string | null): string[] {
  if (industryCode === null) return [];
  return [...new Set(chainsOfIndustry(reference, industryCode).flatMap((chain) => chain.priorityScenarios))];
}

function needFrom(reference: Reference, file: File, latest: LatestAssessment | null): { need: Need; basis: Basis } {
  const { industryCode, budgetFen } = file;
  const known = { industryCode, place: placesAround(reference, file), budgetFen, daysMax: null };
  if (latest) {
    const { id, source, level, finishedAt } = latest;
    const gaps = gapsOfStanding(latest, foundationKeys(reference));
    return { need: { ...known, gaps, level }, basis: { kind: "assessment", id, source, level, finishedAt } };
  }
  const pressing = pressingScenarios(reference, industryCode);
  const basis: Basis = { kind: pressing.length > 0 ? "industry" : "none" };
  return { need: { ...known, gaps: gapsOfWishes(pressing), level: null }, basis };
}

/**
 * The same choice as latestAssessment makes, for the enterprises between two ids: the last finished one wins whole. By its time,
 * which is written with the status: asked by status, SQLite would read all finished ones for every batch.
 */
async function latestAssessments(db: Reader, after: string, last: string): Promise<Map<string, LatestAssessment>> {
  const { id, enterpriseId, source, score, level, scenarioLevels, finishedAt } = assessment;
  const rows = await db
    .select({ id, enterpriseId, source, score, level, scenarioLevels, finishedAt })
    .from(assessment)
    .where(and(gt(enterpriseId, after), lte(enterpriseId, last), isNotNull(finishedAt)))
    .orderBy(asc(finishedAt), asc(id));
  const latest = new Map<string, LatestAssessment>();
  for (const row of rows) {
    if (row.score === null || row.level === null || row.finishedAt === null) latest.delete(row.enterpriseId);
    else {
      const { score: points, level: reached, finishedAt: at } = row;
      const levels = row.scenarioLevels ?? {};
      latest.set(row.enterpriseId, { ...row, score: points, level: reached, finishedAt: at, scenarioLevels: levels });
    }
  }
  return latest;
}

function foundationKeys(reference: Reference): string[] {
  return [...reference.scenarios.values()].filter(({ kind }) => kind === "foundation").map(({ key }) => key);
}
