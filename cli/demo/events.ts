/** Into-the-park sessions, matchmaking and training: what was held, and what is still to come. */
import { into } from "#db/seed/rows.server";
import { event } from "#db/schema/events.server";
import type { EventKind, EventStatus } from "#db/vocabulary/events";
import { fill, wordsOf } from "./fill";
import { familyOf, type Park } from "./places";
import { dealtOut } from "./plan";
import { itemAt, type Random } from "./random";
import { eventPlaces, sessionTexts } from "./texts/event-texts";
import { scenarioTexts } from "./texts/scenario-texts";
import type { World } from "./world";

const HOUR_MS = 3_600_000;
/** Sessions counted by the programme lie before its press conference. */
const [FIRST_DAY, LAST_DAY] = [Date.UTC(2023, 2, 6), Date.UTC(2025, 0, 17)];

export function composeEvents(world: World): string {
  const random = world.random("events");
  const add = eventWriter(world, random);
  const days = [world.calendar.dayAt(FIRST_DAY), world.calendar.dayAt(LAST_DAY)] as const;
  dealtOut(world.plan.parkSessions, world.places.active.length).forEach((count, index) => {
    const park = itemAt(world.places.active, index);
    for (let made = 0; made < count; made += 1) add("park_session", "held", park, random.whole(...days), [18, 64]);
  });
  const { held, published, cancelled, draft } = world.plan.otherEvents;
  const today = world.calendar.dayAt(world.now);
  const kinds = (count: number, status: EventStatus, dayOf: () => number) => {
    for (let made = 0; made < count; made += 1) {
      // The first ones coming up are at the parks of the ready logins.
      const park =
        status === "published" && made < 4 ? itemAt(world.places.active, made % 2) : random.pick(world.places.active);
      add(made % 3 === 0 ? "training" : "matchmaking", status, park, dayOf(), world.plan.participantsPerEvent);
    }
  };
  kinds(held, "held", () => random.whole(...days));
  kinds(published, "published", () => today + random.whole(2, 45));
  kinds(cancelled, "cancelled", () => today - random.whole(5, 60));
  kinds(draft, "draft", () => today + random.whole(20, 60));
  return `${world.plan.parkSessions} park sessions, ${held + published + cancelled + draft} other events`;
}

function eventWriter(world: World, random: Random) {
  const add = into(world.writer, event);
  // In turn, so that neighbours on a list differ.
  let written = 0;
  return function write(
    kind: EventKind,
    status: EventStatus,
    park: Park,
    day: number,
    people: readonly [number, number],
  ): void {
    const startsAt = world.calendar.hourOn(day, random.pick([9, 10, 14, 15]));
    const texts = sessionTexts[kind];
    const text = itemAt(texts, written++ % texts.length);
    const scenario = world.places.scenarioNames.get(random.pick(Object.keys(scenarioTexts))) ?? "";
    const words = {
      ...wordsOf(familyOf(park.leadingIndustries[0] ?? ""), random),
      园区: park.shortNameZh,
      场景: scenario,
    };
    const participants = random.whole(...people);
    add({
      id: world.id("evt", startsAt),
      kind,
      status,
      parkSlug: park.slug,
      regionCode: park.regionCode,
      title: fill(text.title, words, random),
      summary: fill(text.summary, words, random),
      place: `${park.shortNameZh}${random.pick(eventPlaces)}`,
      startsAt,
      endsAt: startsAt + random.pick([2, 2.5, 3]) * HOUR_MS,
      capacity: Math.ceil((participants + random.whole(0, 30)) / 10) * 10,
      participants: status === "held" ? participants : null,
    });
  };
}
