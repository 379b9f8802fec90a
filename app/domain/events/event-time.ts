/** What an announced event is right now: computed from its times when read, never stored. */
import type { EventStatus } from "#db/vocabulary/events";

export type EventState = EventStatus | "running" | "over";

/** A published event is running between its times and over after them, until it is entered as held. */
export function eventState(event: { status: EventStatus; startsAt: number; endsAt: number }, now: number): EventState {
  if (event.status !== "published") return event.status;
  if (now > event.endsAt) return "over";
  return now >= event.startsAt ? "running" : "published";
}
