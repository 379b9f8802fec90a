import { expect, test } from "vitest";
import { rebuildIndex } from "~/domain/catalogue/published.server";
import { referenceStore } from "../world/reference";
import { writeCatalogue } from "./catalogue";
import { gradeOf, idealOf, ndcg, queries } from "./judging";
import { mean, scoresOf, zeroShare } from "./scores";

const SIZE = 1200;
const SEED = 20251;
/** Sentences written without a look at the dictionary, which knows too few of their words: docs/benchmarks.md. */
const FLOOR = "floor";

test("at 1,200 listings the first page is right: nDCG@10 of the judged queries, in every kind, and next to none is empty", async () => {
  const store = referenceStore();
  const truths = await writeCatalogue(store.writer, SIZE, SEED);
  await store.write(rebuildIndex);
  const scores = await scoresOf(store.db, truths, queries);
  const typed = scores.filter(({ query }) => query.kind !== FLOOR);
  expect(typed.length).toBeGreaterThanOrEqual(300);
  expect(mean(typed.map((score) => score.ndcg))).toBeGreaterThanOrEqual(0.95);
  expect(mean(typed.filter(({ query }) => query.isHeldOut).map((score) => score.ndcg))).toBeGreaterThanOrEqual(0.9);
  for (const kind of new Set(queries.map((query) => query.kind))) {
    const ofKind = scores.filter(({ query }) => query.kind === kind);
    const least = kind === FLOOR ? 0.65 : 0.8;
    expect([kind, mean(ofKind.map((score) => score.ndcg)) >= least]).toEqual([kind, true]);
  }
  expect(zeroShare(scores)).toBeLessThan(0.02);
}, 60_000);

test("a catalogue is the same from the same seed, and another from another", async () => {
  const made = (seed: number) => writeCatalogue(referenceStore().writer, 8, seed);
  expect(await made(1)).toEqual(await made(1));
  expect(await made(1)).not.toEqual(await made(2));
});

test.each([
  [{ topic: "equipment/check" }, { topic: "equipment/check", second: null, industries: [] }, 3],
  [{ topic: "equipment/check" }, { topic: "hr/pay", second: "equipment/check", industries: [] }, 2],
  [{ topic: "equipment/check" }, { topic: "equipment/oee", second: null, industries: [] }, 1],
  [{ topic: "equipment/check" }, { topic: "hr/pay", second: "equipment/oee", industries: [] }, 0],
  [{ scenario: "equipment" }, { topic: "equipment/oee", second: null, industries: [] }, 3],
  [{ scenario: "equipment" }, { topic: "hr/pay", second: "equipment/oee", industries: [] }, 2],
  [{ topic: "hr/pay", industry: "C367" }, { topic: "hr/pay", second: null, industries: ["C36"] }, 3],
  [{ topic: "hr/pay", industry: "C367" }, { topic: "hr/pay", second: null, industries: [] }, 2],
  [{ topic: "hr/pay", industry: "C367" }, { topic: "hr/pay", second: null, industries: ["C18"] }, 1],
  [{ topic: "hr/pay", industry: "C367" }, { topic: "hr/attendance", second: null, industries: ["C367"] }, 0],
])("%j is judged by %j", (asked, truth, grade) => {
  expect(gradeOf({ q: "", kind: "", isHeldOut: false, ...asked }, { no: 1, ...truth })).toBe(grade);
});

test("nDCG is 1 for the best order, less for another, 0 for nothing", () => {
  expect(ndcg([3, 1, 0], [3, 1])).toBe(1);
  expect(ndcg([1, 3], [3, 1])).toBeLessThan(1);
  expect(ndcg([], [3, 1])).toBe(0);
});

test("the best order there is has the highest grades first, no more than ten", () => {
  const asked = { q: "", kind: "", topic: "hr/pay", isHeldOut: false };
  const made = (topic: string, second: string | null = null) => ({ no: 1, topic, second, industries: [] });
  expect(
    idealOf(asked, [made("hr/training"), made("safety/gas"), made("hr/pay"), made("finance/cost", "hr/pay")]),
  ).toEqual([3, 2, 1]);
  expect(
    idealOf(
      asked,
      Array.from({ length: 30 }, () => made("hr/pay")),
    ),
  ).toHaveLength(10);
});
