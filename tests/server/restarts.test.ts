import { expect, test } from "vitest";
import { delayBefore, giveUpAfter } from "../../server/restarts";

test("after a crash a process comes back at once; failing starts wait longer each time, half a minute at most", () => {
  expect([0, 1, 2, 3, 10].map(delayBefore)).toEqual([100, 500, 1000, 2000, 30_000]);
});

test("it gives up only when nobody serves", () => {
  expect(giveUpAfter(4, 0)).toBe(false);
  expect(giveUpAfter(5, 0)).toBe(true);
  expect(giveUpAfter(50, 1)).toBe(false);
});
