/** Orders judged listings: by score; equal scores rotate by day; one provider takes at most two of the first ten. */
import { answersNeed, type Candidate } from "./candidate";
import { isNear, missingFor } from "./missing";
import type { Need } from "./need";
import { judge, type Match } from "./score";

export type RankOptions = {
  limit: number;
  nearLimit: number;
  /** YYYY-MM-DD: equal scores change places from day to day. */
  day: string;
  /** Who asks, so that not everyone sees the same order on a day. */
  seed: string;
};

export type Ranked<C extends Candidate> = { matches: Match<C>[]; nearMisses: Match<C>[]; total: number };

const TOP = 10;
const PER_PROVIDER = 2;

/** Judges and orders a whole catalogue for one need. Pure and deterministic; `total` counts all matches. */
export function rank<C extends Candidate>(catalogue: readonly C[], need: Need, options: RankOptions): Ranked<C> {
  const { fitting, near } = judged(catalogue, need);
  const turn = (match: Match<C>) => turnOf(`${options.day}|${options.seed}|${match.solution.id}`);
  return {
    matches: spread(ordered(fitting, turn)).slice(0, options.limit),
    nearMisses: ordered(near, turn)
      .sort((a, b) => a.missing.length - b.missing.length)
      .slice(0, options.nearLimit),
    total: fitting.length,
  };
}

/** Most of a catalogue answers another need or is out of reach; only the rest is worth scoring. */
function judged<C extends Candidate>(catalogue: readonly C[], need: Need) {
  const fitting: Match<C>[] = [];
  const near: Match<C>[] = [];
  for (const solution of catalogue) {
    if (!answersNeed(solution, need.gaps)) continue;
    const missing = missingFor(solution, need);
    if (missing.length === 0) fitting.push(judge(solution, need, missing));
    else if (isNear(missing)) near.push(judge(solution, need, missing));
  }
  return { fitting, near };
}

function ordered<C extends Candidate>(matches: Match<C>[], turn: (match: Match<C>) => number): Match<C>[] {
  return matches
    .map((match) => ({ match, turn: turn(match) }))
    .sort(
      (a, b) =>
        b.match.score - a.match.score || a.turn - b.turn || (a.match.solution.id < b.match.solution.id ? -1 : 1),
    )
    .map(({ match }) => match);
}

/** What exceeds a provider's share waits until the first ten are full; both stretches stay in order of score. */
function spread<C extends Candidate>(matches: Match<C>[]): Match<C>[] {
  const share = shareOf(matches);
  const top: Match<C>[] = [];
  const rest: Match<C>[] = [];
  const taken = new Map<string, number>();
  for (const match of matches) {
    const count = taken.get(match.solution.providerId) ?? 0;
    taken.set(match.solution.providerId, count + 1);
    if (top.length < TOP && count < share) top.push(match);
    else rest.push(match);
  }
  return [...top, ...rest];
}

/** Two, or as many more as it takes to fill the first ten when there are few providers. */
function shareOf<C extends Candidate>(matches: readonly Match<C>[]): number {
  const counts = new Map<string, number>();
  for (const { solution } of matches) counts.set(solution.providerId, (counts.get(solution.providerId) ?? 0) + 1);
  const filled = (share: number) => [...counts.values()].reduce((sum, count) => sum + Math.min(share, count), 0);
  let share = PER_PROVIDER;
  while (filled(share) < Math.min(TOP, matches.length)) share++;
  return share;
}

/** 32-bit FNV-1a with a final mix: places change well though days differ by one digit. */
function turnOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
