/** Matchmaking, training and "into the park" sessions. */
import { eventKinds, eventStatuses } from "../vocabulary/events";
import { check, index, int, isOneOf, table, text, time } from "../kit.server";

export const event = table(
  "event",
  {
    id: text().primaryKey(),
    kind: text({ enum: eventKinds }).notNull(),
    status: text({ enum: eventStatuses }).notNull(),
    parkSlug: text(),
    regionCode: text().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    place: text().notNull(),
    startsAt: time().notNull(),
    endsAt: time().notNull(),
    capacity: int().notNull(),
    /** Who came, once held. */
    participants: int(),
  },
  (t) => [
    check("event_kind", isOneOf(t.kind, eventKinds)),
    check("event_status", isOneOf(t.status, eventStatuses)),
    index("event_by_status").on(t.status, t.startsAt),
    index("event_by_park").on(t.parkSlug, t.startsAt),
  ],
);
