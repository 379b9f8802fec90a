/** Who wants to be told of what, and what is still to be told. */
import { alertCadences, alertKinds, followKinds } from "../vocabulary/notices";
import { check, index, isOneOf, primaryKey, table, text, time, uniqueIndex } from "../kit.server";
import { solution } from "./catalogue.server";
import { user } from "./identity.server";

/** A park, scenario or industry a person follows. */
export const follow = table(
  "follow",
  {
    userId: text()
      .notNull()
      .references(() => user.id),
    kind: text({ enum: followKinds }).notNull(),
    /** Slug of a park, key of a scenario, GB/T 4754 code. */
    key: text().notNull(),
    createdAt: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.kind, t.key] }),
    check("follow_kind", isOneOf(t.kind, followKinds)),
    index("follow_by_key").on(t.kind, t.key),
  ],
);

/** At what pace a person is told; without a row, once a day. */
export const alertSetting = table(
  "alert_setting",
  {
    userId: text()
      .primaryKey()
      .references(() => user.id),
    cadence: text({ enum: alertCadences }).notNull(),
    lastDigestAt: time(),
    updatedAt: time().notNull(),
  },
  (t) => [check("alert_setting_cadence", isOneOf(t.cadence, alertCadences))],
);

/** A solution a person is to be told of, once for each reason. */
export const alertItem = table(
  "alert_item",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id),
    kind: text({ enum: alertKinds }).notNull(),
    /** What it answers: id of a saved search or a recommendation, or "park:slug" and the like. */
    reason: text().notNull(),
    solutionId: text()
      .notNull()
      .references(() => solution.id),
    createdAt: time().notNull(),
    /** Set in the transaction that puts the digest into the outbox. */
    toldAt: time(),
  },
  (t) => [
    check("alert_item_kind", isOneOf(t.kind, alertKinds)),
    uniqueIndex("alert_item_once").on(t.userId, t.kind, t.reason, t.solutionId),
    index("alert_item_untold").on(t.toldAt, t.userId),
  ],
);
