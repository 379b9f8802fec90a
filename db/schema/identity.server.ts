/** People, organisations, who belongs where, and how they sign in. */
import { memberRoles, organisationKinds } from "../vocabulary/identity";
import { bool, check, index, int, isOneOf, json, primaryKey, table, text, time } from "../kit.server";

export const user = table("user", {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Lower case. */
  email: text().unique(),
  /** 11 digits, no country code. */
  mobile: text().unique(),
  passwordHash: text().notNull(),
  isAdministrator: bool().notNull().default(false),
  locale: text({ enum: ["zh-CN", "en"] })
    .notNull()
    .default("zh-CN"),
  createdAt: time().notNull(),
  /** When an administrator closed the account. */
  disabledAt: time(),
});

export const session = table(
  "session",
  {
    /** SHA-256 of the id in the cookie, hexadecimal. */
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id),
    /** Seconds since 1970, as Lucia counts. */
    expiresAt: int().notNull(),
    createdAt: time().notNull(),
    lastSeenAt: time().notNull(),
    userAgent: text().notNull().default(""),
  },
  (t) => [index("session_by_user").on(t.userId), index("session_by_expiry").on(t.expiresAt)],
);

export const organisation = table(
  "organisation",
  {
    id: text().primaryKey(),
    kind: text({ enum: organisationKinds }).notNull(),
    name: text().notNull(),
    /** Unified social credit code, GB 32100-2015, upper case. Authorities and park committees may have none. */
    creditCode: text().unique(),
    regionCode: text().notNull(),
    /** Enterprise: where it stands. Provider: the home park that moderates it. Park committee: the park it runs. */
    parkSlug: text(),
    createdAt: time().notNull(),
    /** Part of the demonstration world. */
    isDemo: bool().notNull().default(false),
  },
  (t) => [
    check("organisation_kind", isOneOf(t.kind, organisationKinds)),
    index("organisation_by_kind_park").on(t.kind, t.parkSlug),
    index("organisation_by_kind_region").on(t.kind, t.regionCode),
  ],
);

export const membership = table(
  "membership",
  {
    userId: text()
      .notNull()
      .references(() => user.id),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    role: text({ enum: memberRoles }).notNull(),
    createdAt: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.organisationId] }),
    index("membership_by_organisation").on(t.organisationId),
    check("membership_role", isOneOf(t.role, memberRoles)),
  ],
);

/** A diagnosis expert: a person of a provider or promotion centre. */
export const expert = table(
  "expert",
  {
    userId: text()
      .primaryKey()
      .references(() => user.id),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    title: text().notNull().default(""),
    /** GB/T 4754 codes the expert knows. */
    industries: json<string[]>().notNull(),
    /** Parks the expert is willing to visit; empty: all. */
    parks: json<string[]>().notNull(),
    /** Declared ties: ids of provider organisations. */
    ties: json<string[]>().notNull(),
    isActive: bool().notNull().default(true),
  },
  (t) => [index("expert_by_organisation").on(t.organisationId)],
);

export const enterprise = table(
  "enterprise",
  {
    organisationId: text()
      .primaryKey()
      .references(() => organisation.id),
    /** GB/T 4754-2017 class, e.g. C3670. */
    industryCode: text().notNull(),
    employees: int(),
    /** Yearly revenue in 万元. */
    revenueWan: int(),
    foundedOn: text(),
    tags: json<string[]>().notNull(),
    /** What the enterprise may spend on one solution, in fen; null: not said. */
    budgetFen: int(),
    edit: int().notNull().default(1),
  },
  (t) => [index("enterprise_by_industry").on(t.industryCode), index("enterprise_by_edit").on(t.edit)],
);

export const invitation = table(
  "invitation",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    email: text().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    /** SHA-256 of the token in the link. */
    tokenHash: text().notNull().unique(),
    invitedByUserId: text()
      .notNull()
      .references(() => user.id),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    acceptedAt: time(),
    revokedAt: time(),
  },
  (t) => [index("invitation_by_organisation").on(t.organisationId)],
);

export const passwordReset = table("password_reset", {
  tokenHash: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => user.id),
  createdAt: time().notNull(),
  expiresAt: time().notNull(),
  usedAt: time(),
});

/** Someone asks to belong to an organisation that is already registered; its owners decide. */
export const joinRequest = table(
  "join_request",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    userId: text()
      .notNull()
      .references(() => user.id),
    message: text().notNull().default(""),
    createdAt: time().notNull(),
    decidedAt: time(),
    decidedByUserId: text().references(() => user.id),
    isAccepted: bool(),
  },
  (t) => [
    index("join_request_by_organisation").on(t.organisationId, t.decidedAt),
    index("join_request_by_user").on(t.userId, t.createdAt),
  ],
);
