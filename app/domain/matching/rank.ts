/** Orders judged listings: by score; equal scores rotate by day; one provider takes at most two of the first ten. */
import type { Candidate } from "./candidate";
import { isNear } from "./missing";
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
  const useful = catalogue.map((solution) => judge(solution, need)).filter(({ answersNeed }) => answersNeed);
  const turn = (match: Match<C>) => turnOf(`${options.day}|${options.seed}|${match.solution.id}`);
  const matches = ordered(useful.filter(({ missing }) => missing.length === 0), turn);
  const near = ordered(useful.filter(({ missing }) => isNear(missing)), turn);
  return {
    matches: spread(matches).slice(0, options.limit),
    nearMisses: near.sort((a, b) => a.missing.length - b.missing.length).slice(0, options.nearLimit),
    total: matches.length,
  };
}

function ordered<C extends Candidate>(matches: Match<C>[], turn: (match: Match<C>) => number): Match<C>[] {
  return matches
    .map((match) => ({ match, turn: turn(match) }))
    .sort((a, b) => b.match.score - a.match.score || a.turn - b.turn || (a.match.solution.id < b.match.solution.id ? -1 : 1))
    .map(({ match }) => match);
}

/** A provider's third and later listings wait until the first ten are full. */
function spread<C extends Candidate>(matches: Match<C>[]): Match<C>[] {
  const first: Match<C>[] = [];
  const later: Match<C>[] = [];
  const taken = new Map<string, number>();
  for (const match of matches) {
    const { providerId } = match.solution;
    const count = taken.get(providerId) ?? 0;
    if (first.length < TOP && count >= PER_PROVIDER) later.push(match);
    else {
      first.push(match);
      taken.set(providerId, count + 1);
    }
  }
  return first.length <= TOP ? [...first, ...later] : [...first.slice(0, TOP), ...merged(later, first.slice(TOP))];
}

/** Both lists are in order already; what waited comes first on equal scores. */
function merged<C extends Candidate>(waited: Match<C>[], rest: Match<C>[]): Match<C>[] {
  return [...waited, ...rest].sort((a, b) => b.score - a.score);
}

/** 32-bit FNV-1a with a final mix: places change well though days differ by one digit. */
function turnOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
