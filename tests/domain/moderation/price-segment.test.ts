import { expect, test } from "vitest";
import { FEWEST_PRICES, farPrice, segmentOf } from "~/domain/moderation/price-segment";

test("with fewer than eight prices nothing is said", () => {
  expect(segmentOf(Array.from({ length: FEWEST_PRICES - 1 }, () => 100))).toBeNull();
});

test("median and quartiles as spreadsheets count them", () => {
  expect(segmentOf([9, 1, 8, 2, 7, 3, 6, 4, 5].map((n) => n * 100))).toEqual({
    count: 9,
    lowerFen: 300,
    medianFen: 500,
    upperFen: 700,
  });
});

test.each([
  [100, false],
  [99, true],
  [2100, false],
  [2101, true],
  [0, true],
])("a price of %i is far: %s", (price, isFar) => {
  const segment = { count: 9, lowerFen: 300, medianFen: 500, upperFen: 700 };
  expect(farPrice(price, segment)).toEqual(isFar ? { ...segment, priceFen: price, fromFen: 100, toFen: 2100 } : null);
});
