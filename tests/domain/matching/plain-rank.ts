/**
 * Matching once more, written as one reads the rule: judge every listing, sort, give providers their share. Slow and obvious;
 * the product ranks in columns and must answer the same.
 */
import { answersNeed, type Candidate } from "~/domain/matching/candidate";
import { isMatch, isNear, missingFor } from "~/domain/matching/missing";
import type { Need } from "~/domain/matching/need";
import { turnOfListing } from "~/domain/matching/order";
import type { Ranked, RankOptions } from "~/domain/matching/rank";
import { judge, type Match } from "~/domain/matching/score";

export function plainRank<C extends Candidate>(catalogue: readonly C[], need: Need, options: RankOptions): Ranked<C> {
  const judged = catalogue
    .filter(({ id, ...solution }) => !options.without?.has(id) && answersNeed(solution, need.gaps))
    .map((solution) => judge(solution, need, missingFor(solution, need)))
    .sort(
      (a, b) =>
        b.score - a.score ||
        turnOfListing(options, a.solution.id) - turnOfListing(options, b.solution.id) ||
        (a.solution.id < b.solution.id ? -1 : 1),
    );
  const fitting = judged.filter(({ missing }) => isMatch(missing));
  const near = judged.filter(({ missing }) => isNear(missing)).sort((a, b) => a.missing.length - b.missing.length);
  const { limit, nearLimit, from = 0 } = options;
  return {
    matches: spread(fitting).slice(from, from + limit),
    nearMisses: near.slice(0, nearLimit),
    total: fitting.length,
  };
}

function spread<C extends Candidate>(matches: Match<C>[]): Match<C>[] {
  for (let share = 2; ; share++) {
    const first: Match<C>[] = [];
    for (const match of matches) {
      const earlier = first.filter(({ solution }) => solution.providerId === match.solution.providerId).length;
      if (first.length < 10 && earlier < share) first.push(match);
    }
    if (first.length >= Math.min(10, matches.length)) return [...first, ...matches.filter((m) => !first.includes(m))];
  }
}
