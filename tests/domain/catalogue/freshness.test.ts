import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { solution } from "#db/schema/catalogue.server";
import type { Store } from "#db/store.server";
import { catalogueVersion } from "~/domain/catalogue/changes.server";
import {
  confirmedBefore,
  freshnessBegins,
  freshnessDays,
  freshnessOf,
  freshnessStates,
  provinceDay,
} from "~/domain/catalogue/freshness";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { publishedSolution } from "~/domain/catalogue/solution-page.server";
import { market } from "./market";

const DAY = 86_400_000;
/** 09:30 in the province on a made-up day. */
const CONFIRMED = Date.parse("2031-01-10T09:30:00+08:00");

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: CONFIRMED }));
afterEach(() => void vi.useRealTimers());

const ages = [
  [0, "fresh"],
  [182, "fresh"],
  [183, "due"],
  [196, "due"],
  [197, "reminded"],
  [212, "reminded"],
  [213, "sunk"],
  [242, "sunk"],
  [243, "hidden"],
  [2000, "hidden"],
] as const;

test.each(ages)("%i days after its confirmation a listing is %s", (days, state) => {
  expect(freshnessOf(CONFIRMED, CONFIRMED + days * DAY)).toBe(state);
});

test("states begin at midnight in the province, and the bounds of a whole day say the same", () => {
  const time = fc.integer({ min: 0, max: 10_000 * DAY });
  fc.assert(
    fc.property(time, fc.integer({ min: 0, max: 300 * DAY }), (confirmedAt, age) => {
      const now = confirmedAt + age;
      const state = freshnessOf(confirmedAt, now);
      const reached = (["due", "reminded", "sunk", "hidden"] as const).filter(
        (each) => freshnessStates.indexOf(each) <= freshnessStates.indexOf(state),
      );
      for (const each of ["due", "reminded", "sunk", "hidden"] as const) {
        expect(confirmedAt < confirmedBefore(each, provinceDay(now))).toBe(reached.includes(each));
        expect(now >= freshnessBegins(each, confirmedAt)).toBe(reached.includes(each));
      }
    }),
  );
  expect(new Date(freshnessBegins("due", CONFIRMED)).toISOString()).toMatch(/T16:00:00.000Z$/);
});

test("a listing nobody was ever asked about is fresh", () => {
  expect(freshnessOf(null, CONFIRMED)).toBe("fresh");
});

async function confirm(store: Store, no: number, at: number | null) {
  await store.write((tx) =>
    tx
      .update(solution)
      .set({ confirmedAt: at })
      .where(eq(solution.id, `sol_${no}`)),
  );
}

const midnight = (days: number) => freshnessBegins("due", CONFIRMED) + (days - freshnessDays.due) * DAY;

test("a list changes at midnight without any write: first lower, then gone, and its page says since when", async () => {
  const { store, numbers } = await market([
    { quality: 0.8, title: "甲排产" },
    { quality: 0.5, title: "乙排产" },
  ]);
  await confirm(store, 1, CONFIRMED);
  expect(await numbers("")).toEqual([1, 2]);

  vi.setSystemTime(midnight(213) - 1);
  const before = await catalogueVersion(store.db);
  expect(await numbers("")).toEqual([1, 2]);
  vi.setSystemTime(midnight(213));
  expect(await catalogueVersion(store.db)).not.toBe(before);
  expect(await numbers("")).toEqual([2, 1]);

  vi.setSystemTime(midnight(243) - 1);
  expect(await numbers("q=排产")).toEqual([2, 1]);
  expect((await publishedSolution(store.db, "s-1"))?.listed.isHidden).toBe(false);
  vi.setSystemTime(midnight(243));
  expect(await numbers("q=排产")).toEqual([2]);
  expect(await numbers("")).toEqual([2]);
  expect((await publishedSolution(store.db, "s-1"))?.listed).toMatchObject({ isHidden: true, confirmedAt: CONFIRMED });
  expect((await publishedSolution(store.db, "s-2"))?.related.map(({ no }) => no)).not.toContain(1);
});

test("what nobody confirmed for long comes after an equal one in a search, but stays before what answers less", async () => {
  const made = [{ title: "车间排产" }, { title: "车间排产" }, { summary: "车间排产" }];
  const { numbers } = await market(made);
  expect(await numbers("q=车间排产")).toEqual([2, 1, 3]);
  const { store, numbers: after } = await market(made);
  await confirm(store, 2, CONFIRMED - 220 * DAY);
  expect(await after("q=车间排产")).toEqual([1, 2, 3]);
});

test("the same sunk listing is the same object from day to day", async () => {
  const { store } = await market([{ quality: 0.8 }, {}]);
  await confirm(store, 1, CONFIRMED - 214 * DAY);
  const [first] = (await publishedCatalogue(store.db)).solutions;
  expect(first).toMatchObject({ isSunk: true, quality: 0.4 });
  vi.setSystemTime(CONFIRMED + DAY);
  expect((await publishedCatalogue(store.db)).solutions[0]).toBe(first);
});
