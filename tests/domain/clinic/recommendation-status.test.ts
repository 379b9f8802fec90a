import fc from "fast-check";
import { expect, test } from "vitest";
import { recommendationStatuses } from "#db/vocabulary/clinic";
import { hasReached, mayMove, recommendationMoves } from "~/domain/clinic/recommendation-status";

const anyStatus = fc.constantFrom(...recommendationStatuses);

test("every status can be reached from proposed", () => {
  const reached = new Set(["proposed"]);
  for (const status of reached) for (const { from, to } of recommendationMoves) if (from === status) reached.add(to);
  expect([...reached].sort()).toEqual([...recommendationStatuses].sort());
});

test("a decision is final", () => {
  expect(recommendationMoves.filter(({ from }) => from === "adopted" || from === "not_adopted")).toEqual([]);
  expect(mayMove("adopted", "not_adopted")).toBe(false);
  expect(hasReached("adopted", "not_adopted")).toBe(false);
  expect(hasReached("not_adopted", "adopted")).toBe(false);
});

test("marking is either a step forward, reached already, or against a decision", () => {
  fc.assert(
    fc.property(anyStatus, anyStatus, (from, to) => {
      const isDecided = from === "adopted" || from === "not_adopted";
      expect(Number(mayMove(from, to)) + Number(hasReached(from, to))).toBe(
        isDecided && to.endsWith("adopted") && from !== to ? 0 : 1,
      );
    }),
  );
});
