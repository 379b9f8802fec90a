import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keptFor } from "~/domain/insight/kept.server";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function counting() {
  let runs = 0;
  return { read: keptFor<object, number>(async () => ++runs), runs: () => runs };
}

test("readers of one minute share one run, each database its own", async () => {
  const { read, runs } = counting();
  const [first, second] = [{}, {}];
  expect(await Promise.all([read(first), read(first)])).toEqual([1, 1]);
  expect(await read(second)).toBe(2);
  expect(runs()).toBe(2);
});

test("after a minute the old answer is given at once and the next reader gets the new one", async () => {
  const { read } = counting();
  const db = {};
  await read(db);
  vi.advanceTimersByTime(61_000);
  expect(await read(db)).toBe(1);
  await vi.runAllTimersAsync();
  expect(await read(db)).toBe(2);
});

test("after ten minutes readers wait for the new answer", async () => {
  const { read } = counting();
  const db = {};
  await read(db);
  vi.advanceTimersByTime(601_000);
  expect(await read(db)).toBe(2);
});

test("a failed run is not kept", async () => {
  const compute = vi.fn().mockRejectedValueOnce(new Error("once")).mockResolvedValue(7);
  const read = keptFor(compute);
  const db = {};
  await expect(read(db)).rejects.toThrow("once");
  expect(await read(db)).toBe(7);
});
