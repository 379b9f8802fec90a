/** Enquiries to providers, their answers, and the retrofit projects that follow. */
import {
  enquiryReasons,
  enquiryStatuses,
  objectionReasons,
  projectStatuses,
  quoteStatuses,
} from "../vocabulary/projects";
import { bool, check, index, int, isOneOf, json, sql, table, text, time, uniqueIndex } from "../kit.server";
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
    /** The same for enquiries that one enterprise sent together to several providers. */
    bundleId: text(),
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
    index("enquiry_by_bundle").on(t.bundleId),
  ],
);

/** What either side wrote. */
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
    /** With `days` and `validUntil`: a quote of the time before `quote`, which holds a copy of it. Nobody writes or reads them. */
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
    /** The enquiry and the quote it came from; null for what was contracted elsewhere. */
    enquiryId: text(),
    quoteId: text(),
    statusSince: time(),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("project_status", isOneOf(t.status, projectStatuses)),
    index("project_by_enterprise").on(t.enterpriseId),
    index("project_by_provider").on(t.providerId, t.status),
    uniqueIndex("project_by_enquiry").on(t.enquiryId),
    index("project_by_solution").on(t.solutionId, t.status),
    index("project_by_park").on(t.parkSlug, t.status),
    // The public list of cases: accepted projects, latest first.
    index("project_by_status").on(t.status, t.acceptedOn),
  ],
);

/** An offer; a better one supersedes it. Never changes once sent. */
export const quote = table(
  "quote",
  {
    id: text().primaryKey(),
    enquiryId: text()
      .notNull()
      .references(() => enquiry.id),
    /** 1, 2, … within the enquiry. */
    number: int().notNull(),
    status: text({ enum: quoteStatuses }).notNull(),
    /** Days from contract to delivery. */
    days: int().notNull(),
    warrantyMonths: int().notNull(),
    /** YYYY-MM-DD, the last day it can be accepted. */
    validUntil: text().notNull(),
    note: text().notNull().default(""),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    at: time().notNull(),
  },
  (t) => [
    check("quote_status", isOneOf(t.status, quoteStatuses)),
    uniqueIndex("quote_number").on(t.enquiryId, t.number),
  ],
);

export const quoteLine = table(
  "quote_line",
  {
    id: text().primaryKey(),
    quoteId: text()
      .notNull()
      .references(() => quote.id),
    position: int().notNull(),
    text: text().notNull(),
    priceFen: int().notNull(),
    /** May count for an award, as the provider says. */
    isEligible: bool().notNull(),
  },
  (t) => [uniqueIndex("quote_line_position").on(t.quoteId, t.position)],
);

/** What happened in a project, in order: start, delivery reported, objection, acceptance. */
export const projectStep = table(
  "project_step",
  {
    id: text().primaryKey(),
    projectId: text()
      .notNull()
      .references(() => project.id),
    status: text({ enum: projectStatuses }).notNull(),
    bySide: text({ enum: ["enterprise", "provider"] }).notNull(),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    text: text().notNull().default(""),
    reason: text({ enum: objectionReasons }),
    at: time().notNull(),
  },
  (t) => [
    check("project_step_status", isOneOf(t.status, projectStatuses)),
    check("project_step_reason", isOneOf(t.reason, objectionReasons)),
    index("project_step_by_project").on(t.projectId, t.at),
  ],
);

/** What an enterprise says of an accepted project, once; the provider answers once. Points are 1–5. */
export const rating = table(
  "rating",
  {
    projectId: text()
      .primaryKey()
      .references(() => project.id),
    enterpriseId: text()
      .notNull()
      .references(() => organisation.id),
    providerId: text()
      .notNull()
      .references(() => organisation.id),
    solutionId: text()
      .notNull()
      .references(() => solution.id),
    fit: int().notNull(),
    schedule: int().notNull(),
    service: int().notNull(),
    benefit: int().notNull(),
    text: text().notNull(),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    at: time().notNull(),
    answer: text().notNull().default(""),
    answeredAt: time(),
    answeredByUserId: text().references(() => user.id),
  },
  (t) => [
    check("rating_fit", sql`${t.fit} BETWEEN 1 AND 5`),
    check("rating_schedule", sql`${t.schedule} BETWEEN 1 AND 5`),
    check("rating_service", sql`${t.service} BETWEEN 1 AND 5`),
    check("rating_benefit", sql`${t.benefit} BETWEEN 1 AND 5`),
    index("rating_by_solution").on(t.solutionId, t.at),
    index("rating_by_provider").on(t.providerId, t.at),
  ],
);
