/** Reading assessments. */
import { and, desc, eq, inArray, or } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { one, type Reader } from "#db/store.server";
import { assessmentSources, type AssessmentSource } from "#db/vocabulary/assessment";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { isAnswered, readAnswers, type Answers } from "./answers";
import { questionsOf, type Scheme } from "./scheme";
import { readScheme } from "./scheme.server";

type AssessmentRow = typeof assessment.$inferSelect;

export type OneAssessment = Pick<
  AssessmentRow,
  | "id"
  | "enterpriseId"
  | "source"
  | "status"
  | "diagnosisId"
  | "effectId"
  | "edit"
  | "startedAt"
  | "finishedAt"
  | "score"
  | "level"
> & { scheme: Scheme; schemeVersion: number; answers: Answers };

/** The re-assessment of an effect, which the caller has read as its actor; null when there is none. */
export async function assessmentOfEffect(db: Reader, effectId: string): Promise<OneAssessment | null> {
  const row = await one(db.select().from(assessment).where(eq(assessment.effectId, effectId)));
  return row && withScheme(db, row);
}

/** One assessment of the member's enterprise, or null; an expert's stays unseen until it is finished. */
export async function assessmentOf(db: Reader, member: EnterpriseMember, id: string): Promise<OneAssessment | null> {
  const visible = and(eq(assessment.id, id), eq(assessment.enterpriseId, member.organisationId), seenByEnterprise());
  const row = await one(db.select().from(assessment).where(visible));
  return row && withScheme(db, row);
}

/**
 * The newest on-site assessment of a clinic case, draft or finished, or null. Scoped by the case: the caller has read the
 * case as this actor before.
 */
export async function assessmentOfDiagnosis(
  db: Reader,
  { diagnosisId, enterpriseId }: { diagnosisId: string; enterpriseId: string },
): Promise<OneAssessment | null> {
  const ofCase = and(eq(assessment.diagnosisId, diagnosisId), eq(assessment.enterpriseId, enterpriseId));
  const row = await one(
    db.select().from(assessment).where(ofCase).orderBy(desc(assessment.startedAt), desc(assessment.id)).limit(1),
  );
  return row && withScheme(db, row);
}

export type AssessmentLine = Pick<
  AssessmentRow,
  "id" | "source" | "status" | "effectId" | "startedAt" | "finishedAt" | "score" | "level"
> & {
  schemeVersion: number;
  dimensions: Array<{ key: string; nameZh: string; nameEn: string; score: number | null; maxScore: number }>;
  answered: number;
  questions: number;
};

/** All assessments an enterprise may see, newest first: its own, and finished ones of others. */
export async function assessmentsOf(db: Reader, enterpriseId: string): Promise<AssessmentLine[]> {
  const rows = await db
    .select()
    .from(assessment)
    .where(and(eq(assessment.enterpriseId, enterpriseId), seenByEnterprise()))
    .orderBy(desc(assessment.startedAt), desc(assessment.id))
    .limit(100);
  return Promise.all(rows.map((row) => lineOf(db, row)));
}

export type LatestAssessment = {
  id: string;
  source: AssessmentSource;
  /** Points out of 100. */
  score: number;
  /** 0–4 */
  level: number;
  scenarioLevels: Record<string, number>;
  finishedAt: number;
};

/** The last finished assessment of an enterprise among these sources, or null. Sources are never merged: the last one wins whole. */
export async function latestAssessment(
  db: Reader,
  enterpriseId: string,
  sources: readonly AssessmentSource[] = assessmentSources,
): Promise<LatestAssessment | null> {
  const row = await one(
    db
      .select()
      .from(assessment)
      .where(
        and(
          eq(assessment.enterpriseId, enterpriseId),
          inArray(assessment.source, [...sources]),
          eq(assessment.status, "finished"),
        ),
      )
      .orderBy(desc(assessment.finishedAt), desc(assessment.id))
      .limit(1),
  );
  if (!row || row.score === null || row.level === null || row.finishedAt === null) return null;
  const { id, source, score, level, finishedAt } = row;
  return { id, source, score, level, finishedAt, scenarioLevels: row.scenarioLevels ?? {} };
}

function seenByEnterprise() {
  return or(eq(assessment.source, "self"), eq(assessment.status, "finished"));
}

async function withScheme(db: Reader, row: AssessmentRow): Promise<OneAssessment> {
  const { scheme, version } = await readScheme(db, { key: row.schemeKey, version: row.schemeVersion });
  return { ...row, scheme, schemeVersion: version, answers: readAnswers(scheme, row.answers) };
}

async function lineOf(db: Reader, row: AssessmentRow): Promise<AssessmentLine> {
  const { scheme, version } = await readScheme(db, { key: row.schemeKey, version: row.schemeVersion });
  const questions = questionsOf(scheme);
  const answers = readAnswers(scheme, row.answers);
  const { id, source, status, effectId, startedAt, finishedAt, score, level } = row;
  const points: Record<string, number | null> = {
    foundation: row.foundation,
    management: row.management,
    effect: row.effect,
  };
  return {
    ...{ id, source, status, effectId, startedAt, finishedAt, score, level },
    schemeVersion: version,
    dimensions: scheme.dimensions.flatMap(({ key, nameZh, nameEn, maxScore, mode }) =>
      mode === "points" ? [{ key, nameZh, nameEn, maxScore, score: points[key] ?? null }] : [],
    ),
    answered: questions.filter((question) => isAnswered(question, answers)).length,
    questions: questions.length,
  };
}
