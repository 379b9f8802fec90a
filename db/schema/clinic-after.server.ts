/** What follows a report: who may read it, who did, what came of it, and enterprises that ask together. */
import {
  effectStages,
  effectStatuses,
  groupMemberStatuses,
  groupStatuses,
  type GainMetric,
  type GainUnit,
  type ReportSection,
} from "../vocabulary/clinic";
import { bool, check, index, int, isOneOf, json, primaryKey, table, text, time } from "../kit.server";
import { finding, recommendation, report } from "./clinic.server";
import { organisation, user } from "./identity.server";
import { project } from "./projects.server";

/** An enterprise lets a provider read parts of one report until a date. */
export const consent = table(
  "consent",
  {
    id: text().primaryKey(),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    reportId: text()
      .notNull()
      .references(() => report.id),
    providerId: text()
      .notNull()
      .references(() => organisation.id),
    sections: json<ReportSection[]>().notNull(),
    /** Photos of the findings too. */
    withFiles: bool().notNull().default(false),
    /** The first moment at which it no longer holds. */
    until: time().notNull(),
    createdByUserId: text()
      .notNull()
      .references(() => user.id),
    createdAt: time().notNull(),
    withdrawnAt: time(),
    withdrawnByUserId: text().references(() => user.id),
  },
  (t) => [
    index("consent_by_enterprise").on(t.enterpriseId, t.createdAt),
    index("consent_by_provider").on(t.providerId, t.until),
    index("consent_by_report").on(t.reportId),
  ],
);

/** Who opened what of an enterprise's report. Its own members leave no entry. */
export const accessEntry = table(
  "access_entry",
  {
    id: int().primaryKey({ autoIncrement: true }),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    reportId: text()
      .notNull()
      .references(() => report.id),
    /** A section, "report", "pdf", "docx", or "file:" and the id of a stored file. */
    what: text().notNull(),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    byOrganisationId: text(),
    consentId: text().references(() => consent.id),
    at: time().notNull(),
  },
  (t) => [
    index("access_entry_by_enterprise").on(t.enterpriseId, t.id),
    index("access_entry_by_reader").on(t.reportId, t.byUserId, t.what, t.at),
  ],
);

export type EffectFigure = { metric: GainMetric; unit: GainUnit; before: number; after: number };

/** What a change brought: the assessment before, the one after, and measured figures. */
export const effect = table(
  "effect",
  {
    id: text().primaryKey(),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    parkSlug: text(),
    recommendationId: text().references(() => recommendation.id),
    projectId: text().references(() => project.id),
    solutionId: text(),
    providerId: text(),
    stage: text({ enum: effectStages }).notNull(),
    baseAssessmentId: text().notNull(),
    /** The re-assessment, under the same scheme version; null until it is begun. */
    assessmentId: text(),
    figures: json<EffectFigure[]>().notNull(),
    note: text().notNull().default(""),
    status: text({ enum: effectStatuses }).notNull(),
    createdByUserId: text()
      .notNull()
      .references(() => user.id),
    createdAt: time().notNull(),
    confirmedByEnterpriseAt: time(),
    confirmedByParkAt: time(),
    confirmedByUserId: text().references(() => user.id),
    /** The park's words when it does not confirm. */
    rejection: text().notNull().default(""),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("effect_stage", isOneOf(t.stage, effectStages)),
    check("effect_status", isOneOf(t.status, effectStatuses)),
    index("effect_by_enterprise").on(t.enterpriseId, t.createdAt),
    index("effect_by_provider").on(t.providerId, t.status),
    index("effect_by_park").on(t.parkSlug, t.status),
  ],
);

/** Several enterprises of a park with the same finding ask providers together. */
export const groupRequest = table(
  "group_request",
  {
    id: text().primaryKey(),
    parkSlug: text().notNull(),
    scenarioKey: text().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    status: text({ enum: groupStatuses }).notNull(),
    createdByUserId: text()
      .notNull()
      .references(() => user.id),
    createdAt: time().notNull(),
    sentAt: time(),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("group_status", isOneOf(t.status, groupStatuses)),
    index("group_request_by_park").on(t.parkSlug, t.createdAt),
  ],
);

export const groupMember = table(
  "group_member",
  {
    groupId: text()
      .notNull()
      .references(() => groupRequest.id),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    findingId: text()
      .notNull()
      .references(() => finding.id),
    status: text({ enum: groupMemberStatuses }).notNull(),
    answeredByUserId: text().references(() => user.id),
    answeredAt: time(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.enterpriseId] }),
    check("group_member_status", isOneOf(t.status, groupMemberStatuses)),
    index("group_member_by_enterprise").on(t.enterpriseId, t.status),
  ],
);
