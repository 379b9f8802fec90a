/** Enquiries to providers, their answers, and the retrofit projects that follow. */
import { enquiryReasons, enquiryStatuses, projectStatuses } from "../vocabulary/projects";
import { check, index, int, isOneOf, json, table, text, time } from "../kit.server";
import { solution } from "./catalogue.server";
import { recommendation } from "./clinic.server";
import { organisation, user } from "./identity.server";

export const enquiry = table(
  "enquiry",
  {
    id: text().primaryKey(),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    providerId: text()
      .notNull()
      .references(() => organisation.id),
    solutionId: text()
      .notNull()
      .references(() => solution.id),
    /** The version the enterprise saw. */
    versionId: text().notNull(),
    recommendationId: text().references(() => recommendation.id),
    /** The park's group request it belongs to. */
    groupId: text(),
    status: text({ enum: enquiryStatuses }).notNull(),
    message: text().notNull(),
    contactName: text().notNull(),
    contactPhone: text().notNull(),
    createdByUserId: text()
      .notNull()
      .references(() => user.id),
    createdAt: time().notNull(),
    statusSince: time().notNull(),
    /** After this an unanswered enquiry counts as expired. */
    expiresAt: time().notNull(),
    firstAnswerAt: time(),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("enquiry_status", isOneOf(t.status, enquiryStatuses)),
    index("enquiry_by_enterprise").on(t.enterpriseId, t.createdAt),
    index("enquiry_by_provider").on(t.providerId, t.status, t.statusSince),
    index("enquiry_by_recommendation").on(t.recommendationId),
    index("enquiry_by_group").on(t.groupId),
  ],
);

/** What either side wrote; a provider's answer may carry a quote. */
export const enquiryAnswer = table(
  "enquiry_answer",
  {
    id: text().primaryKey(),
    enquiryId: text()
      .notNull()
      .references(() => enquiry.id),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    bySide: text({ enum: ["enterprise", "provider"] }).notNull(),
    text: text().notNull(),
    priceFen: int(),
    days: int(),
    /** YYYY-MM-DD */
    validUntil: text(),
    /** Set on the words that end an enquiry: why it was declined or withdrawn. */
    reason: text({ enum: enquiryReasons }),
    at: time().notNull(),
  },
  (t) => [
    check("enquiry_answer_reason", isOneOf(t.reason, enquiryReasons)),
    index("enquiry_answer_by_enquiry").on(t.enquiryId, t.at),
  ],
);

export const project = table(
  "project",
  {
    id: text().primaryKey(),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    providerId: text()
      .notNull()
      .references(() => organisation.id),
    solutionId: text()
      .notNull()
      .references(() => solution.id),
    parkSlug: text().notNull(),
    status: text({ enum: projectStatuses }).notNull(),
    scenarios: json<string[]>().notNull(),
    contractFen: int().notNull(),
    /** YYYY-MM-DD */
    startedOn: text().notNull(),
    completedOn: text(),
    acceptedOn: text(),
    levelBefore: int(),
    levelAfter: int(),
  },
  (t) => [
    check("project_status", isOneOf(t.status, projectStatuses)),
    index("project_by_enterprise").on(t.enterpriseId),
    index("project_by_solution").on(t.solutionId, t.status),
    index("project_by_park").on(t.parkSlug, t.status),
    // The public list of cases: accepted projects, latest first.
    index("project_by_status").on(t.status, t.acceptedOn),
  ],
);
