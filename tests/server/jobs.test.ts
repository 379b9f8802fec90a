import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startJobs } from "~/jobs/runner.server";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("a job runs again and again until it is stopped", async () => {
  const run = vi.fn(async () => {});
  const stop = startJobs([{ name: "count", everyMs: 1000, run }]);
  await vi.advanceTimersByTimeAsync(3500);
  expect(run).toHaveBeenCalledTimes(3);
  await stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(run).toHaveBeenCalledTimes(3);
});

test("a slow job never overlaps itself", async () => {
  let finish = () => {};
  const run = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const stop = startJobs([{ name: "slow", everyMs: 1000, run }]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run).toHaveBeenCalledTimes(1);
  finish();
  await vi.advanceTimersByTimeAsync(1000);
  expect(run).toHaveBeenCalledTimes(2);
  finish();
  await stop();
});

test("a failing job is tried again, and does not stop the others", async () => {
  const failing = vi.fn(async () => {
    throw new Error("no connection");
  });
  const other = vi.fn(async () => {});
  const stop = startJobs([
    { name: "failing", everyMs: 1000, run: failing },
    { name: "other", everyMs: 1000, run: other },
  ]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(failing).toHaveBeenCalledTimes(2);
  expect(other).toHaveBeenCalledTimes(2);
  await stop();
});

test("stopping waits for the job that is running", async () => {
  let finish = () => {};
  const stop = startJobs([
    { name: "slow", everyMs: 10, run: () => new Promise<void>((resolve) => (finish = resolve)) },
  ]);
  await vi.advanceTimersByTimeAsync(10);
  let isStopped = false;
  const stopped = stop().then(() => (isStopped = true));
  await vi.advanceTimersByTimeAsync(1000);
  expect(isStopped).toBe(false);
  finish();
  await stopped;
  expect(isStopped).toBe(true);
});
