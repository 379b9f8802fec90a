/** Providers and the solutions they list. A solution's content lives in versions that never change once submitted. */
import {
  priceModels,
  providerStatuses,
  providerTypes,
  qualificationCriteria,
  qualificationStatuses,
  solutionStatuses,
  versionFileKinds,
  versionStatuses,
  type Deployment,
} from "../vocabulary/catalogue";
import { moderationReasons } from "../vocabulary/moderation";
import {
  bool,
  check,
  index,
  int,
  isOneOf,
  json,
  primaryKey,
  real,
  table,
  text,
  time,
  uniqueIndex,
} from "../kit.server";
import { organisation, user } from "./identity.server";
import { storedFile } from "./support.server";

export const provider = table(
  "provider",
  {
    organisationId: text()
      .primaryKey()
      .references(() => organisation.id),
    slug: text().notNull().unique(),
    status: text({ enum: providerStatuses }).notNull(),
    type: text({ enum: providerTypes }).notNull(),
    summary: text().notNull().default(""),
    website: text(),
    foundedOn: text(),
    staff: int(),
    /** GB/T 4754 codes of any level; empty: all of manufacturing. */
    industries: json<string[]>().notNull(),
    scenarios: json<string[]>().notNull(),
    /** Certificates as text, e.g. "CMMI 3". */
    certificates: json<string[]>().notNull(),
    /** Where in the province people sit. */
    localOffice: text().notNull().default(""),
    contactName: text().notNull().default(""),
    contactPhone: text().notNull().default(""),
    logoFileId: text(),
    /** When it was last handed to the park for approval. */
    submittedAt: time(),
    approvedAt: time(),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("provider_status", isOneOf(t.status, providerStatuses)),
    check("provider_type", isOneOf(t.type, providerTypes)),
    index("provider_by_status").on(t.status, t.submittedAt),
  ],
);

export const solution = table(
  "solution",
  {
    id: text().primaryKey(),
    /** Row number of the search index. */
    no: int().notNull().unique(),
    providerId: text()
      .notNull()
      .references(() => provider.organisationId),
    slug: text().notNull().unique(),
    status: text({ enum: solutionStatuses }).notNull(),
    /** The version readers see; null before the first approval. */
    currentVersionId: text(),
    /** What was declared is measured on accepted projects: count and median days, null while there are none. */
    acceptedProjects: int().notNull().default(0),
    medianDays: int(),
    /** Business quality in [0,1] for ranking: verified cases and freshness. */
    quality: real().notNull().default(0),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    publishedAt: time(),
    /** When its provider last said that all of it still holds; null: at its publication. */
    confirmedAt: time(),
  },
  (t) => [
    check("solution_status", isOneOf(t.status, solutionStatuses)),
    index("solution_by_provider").on(t.providerId, t.status),
    index("solution_by_status_published").on(t.status, t.publishedAt),
  ],
);

/** Every field a reader needs; names follow the import format of the product. */
export const solutionVersion = table(
  "solution_version",
  {
    id: text().primaryKey(),
    solutionId: text()
      .notNull()
      .references(() => solution.id),
    number: int().notNull(),
    status: text({ enum: versionStatuses }).notNull(),
    title: text().notNull().default(""),
    summary: text().notNull().default(""),
    description: text().notNull().default(""),
    /** Pain points it answers, one a line. */
    painPoints: text().notNull().default(""),
    /** Main functions, one a line. */
    functions: text().notNull().default(""),
    /** GB/T 4754 codes of any level; empty: all of manufacturing. */
    industries: json<string[]>().notNull(),
    scenarios: json<string[]>().notNull(),
    /** Park slugs and region codes served; both empty: everywhere. */
    parks: json<string[]>().notNull(),
    regions: json<string[]>().notNull(),
    deployment: json<Deployment[]>().notNull(),
    priceModel: text({ enum: priceModels }),
    priceMinFen: int(),
    priceMaxFen: int(),
    /** Declared cost of the first year, in fen. */
    firstYearCostFen: int(),
    deployDays: int(),
    levelFrom: int(),
    levelTo: int(),
    hardware: text().notNull().default(""),
    dataExport: text().notNull().default(""),
    security: text().notNull().default(""),
    ai: bool().notNull().default(false),
    trial: bool().notNull().default(false),
    /** Measured effects as stated by the provider, one a line. */
    effects: text().notNull().default(""),
    /** Service promise and response time. */
    service: text().notNull().default(""),
    keywords: json<string[]>().notNull(),
    createdAt: time().notNull(),
    submittedAt: time(),
    submittedByUserId: text().references(() => user.id),
    decidedAt: time(),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("solution_version_status", isOneOf(t.status, versionStatuses)),
    check("solution_version_price_model", isOneOf(t.priceModel, priceModels)),
    uniqueIndex("solution_version_number").on(t.solutionId, t.number),
    index("solution_version_by_status").on(t.status, t.submittedAt),
  ],
);

/** Evidence of a provider for one criterion. What passed stays passed when the others are handed in again. */
export const qualification = table(
  "qualification",
  {
    id: text().primaryKey(),
    providerId: text()
      .notNull()
      .references(() => provider.organisationId),
    criterion: text({ enum: qualificationCriteria }).notNull(),
    status: text({ enum: qualificationStatuses }).notNull(),
    statement: text().notNull().default(""),
    fileId: text().references(() => storedFile.id),
    /** YYYY-MM-DD; null: does not expire. */
    validUntil: text(),
    updatedAt: time().notNull(),
    submittedAt: time(),
    decidedAt: time(),
    decidedByUserId: text().references(() => user.id),
    reason: text({ enum: moderationReasons }),
    decisionText: text().notNull().default(""),
    edit: int().notNull().default(1),
  },
  (t) => [
    check("qualification_criterion", isOneOf(t.criterion, qualificationCriteria)),
    check("qualification_status", isOneOf(t.status, qualificationStatuses)),
    check("qualification_reason", isOneOf(t.reason, moderationReasons)),
    uniqueIndex("qualification_of_provider").on(t.providerId, t.criterion),
    index("qualification_by_expiry").on(t.validUntil),
  ],
);

/** Pictures and papers of a version; a new version begins with the same ones. */
export const versionFile = table(
  "version_file",
  {
    versionId: text()
      .notNull()
      .references(() => solutionVersion.id),
    fileId: text()
      .notNull()
      .references(() => storedFile.id),
    kind: text({ enum: versionFileKinds }).notNull(),
    caption: text().notNull().default(""),
    position: int().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.fileId] }),
    check("version_file_kind", isOneOf(t.kind, versionFileKinds)),
    index("version_file_by_file").on(t.fileId),
  ],
);

/** What changed in the public catalogue, in order: a process that keeps it in memory reads on from what it knows. */
export const catalogueChange = table("catalogue_change", {
  seq: int().primaryKey(),
  /** `solution.no`; null: everything may have changed. */
  no: int(),
  /** Never given twice: the same number can come again after a transaction that rolled back. */
  mark: text().notNull(),
});

/** Solutions a person keeps at hand. */
export const favourite = table(
  "favourite",
  {
    userId: text()
      .notNull()
      .references(() => user.id),
    solutionId: text()
      .notNull()
      .references(() => solution.id),
    createdAt: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.solutionId] }), index("favourite_by_solution").on(t.solutionId)],
);

/** A list of solutions a person comes back to: the GET parameters of /solutions without cursor and page size. */
export const savedSearch = table(
  "saved_search",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id),
    name: text().notNull(),
    query: text().notNull(),
    createdAt: time().notNull(),
    /** Told of new results, at the pace of the person's other alerts. */
    isAlert: bool().notNull().default(false),
  },
  (t) => [uniqueIndex("saved_search_by_user").on(t.userId, t.query)],
);
