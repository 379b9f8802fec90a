import { expect, test } from "vitest";
import { eventState } from "~/domain/events/event-time";

test.each([
  ["published", 5, "published"],
  ["published", 10, "running"],
  ["published", 20, "running"],
  ["published", 21, "over"],
  ["held", 15, "held"],
  ["cancelled", 15, "cancelled"],
] as const)("%s at %i is %s", (status, now, state) => {
  expect(eventState({ status, startsAt: 10, endsAt: 20 }, now)).toBe(state);
});
