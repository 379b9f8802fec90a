/** How well the engine answers the judged queries on a catalogue of a size. */
import { searchSolutions } from "~/domain/catalogue/listing.server";
import { parseListingQuery } from "~/domain/catalogue/listing-query";
import type { Reader } from "#db/store.server";
import type { Truth } from "./catalogue";
import { gradeOf, idealOf, ndcg, type JudgedQuery } from "./judging";

export type Score = { query: JudgedQuery; ndcg: number; found: number };

const NONE = { has: () => false };
const NOTHING_KNOWN = { industries: NONE, scenarios: NONE, parks: NONE, regions: NONE, providers: NONE };

export async function scoresOf(db: Reader, truths: readonly Truth[], asked: readonly JudgedQuery[]): Promise<Score[]> {
  const scores: Score[] = [];
  for (const query of asked) {
    const { items, total } = await searchSolutions(db, listingQuery(query.q));
    const first = items.map(({ no }) => no);
    scores.push({ query, ndcg: judge(query, truths, first), found: total });
  }
  return scores;
}

/** nDCG@10 of numbers in the order they were found; listing number n is the nth truth. */
export function judge(query: JudgedQuery, truths: readonly Truth[], found: readonly number[]): number {
  const grades = found.flatMap((no) => {
    const truth = truths[no - 1];
    return truth ? [gradeOf(query, truth)] : [];
  });
  return ndcg(grades, idealOf(query, truths));
}

export function listingQuery(q: string) {
  return parseListingQuery(new URLSearchParams({ q }), NOTHING_KNOWN).query;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of queries that found nothing at all. */
export function zeroShare(scores: readonly Score[]): number {
  return mean(scores.map(({ found }) => (found === 0 ? 1 : 0)));
}
