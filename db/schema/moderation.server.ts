/** What park and province staff decided about a provider or a solution version, and why. */
import {
  complaintGrounds,
  complaintStatuses,
  moderationDecisions,
  moderationReasons,
  moderationSubjects,
} from "../vocabulary/moderation";
import { bool, check, index, int, isOneOf, primaryKey, table, text, time } from "../kit.server";
import { solution, solutionVersion } from "./catalogue.server";
import { organisation, user } from "./identity.server";

export const decision = table(
  "decision",
  {
    id: text().primaryKey(),
    subjectKind: text({ enum: moderationSubjects }).notNull(),
    /** provider.organisationId or solution.id */
    subjectId: text().notNull(),
    providerId: text()
      .notNull()
      .references(() => organisation.id),
    /** The solution version the moderator saw; null for providers. */
    versionId: text(),
    /** The `edit` number of what the moderator saw. */
    seenEdit: int().notNull(),
    decision: text({ enum: moderationDecisions }).notNull(),
    reason: text({ enum: moderationReasons }),
    text: text().notNull().default(""),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    at: time().notNull(),
  },
  (t) => [
    check("decision_subject", isOneOf(t.subjectKind, moderationSubjects)),
    check("decision_decision", isOneOf(t.decision, moderationDecisions)),
    check("decision_reason", isOneOf(t.reason, moderationReasons)),
    index("decision_by_subject").on(t.subjectKind, t.subjectId, t.at),
  ],
);

/** What a moderator says about one field of a version. The provider answers by changing the field in the next one. */
export const versionComment = table(
  "version_comment",
  {
    id: text().primaryKey(),
    versionId: text()
      .notNull()
      .references(() => solutionVersion.id),
    /** Name of a column of solution_version. */
    field: text().notNull(),
    text: text().notNull(),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    at: time().notNull(),
    resolvedAt: time(),
    resolvedByUserId: text().references(() => user.id),
  },
  (t) => [index("version_comment_by_version").on(t.versionId, t.at)],
);

/** Someone says that a listing or a provider's conduct is not right. Answered within a promise; open, it blocks renewal. */
export const complaint = table(
  "complaint",
  {
    id: text().primaryKey(),
    subjectKind: text({ enum: moderationSubjects }).notNull(),
    /** provider.organisationId or solution.id */
    subjectId: text().notNull(),
    providerId: text()
      .notNull()
      .references(() => organisation.id),
    ground: text({ enum: complaintGrounds }).notNull(),
    text: text().notNull(),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    byOrganisationId: text().references(() => organisation.id),
    status: text({ enum: complaintStatuses }).notNull(),
    createdAt: time().notNull(),
    /** The provider's side, once heard. */
    providerAnswer: text().notNull().default(""),
    providerAnsweredAt: time(),
    answer: text().notNull().default(""),
    decidedAt: time(),
    decidedByUserId: text().references(() => user.id),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("complaint_subject", isOneOf(t.subjectKind, moderationSubjects)),
    check("complaint_ground", isOneOf(t.ground, complaintGrounds)),
    check("complaint_status", isOneOf(t.status, complaintStatuses)),
    index("complaint_by_subject").on(t.subjectKind, t.subjectId, t.status),
    index("complaint_by_provider").on(t.providerId, t.status, t.createdAt),
    index("complaint_by_user").on(t.byUserId, t.createdAt),
  ],
);

/** A sentence the province keeps ready for a reason. */
export const cannedReason = table(
  "canned_reason",
  {
    id: text().primaryKey(),
    reason: text({ enum: moderationReasons }).notNull(),
    textZh: text().notNull(),
    textEn: text().notNull().default(""),
    isActive: bool().notNull().default(true),
    updatedAt: time().notNull(),
  },
  (t) => [
    check("canned_reason_reason", isOneOf(t.reason, moderationReasons)),
    index("canned_reason_by_reason").on(t.reason, t.isActive),
  ],
);

/** A word that makes a moderator look twice, e.g. 国家级认定. */
export const riskyWord = table("risky_word", {
  /** Folded. */
  word: text().primaryKey(),
  note: text().notNull().default(""),
  isActive: bool().notNull().default(true),
  updatedAt: time().notNull(),
});

/** MinHash of the text of each solution that was ever handed in, to find look-alikes without comparing all texts. */
export const textSignature = table("text_signature", {
  solutionId: text()
    .primaryKey()
    .references(() => solution.id),
  /** The version it was taken of. */
  versionId: text().notNull(),
  /** 32-bit numbers, hexadecimal. */
  signature: text().notNull(),
});

/** Parts of the signature: two texts with an equal part are worth comparing. */
export const signatureBand = table(
  "signature_band",
  {
    band: int().notNull(),
    hash: int().notNull(),
    solutionId: text()
      .notNull()
      .references(() => solution.id),
  },
  (t) => [
    primaryKey({ columns: [t.band, t.hash, t.solutionId] }),
    index("signature_band_by_solution").on(t.solutionId),
  ],
);
