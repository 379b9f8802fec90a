import fc from "fast-check";
import { expect, test } from "vitest";
import { blockers, levelOf } from "~/domain/assessment/level";
import { scenarioQuestionsOf } from "~/domain/assessment/scheme";
import { national, scenes } from "./national";

test.each([
  [45, scenes(2, 3, 3), 2, "45 points, three constrained and three other scenarios at 2"],
  [45, scenes(2, 2, 6), 0, "only two constrained: not even level 1 holds"],
  [45, { ...scenes(1, 3, 3), ...scenes(2, 2, 3) }, 1, "two constrained at 2, a third at 1"],
  [39.99, scenes(2, 3, 3), 1, "a hundredth of a point short"],
  [40, scenes(2, 3, 3), 2, "exactly at the threshold"],
  [19.99, scenes(4, 10, 6), 0, "scenarios alone are not enough"],
  [100, scenes(4, 6, 4), 4, "everything level 4 asks for"],
  [100, scenes(4, 5, 5), 3, "one constrained scenario short of level 4"],
  [100, {}, 0, "points alone are not enough"],
])("%d points with %o is level %d: %s", (points, levels, level) => {
  expect(levelOf(national, points, levels)).toBe(level);
});

test("what blocks the next level is counted condition by condition", () => {
  const levels = { ...scenes(1, 3, 3), ...scenes(2, 2, 3) };
  expect(blockers(national, 37.5, levels)).toEqual({
    level: 2,
    points: { has: 37.5, needs: 40, missing: 2.5 },
    scenes: { has: 5, needs: 6, missing: 1 },
    constrained: { has: 2, needs: 3, missing: 1 },
    raise: [{ sceneKey: "production_control", from: 1, to: 2, isConstrained: true }],
  });
});

test("the highest level has nothing above it", () => {
  expect(blockers(national, 100, scenes(4, 10, 6))).toBeNull();
});

const sceneKeys = scenarioQuestionsOf(national).map(({ sceneKey }) => sceneKey);
const anyLevels = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 16, maxLength: 16 })
  .map((levels) => Object.fromEntries(sceneKeys.map((key, at) => [key, levels[at] ?? 0])));
const anyPoints = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);

test("raising a scenario or the points never lowers the level", () => {
  fc.assert(
    fc.property(anyPoints, anyPoints, anyLevels, fc.constantFrom(...sceneKeys), (points, more, levels, key) => {
      const before = levelOf(national, points, levels);
      const raised = { ...levels, [key]: Math.min(4, (levels[key] ?? 0) + 1) };
      expect(levelOf(national, points, raised)).toBeGreaterThanOrEqual(before);
      expect(levelOf(national, Math.min(100, points + more), levels)).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("doing exactly what blocks the next level reaches it", () => {
  fc.assert(
    fc.property(anyPoints, anyLevels, (points, levels) => {
      const blocked = blockers(national, points, levels);
      if (!blocked) return expect(levelOf(national, points, levels)).toBe(4);
      const raised = { ...levels, ...Object.fromEntries(blocked.raise.map((step) => [step.sceneKey, step.to])) };
      const reached = levelOf(national, Math.max(points, blocked.points.needs), raised);
      expect(reached).toBeGreaterThanOrEqual(blocked.level);
      const isFree = blocked.points.missing === 0 && blocked.raise.length === 0;
      expect(isFree).toBe(false);
    }),
  );
});
