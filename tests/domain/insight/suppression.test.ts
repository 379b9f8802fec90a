import fc from "fast-check";
import { expect, test } from "vitest";
import { shownCells, type Cell, type Line } from "~/domain/insight/suppression";
import { outsideParks, unmetCube, type UnmetFinding } from "~/domain/insight/unmet-cube";

/** Each finding of an enterprise of its own. */
function cell(key: string, count: number): [string, Cell] {
  const enterprises = new Set(Array.from({ length: count }, (_, n) => `${key}-${n}`));
  return [key, { key, count, enterprises }];
}

function shown(counts: Record<string, number>, lines: Line[]): string[] {
  const cells = new Map(Object.entries(counts).map(([key, count]) => cell(key, count)));
  return [...shownCells(cells, lines)].sort();
}

test("a lone small part takes the next smallest with it, so that the sum does not give it away", () => {
  const line = { sum: "all", parts: ["a", "b", "c"] };
  expect(shown({ all: 27, a: 2, b: 15, c: 10 }, [line])).toEqual(["all", "b"]);
});

test("two small parts that make less than five together take another", () => {
  const line = { sum: "all", parts: ["a", "b", "c", "d"] };
  expect(shown({ all: 33, a: 1, b: 2, c: 20, d: 10 }, [line])).toEqual(["all", "c"]);
  expect(shown({ all: 37, a: 4, b: 3, c: 20, d: 10 }, [line])).toEqual(["all", "c", "d"]);
});

test("a sum whose only part is small is hidden itself", () => {
  expect(shown({ all: 3, a: 3 }, [{ sum: "all", parts: ["a"] }])).toEqual([]);
});

test("many findings of few enterprises are hidden", () => {
  const few = new Map([["a", { key: "a", count: 9, enterprises: new Set(["one", "two"]) }]]);
  expect(shownCells(few, [])).toEqual(new Set());
});

const finding: fc.Arbitrary<UnmetFinding> = fc.record({
  enterpriseId: fc.integer({ min: 0, max: 60 }).map(String),
  industry: fc.constantFrom("C13", "C34", "C36"),
  prefecture: fc.constantFrom("360100", "360400"),
  park: fc.constantFrom("a", "b", null),
  scenario: fc.constantFrom("planning", "quality", "energy"),
});
/** A park lies in one prefecture. */
const findings = fc
  .array(finding, { maxLength: 120 })
  .map((list) => list.map((each) => ({ ...each, park: each.park && `${each.park}${each.prefecture}` })));

const all = { industry: null, place: null, scenario: null };

test("whatever is counted, no sum less what is shown of it leaves fewer than five", () => {
  fc.assert(
    fc.property(findings, (list) => {
      const cube = unmetCube(list);
      const ways = [
        { name: "industry", whole: all, parts: cube.industries },
        { name: "scenario", whole: all, parts: cube.scenarios },
        { name: "place", whole: all, parts: cube.prefectures },
        ...cube.prefectures.map((place) => ({ name: "place", whole: { ...all, place }, parts: cube.placesIn(place) })),
      ];
      const others = [null, ...cube.industries].flatMap((industry) =>
        [null, ...cube.prefectures, ...cube.prefectures.flatMap((place) => cube.placesIn(place))].flatMap((place) =>
          [null, ...cube.scenarios].map((scenario) => ({ industry, place, scenario })),
        ),
      );
      for (const { name, whole, parts } of ways) {
        for (const other of others) {
          const base = { ...other, [name]: Reflect.get(whole, name) };
          const sum = cube.at(base);
          if (sum === null) continue;
          const counts = parts.map((part) => cube.at({ ...base, [name]: part }) ?? 0);
          const left = sum - counts.reduce((a, b) => a + b, 0);
          expect(left === 0 || left >= 5).toBe(true);
          for (const count of counts) expect(count === 0 || count >= 5).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test("a city less its shown parks does not give away what lies outside them", () => {
  const list = (count: number, park: string | null, from: number) =>
    Array.from({ length: count }, (_, n) => ({
      ...{ enterpriseId: `${from + n}`, industry: "C36", prefecture: "360100", park, scenario: "planning" },
    }));
  const cube = unmetCube([...list(20, "a", 0), ...list(12, "b", 100), ...list(2, null, 200)]);
  const at = (place: string) => cube.at({ industry: null, place, scenario: null });
  expect([at("360100"), at("a"), at("b"), at(outsideParks("360100"))]).toEqual([34, 20, null, null]);
});
