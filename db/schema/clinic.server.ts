/** Diagnosis cases, their steps, and the reports they end in. */
import {
  diagnosisReasons,
  diagnosisStatuses,
  findingAreas,
  gainMetrics,
  gainUnits,
  priorities,
  recommendationStatuses,
  reportStatuses,
  reviewVerdicts,
} from "../vocabulary/clinic";
import { check, index, int, isOneOf, json, real, table, text, time, uniqueIndex } from "../kit.server";
import { organisation, user } from "./identity.server";

export const diagnosis = table(
  "diagnosis",
  {
    id: text().primaryKey(),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    parkSlug: text().notNull(),
    /** Copied from the park: prefecture code, for the city's and province's lists. */
    regionCode: text().notNull(),
    status: text({ enum: diagnosisStatuses }).notNull(),
    contactName: text().notNull(),
    contactPhone: text().notNull(),
    /** What hurts, in the enterprise's words. */
    need: text().notNull(),
    scenarios: json<string[]>().notNull(),
    /** When a visit suits, in words. */
    suitableTimes: text().notNull().default(""),
    expertUserId: text().references(() => user.id),
    /** The agreed visit, milliseconds. */
    visitAt: time(),
    visitNote: text().notNull().default(""),
    createdByUserId: text()
      .notNull()
      .references(() => user.id),
    createdAt: time().notNull(),
    submittedAt: time(),
    /** When the present status began. */
    statusSince: time().notNull(),
    /** Answer of the enterprise to the report. */
    confirmNote: text().notNull().default(""),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("diagnosis_status", isOneOf(t.status, diagnosisStatuses)),
    index("diagnosis_by_park").on(t.parkSlug, t.status, t.statusSince),
    index("diagnosis_by_region").on(t.regionCode, t.status, t.statusSince),
    /** The province's lists: what is open, and the latest of what has ended. */
    index("diagnosis_by_status").on(t.status, t.statusSince),
    index("diagnosis_by_enterprise").on(t.enterpriseId, t.createdAt),
    index("diagnosis_by_expert").on(t.expertUserId, t.status),
  ],
);

/** One row for every change of status: the case line and its clocks are computed from these. */
export const diagnosisStep = table(
  "diagnosis_step",
  {
    id: text().primaryKey(),
    diagnosisId: text()
      .notNull()
      .references(() => diagnosis.id),
    fromStatus: text({ enum: diagnosisStatuses }),
    toStatus: text({ enum: diagnosisStatuses }).notNull(),
    reason: text({ enum: diagnosisReasons }),
    text: text().notNull().default(""),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    at: time().notNull(),
  },
  (t) => [
    check("diagnosis_step_to", isOneOf(t.toStatus, diagnosisStatuses)),
    check("diagnosis_step_reason", isOneOf(t.reason, diagnosisReasons)),
    index("diagnosis_step_by_diagnosis").on(t.diagnosisId, t.at),
  ],
);

export const report = table(
  "report",
  {
    id: text().primaryKey(),
    diagnosisId: text()
      .notNull()
      .references(() => diagnosis.id),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    number: int().notNull(),
    status: text({ enum: reportStatuses }).notNull(),
    /** The on-site assessment this report rests on. */
    assessmentId: text(),
    /** The enterprise in words: products, processes, equipment, systems in use. */
    overview: text().notNull().default(""),
    /** Plain words for the owner of the factory. */
    summary: text().notNull().default(""),
    /** The expert's own text: state of play and benchmark. */
    analysis: text().notNull().default(""),
    targetLevel: int(),
    /** Ties disclosed by the expert, in words; required when a tied provider is recommended. */
    disclosure: text().notNull().default(""),
    createdAt: time().notNull(),
    submittedAt: time(),
    issuedAt: time(),
    issuedByUserId: text().references(() => user.id),
    /** Why a corrected version was begun; empty for the first. */
    correctionNote: text().notNull().default(""),
    supersededAt: time(),
    /** A second expert whom the park asked for an opinion. */
    reviewerUserId: text().references(() => user.id),
    reviewVerdict: text({ enum: reviewVerdicts }),
    reviewText: text().notNull().default(""),
    reviewedAt: time(),
    /**
     * What would else drift after the issue: names and versions of solutions, the enterprise's facts, estimated awards.
     * Shape in app/domain/clinic/frozen.ts; null before the issue.
     */
    frozen: json<Record<string, unknown>>(),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("report_status", isOneOf(t.status, reportStatuses)),
    check("report_verdict", isOneOf(t.reviewVerdict, reviewVerdicts)),
    uniqueIndex("report_number").on(t.diagnosisId, t.number),
    index("report_by_enterprise").on(t.enterpriseId, t.issuedAt),
    index("report_by_status").on(t.status, t.issuedAt),
    index("report_by_reviewer").on(t.reviewerUserId, t.status),
  ],
);

export const finding = table(
  "finding",
  {
    id: text().primaryKey(),
    reportId: text()
      .notNull()
      .references(() => report.id),
    no: int().notNull(),
    scenarioKey: text().notNull(),
    title: text().notNull(),
    description: text().notNull().default(""),
    evidence: text().notNull().default(""),
    /** 1 slight – 4 grave */
    severity: int().notNull(),
    area: text({ enum: findingAreas }).notNull().default("production"),
    /** Expected gain in words with unit, e.g. "换线时间减少 30%". */
    expectedGain: text().notNull().default(""),
    /** The same as a figure, so that an effect can be held against it. */
    gainMetric: text({ enum: gainMetrics }),
    gainValue: real(),
    gainUnit: text({ enum: gainUnits }),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("finding_area", isOneOf(t.area, findingAreas)),
    check("finding_metric", isOneOf(t.gainMetric, gainMetrics)),
    check("finding_unit", isOneOf(t.gainUnit, gainUnits)),
    uniqueIndex("finding_no").on(t.reportId, t.no),
  ],
);

export const recommendation = table(
  "recommendation",
  {
    id: text().primaryKey(),
    reportId: text()
      .notNull()
      .references(() => report.id),
    findingId: text()
      .notNull()
      .references(() => finding.id),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    no: int().notNull(),
    scenarioKey: text().notNull(),
    title: text().notNull(),
    description: text().notNull().default(""),
    priority: text({ enum: priorities }).notNull(),
    /** 1 little – 3 much; null on reports written before the matrix. */
    effort: int(),
    effect: int(),
    budgetMinFen: int(),
    budgetMaxFen: int(),
    /** Roadmap quarter, e.g. 2026Q1. */
    quarter: text(),
    /** Solution ids the expert names, best first; may be empty. */
    solutionIds: json<string[]>().notNull(),
    status: text({ enum: recommendationStatuses }).notNull(),
    /** The recommendation of the superseded report that this one carries on. */
    originId: text(),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("recommendation_status", isOneOf(t.status, recommendationStatuses)),
    check("recommendation_priority", isOneOf(t.priority, priorities)),
    uniqueIndex("recommendation_no").on(t.reportId, t.no),
    index("recommendation_by_enterprise").on(t.enterpriseId, t.status),
    index("recommendation_by_finding").on(t.findingId),
  ],
);
