import fc from "fast-check";
import { expect, test } from "vitest";
import { largestShare, oliveShape, sharesOf } from "~/components/insight/olive-shape";

const SIZE = { centreX: 100, top: 0, bandHeight: 40, maxHalfWidth: 80 };

/** Every x and y of the outline's points, in order. */
function pointsOf(outline: string): [number, number][] {
  return [...outline.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

test("shares are of what is shown; a hidden count has none", () => {
  expect(sharesOf([30, 50, null, 20])).toEqual([0.3, 0.5, null, 0.2]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
});

test("the widest level of all years takes the full width, and level 0 lies lowest", () => {
  const years = [
    [60, 40, 0, 0, 0],
    [20, 30, 30, 15, 5],
  ];
  const largest = largestShare(years);
  const shape = oliveShape(years[0] ?? [], largest, SIZE);
  expect(shape.rungs[0]).toMatchObject({ level: 0, halfWidth: 80, y: 180 });
  expect(shape.rungs[4]?.y).toBe(20);
  expect(shape.bands).toEqual([160, 120, 80, 40]);
});

test("a hidden count is drawn as wide as nothing at all", () => {
  const shape = oliveShape([50, null, 0, 50], 0.5, SIZE);
  expect(shape.rungs[1]?.halfWidth).toBe(shape.rungs[2]?.halfWidth);
});

test("the outline is symmetric, stays in its frame and has only numbers", () => {
  const counts = fc.array(fc.option(fc.nat(5000), { freq: 5 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(counts, (year) => {
      const { outline } = oliveShape(year, largestShare([year]), SIZE);
      expect(outline).not.toMatch(/NaN|Infinity/);
      const points = pointsOf(outline);
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(100 - 80 * 1.2 - 0.1);
        expect(x).toBeLessThanOrEqual(100 + 80 * 1.2 + 0.1);
        expect(y).toBeGreaterThanOrEqual(-0.1);
        expect(y).toBeLessThanOrEqual(200.1);
        expect(
          points.some(([otherX, otherY]) => Math.abs(otherX - (200 - x)) < 0.2 && Math.abs(otherY - y) < 0.2),
        ).toBe(true);
      }
    }),
  );
});
