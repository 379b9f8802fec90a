/** Grades of listings for a query, by the truth the catalogue was made from, and how good an order of listings is. */
import { z } from "zod";
import { scenarioOf, type Truth } from "./catalogue";
import judged from "./queries.json";

const Query = z.object({
  q: z.string(),
  kind: z.string(),
  /** What is asked for: one topic, or everything of one scenario. */
  topic: z.string().optional(),
  scenario: z.string().optional(),
  /** GB/T 4754 code of the trade that asks. */
  industry: z.string().optional(),
});
export type JudgedQuery = z.infer<typeof Query> & {
  /** Not looked at while the engine was made; every third of its kind. */
  isHeldOut: boolean;
};

export const queries: readonly JudgedQuery[] = withHeldOut(z.array(Query).parse(judged));

const PAGE = 10;
const [FULL, GOOD, NEAR] = [3, 2, 1];

/**
 * Without an industry: 3 what is made for the topic (or scenario) asked for, 2 what has it besides, 1 what is made for
 * another topic of the same scenario. With one: 3 for that trade (or a branch it belongs to), 2 for all trades or besides,
 * 1 for other trades.
 */
export function gradeOf(query: JudgedQuery, truth: Truth): number {
  const asked = query.topic ?? query.scenario;
  const key = (topic: string | null) => (topic && query.topic === undefined ? scenarioOf(topic) : topic);
  const isMain = key(truth.topic) === asked;
  const isBeside = key(truth.second) === asked;
  const { industry } = query;
  if (industry === undefined) {
    if (isMain || isBeside) return isMain ? FULL : GOOD;
    return query.topic && scenarioOf(truth.topic) === scenarioOf(query.topic) ? NEAR : 0;
  }
  if (!isMain && !isBeside) return 0;
  const isForTrade = truth.industries.some((code) => industry.startsWith(code) || code.startsWith(industry));
  if (isForTrade) return isMain ? FULL : GOOD;
  return isMain && truth.industries.length === 0 ? GOOD : NEAR;
}

/** Normalised discounted cumulative gain of the first ten (Järvelin & Kekäläinen 2002), gain 2^grade − 1. */
export function ndcg(grades: readonly number[], ideal: readonly number[]): number {
  const best = gainOf(ideal);
  return best === 0 ? 0 : gainOf(grades) / best;
}

/** The grades of the best ten there are. */
export function idealOf(query: JudgedQuery, truths: readonly Truth[]): number[] {
  const counts = new Int32Array(FULL + 1);
  for (const truth of truths) {
    const grade = gradeOf(query, truth);
    counts[grade] = (counts[grade] ?? 0) + 1;
  }
  return [FULL, GOOD, NEAR]
    .flatMap((grade) => Array.from({ length: Math.min(PAGE, counts[grade] ?? 0) }, () => grade))
    .slice(0, PAGE);
}

function gainOf(grades: readonly number[]): number {
  return grades.slice(0, PAGE).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

function withHeldOut(all: z.infer<typeof Query>[]): JudgedQuery[] {
  const seen = new Map<string, number>();
  return all.map((query) => {
    const count = (seen.get(query.kind) ?? 0) + 1;
    seen.set(query.kind, count);
    return { ...query, isHeldOut: count % 3 === 0 };
  });
}
