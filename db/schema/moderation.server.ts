/** What park and province staff decided about a provider or a solution version, and why. */
import { moderationDecisions, moderationReasons, moderationSubjects } from "../vocabulary/moderation";
import { check, index, int, isOneOf, table, text, time } from "../kit.server";
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
