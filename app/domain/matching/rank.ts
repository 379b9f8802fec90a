/**
 * Matching in one call: a catalogue and a need in, matches and near misses with their reasons out. Pure and deterministic:
 * filters (industry, place, the need itself), a score of six parts, soft limits for money and time, turns among equals, a
 * share for each provider. Decision 0013 and the public page "how we rank" say the same in words.
 */
import type { Candidate } from "./candidate";
import { matchColumns } from "./columns";
import type { Need } from "./need";
import { firstMatches, inOrder, type Turn } from "./order";
import { judge, type Match } from "./score";
import { scoreAll } from "./scoring";

export type RankOptions = Turn & {
  limit: number;
  nearLimit: number;
  /** Matches before this one belong to earlier pages. */
  from?: number;
  /** Ids of listings to leave out. */
  without?: ReadonlySet<string>;
};

export type Ranked<C extends Candidate> = {
  matches: Match<C>[];
  /** Those that lack least first. */
  nearMisses: Match<C>[];
  /** Of all matches. */
  total: number;
};

/** Ranks a whole catalogue for one need; reasons are worked out only for what is shown. */
export function rank<C extends Candidate>(catalogue: readonly C[], need: Need, options: RankOptions): Ranked<C> {
  const columns = matchColumns(catalogue);
  const { limit, nearLimit, from = 0, without } = options;
  const { matches, near } = scoreAll(columns, need, { nearLimit, without });
  const judged = (place: number) => catalogue.slice(place, place + 1).map((solution) => judge(solution, need));
  const nearest: number[] = [];
  for (const found of near) {
    for (const place of inOrder(columns, found, options)) {
      if (nearest.length >= nearLimit) break;
      nearest.push(place);
    }
  }
  return {
    matches: firstMatches(columns, matches, options, from + limit)
      .slice(from)
      .flatMap(judged),
    nearMisses: nearest.flatMap(judged),
    total: matches.places.length,
  };
}

/** The best few for one need, without reasons: place in the catalogue and whole score, best first. */
export function bestFew(
  catalogue: readonly Candidate[],
  need: Need,
  { limit, ...turn }: Turn & { limit: number },
): { place: number; score: number }[] {
  const columns = matchColumns(catalogue);
  const { matches } = scoreAll(columns, need, { nearLimit: 0 });
  const scores = new Map(matches.places.map((place, index) => [place, matches.scores[index] ?? 0]));
  return firstMatches(columns, matches, turn, limit).map((place) => ({ place, score: scores.get(place) ?? 0 }));
}
