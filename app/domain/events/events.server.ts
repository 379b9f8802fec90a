/** What the public sees of events. Drafts are nobody's here. */
import { and, asc, desc, eq, gte, inArray, lt, or, type SQL } from "drizzle-orm";
import { event } from "#db/schema/events.server";
import { one, type Reader } from "#db/store.server";
import type { EventKind } from "#db/vocabulary/events";
import { readCursor, writeCursor } from "../cursor";

export type PublicEvent = typeof event.$inferSelect;
export type EventFilter = { kind?: EventKind; parkSlug?: string };

/** Published events that are not over, soonest first. */
export async function upcomingEvents(
  db: Reader,
  now: number,
  filter: EventFilter = {},
  limit = 20,
): Promise<PublicEvent[]> {
  return db
    .select()
    .from(event)
    .where(and(eq(event.status, "published"), gte(event.endsAt, now), ...narrowed(filter)))
    .orderBy(asc(event.startsAt), asc(event.id))
    .limit(limit);
}

/** Held events, latest first, a page at a time; `next` is null on the last page. */
export async function heldEvents(
  db: Reader,
  filter: EventFilter = {},
  page: { after?: string | null; per?: number } = {},
): Promise<{ events: PublicEvent[]; next: string | null }> {
  const per = page.per ?? 20;
  const rows = await db
    .select()
    .from(event)
    .where(and(eq(event.status, "held"), ...narrowed(filter), beyond(page.after)))
    .orderBy(desc(event.startsAt), desc(event.id))
    .limit(per + 1);
  const events = rows.slice(0, per);
  const last = events.at(-1);
  const next = rows.length > per && last ? writeCursor({ key: String(last.startsAt), id: last.id }) : null;
  return { events, next };
}

/** One event that was announced: published, held or cancelled. Null for drafts and unknown ids. */
export async function publicEvent(db: Reader, id: string): Promise<PublicEvent | null> {
  const announced = inArray(event.status, ["published", "held", "cancelled"]);
  return one(
    db
      .select()
      .from(event)
      .where(and(eq(event.id, id), announced)),
  );
}

function narrowed(filter: EventFilter): (SQL | undefined)[] {
  return [
    filter.kind ? eq(event.kind, filter.kind) : undefined,
    filter.parkSlug ? eq(event.parkSlug, filter.parkSlug) : undefined,
  ];
}

function beyond(after: string | null | undefined): SQL | undefined {
  const cursor = readCursor(after);
  const startsAt = Number(cursor?.key);
  if (!cursor || !Number.isSafeInteger(startsAt)) return undefined;
  return or(lt(event.startsAt, startsAt), and(eq(event.startsAt, startsAt), lt(event.id, cursor.id)));
}
