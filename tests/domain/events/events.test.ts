import { expect, test } from "vitest";
import { heldEvents, publicEvent, upcomingEvents } from "~/domain/events/events.server";
import { addEvent } from "../../world/programme";
import { testStore } from "../../world/store";

const NOW = 10_000;

test("upcoming are published and not over, soonest first", async () => {
  const store = testStore();
  const later = await addEvent(store, { status: "published", startsAt: NOW + 2, endsAt: NOW + 3 });
  const running = await addEvent(store, { status: "published", startsAt: NOW - 1, endsAt: NOW + 1 });
  await addEvent(store, { status: "published", startsAt: NOW - 5, endsAt: NOW - 1 });
  await addEvent(store, { status: "cancelled", startsAt: NOW + 2, endsAt: NOW + 3 });
  await addEvent(store, { status: "draft", startsAt: NOW + 2, endsAt: NOW + 3 });
  expect((await upcomingEvents(store.db, NOW)).map((event) => event.id)).toEqual([running, later]);
});

test("held events come page by page, each once, latest first", async () => {
  const store = testStore();
  const ids: string[] = [];
  // Two at the same time: the id breaks the tie.
  for (const startsAt of [1, 2, 2, 3, 4]) ids.unshift(await addEvent(store, { startsAt }));
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await heldEvents(store.db, {}, { after, per: 2 });
    seen.push(...page.events.map((event) => event.id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(ids);
});

test("a kind and a park narrow both lists; a cursor nobody wrote is ignored", async () => {
  const store = testStore();
  const mine = await addEvent(store, { kind: "park_session", parkSlug: "a" });
  await addEvent(store, { kind: "park_session", parkSlug: "b" });
  await addEvent(store, { kind: "training", parkSlug: "a" });
  const page = await heldEvents(store.db, { kind: "park_session", parkSlug: "a" }, { after: "'; drop" });
  expect(page).toMatchObject({ events: [{ id: mine }], next: null });
});

test("a draft is not there", async () => {
  const store = testStore();
  expect(await publicEvent(store.db, await addEvent(store, { status: "draft" }))).toBeNull();
  expect(await publicEvent(store.db, await addEvent(store, { status: "cancelled" }))).toMatchObject({
    status: "cancelled",
  });
  expect(await publicEvent(store.db, "evt_unknown")).toBeNull();
});
