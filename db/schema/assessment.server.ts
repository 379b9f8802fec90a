/** Schemes (questionnaires as versioned data) and filled assessments. */
import { assessmentSources, assessmentStatuses } from "../vocabulary/assessment";
import { check, index, int, isOneOf, json, primaryKey, real, table, text, time } from "../kit.server";
import { organisation, user } from "./identity.server";

export const scheme = table(
  "scheme",
  {
    key: text().notNull(),
    version: int().notNull(),
    effectiveOn: text().notNull(),
    content: json<Record<string, unknown>>().notNull(),
    /** What changed and why, in words; versions loaded from reference data have none. */
    note: text().notNull().default(""),
    createdByUserId: text().references(() => user.id),
    createdAt: time(),
  },
  (t) => [primaryKey({ columns: [t.key, t.version] })],
);

export const assessment = table(
  "assessment",
  {
    id: text().primaryKey(),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    schemeKey: text().notNull(),
    schemeVersion: int().notNull(),
    source: text({ enum: assessmentSources }).notNull(),
    status: text({ enum: assessmentStatuses }).notNull(),
    /** Question key → chosen option values and numbers; shape in app/domain/assessment/answers.ts. */
    answers: json<Record<string, unknown>>().notNull(),
    /** Points out of 100 and parts, once finished. */
    score: real(),
    foundation: real(),
    management: real(),
    effect: real(),
    /** 0–4 */
    level: int(),
    /** Scenario key → 0–4, once finished. */
    scenarioLevels: json<Record<string, number>>(),
    /** The clinic case of an on-site assessment. */
    diagnosisId: text(),
    /** The effect a re-assessment measures. */
    effectId: text(),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    startedAt: time().notNull(),
    finishedAt: time(),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("assessment_source", isOneOf(t.source, assessmentSources)),
    check("assessment_status", isOneOf(t.status, assessmentStatuses)),
    index("assessment_by_enterprise").on(t.enterpriseId, t.source, t.finishedAt),
    index("assessment_by_diagnosis").on(t.diagnosisId),
    index("assessment_by_effect").on(t.effectId),
    index("assessment_by_status").on(t.status, t.finishedAt, t.id),
    // The spread of levels reads every result of a year: covering, since a row holds all answers (2 kB).
    index("assessment_levels").on(t.source, t.schemeKey, t.finishedAt, t.enterpriseId, t.level),
  ],
);
