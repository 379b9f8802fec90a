/** Journal, notices and the mail outbox: support areas that know only ids. */
import { mailChannels } from "../vocabulary/notices";
import { lexiconKinds, lexiconSources } from "../vocabulary/search";
import { bool, check, index, int, isOneOf, json, primaryKey, table, text, time } from "../kit.server";
import { user } from "./identity.server";

export const journalEntry = table(
  "journal_entry",
  {
    id: int().primaryKey({ autoIncrement: true }),
    at: time().notNull(),
    /** Null: the system itself. */
    actorUserId: text(),
    actorOrganisationId: text(),
    /** What was done, e.g. "solution.submitted". */
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    /** Who may read it: the organisation the object belongs to, its park, its prefecture. */
    ownerOrganisationId: text(),
    parkSlug: text(),
    regionCode: text(),
    before: json<Record<string, unknown>>(),
    after: json<Record<string, unknown>>(),
    requestId: text(),
  },
  (t) => [
    index("journal_by_subject").on(t.subjectKind, t.subjectId, t.id),
    index("journal_by_owner").on(t.ownerOrganisationId, t.id),
    index("journal_by_park").on(t.parkSlug, t.id),
  ],
);

export const notice = table(
  "notice",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id),
    /** Message key of i18n area `notices`. */
    kind: text().notNull(),
    params: json<Record<string, string | number>>().notNull(),
    href: text().notNull(),
    createdAt: time().notNull(),
    readAt: time(),
  },
  (t) => [index("notice_by_user").on(t.userId, t.createdAt)],
);

export const mail = table(
  "mail",
  {
    id: text().primaryKey(),
    channel: text({ enum: mailChannels }).notNull(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: time().notNull(),
    sentAt: time(),
    attempts: int().notNull().default(0),
    nextAttemptAt: time().notNull(),
    lastError: text(),
  },
  (t) => [
    check("mail_channel", isOneOf(t.channel, mailChannels)),
    index("mail_unsent").on(t.sentAt, t.nextAttemptAt),
    index("mail_by_time").on(t.createdAt),
  ],
);

/** What is done once and never again although the clock asks again: a reminder, a notice of a broken promise. */
export const doneOnce = table("done_once", {
  /** Names the occasion, e.g. "promise:dia_…:accepted:1764…:city". */
  key: text().primaryKey(),
  at: time().notNull(),
});

/** A file in DATA_DIR/uploads, named by its id. */
export const storedFile = table(
  "stored_file",
  {
    id: text().primaryKey(),
    /** Whose it is: the enterprise of a case, the provider of a listing. */
    ownerOrganisationId: text().notNull(),
    /** As the sender called it. */
    name: text().notNull(),
    mediaType: text().notNull(),
    bytes: int().notNull(),
    /** Hexadecimal, of the bytes kept here. */
    sha256: text().notNull(),
    /** Pixels, of images. */
    width: int(),
    height: int(),
    /** Of images: a smaller copy lies beside it. */
    hasSmall: bool().notNull().default(false),
    /** Not handed out until a virus scanner said that it is clean; null: none is configured, or it is clean. */
    heldSince: time(),
    createdByUserId: text()
      .notNull()
      .references(() => user.id),
    createdAt: time().notNull(),
  },
  (t) => [index("stored_file_by_owner").on(t.ownerOrganisationId, t.createdAt)],
);

/**
 * The dictionary of search: what people call scenarios and industries. Loaded from db/reference/lexicon.json; what staff
 * added or struck out stays through later loads.
 */
export const lexiconTerm = table(
  "lexicon_term",
  {
    /** As typed; folded when read. */
    surface: text().notNull(),
    kind: text({ enum: lexiconKinds }).notNull(),
    /** Scenario key or GB/T 4754 code; "" for a word without meaning of its own. */
    target: text().notNull(),
    source: text({ enum: lexiconSources }).notNull(),
    /** Struck out by staff: kept, so that the next load does not bring it back. */
    isActive: bool().notNull().default(true),
    updatedAt: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.surface, t.kind, t.target] }),
    check("lexicon_term_kind", isOneOf(t.kind, lexiconKinds)),
    check("lexicon_term_source", isOneOf(t.source, lexiconSources)),
  ],
);
