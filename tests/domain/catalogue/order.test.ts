import fc from "fast-check";
import { expect, test } from "vitest";
import { firstOf } from "~/domain/catalogue/order";

test("the first of many are the beginning of the whole order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 1, max: 20 }), (keys, most) => {
      const places = Int32Array.from(keys.keys());
      const compare = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0) || b - a;
      expect(firstOf(places, most, compare)).toEqual([...places].sort(compare).slice(0, most));
    }),
    { numRuns: 500 },
  );
});
