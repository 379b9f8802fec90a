/**
 * Who gains by a new listing, without ranking the catalogue again for everyone. What leads for each enterprise is kept; a new
 * listing is scored once per enterprise and held against it. The answer is the same as ranking everything again: tests say so.
 */
import { prepared } from "./asked";
import type { Candidate } from "./candidate";
import { matchColumns } from "./columns";
import type { Need } from "./need";
import { firstMatches, shareOf, turnOfListing } from "./order";
import { bestFew } from "./rank";
import { judgeAt, NOT_FOR_IT, scoreAll } from "./scoring";
import { matchingWeights } from "./weights";

export type Seeker = { id: string; need: Need };

type Standing = { id: string; providerId: string; score: number; turn: number };

/**
 * The first few of one enterprise, best first; null while their order may still change by more than one newcomer: with fewer
 * than ten matches, or few providers, the share of each provider is not settled.
 */
type Leading = Standing[] | null;

export type Thresholds = {
  /** YYYY-MM-DD: turns among equals are of one day. */
  day: string;
  /** The listings they were made from. */
  members: ReadonlySet<Candidate>;
  seekers: readonly Seeker[];
  /** As many as there are seekers, in their order. */
  leading: Leading[];
};

const { telling, order } = matchingWeights;

/** Ranks the whole catalogue for everyone once. */
export function thresholdsOf(catalogue: readonly Candidate[], seekers: readonly Seeker[], day: string): Thresholds {
  return {
    day,
    members: new Set(catalogue),
    seekers,
    leading: seekers.map((seeker) => leadingOf(catalogue, seeker, day)),
  };
}

/**
 * Ids of those for whom the listing is now among the first three with at least 75 points. `thresholds` are of the catalogue
 * without it, `catalogue` is with it.
 */
export function gainsOf(thresholds: Thresholds, solution: Candidate, catalogue: readonly Candidate[]): string[] {
  const { seekers, leading, day } = thresholds;
  return scoresOf(solution, seekers).flatMap(({ at, score }) => {
    const seeker = seekers[at];
    if (!seeker || score < telling.score) return [];
    const ahead = leading[at];
    const enters = ahead
      ? isAmong(ahead, standingOf(solution, score, seeker, day))
      : bestFew(catalogue, seeker.need, { limit: telling.place, day, seed: seeker.id }).some(
          ({ place }) => catalogue[place] === solution,
        );
    return enters ? [seeker.id] : [];
  });
}

/**
 * The thresholds of another catalogue from those of this one: newcomers are merged in, and whoever had a match that is gone is
 * ranked again. Listings are told apart by identity, so a changed one is gone and new.
 */
export function followed(before: Thresholds, catalogue: readonly Candidate[]): Thresholds {
  const { seekers, day, members } = before;
  const now = new Set(catalogue);
  const gone = [...members].filter((each) => !now.has(each));
  const added = catalogue.filter((each) => !members.has(each));
  if (gone.length + added.length > catalogue.length / 4) return thresholdsOf(catalogue, seekers, day);
  const leading = [...before.leading];
  for (const newcomer of added) {
    for (const { at, score } of scoresOf(newcomer, seekers)) {
      const [ahead, seeker] = [leading[at], seekers[at]];
      if (ahead && seeker) leading[at] = merged(ahead, standingOf(newcomer, score, seeker, day));
    }
  }
  const unsettled = new Set(leading.flatMap((each, at) => (each === null ? [at] : [])));
  for (const each of gone) for (const { at } of scoresOf(each, seekers)) unsettled.add(at);
  for (const at of unsettled) {
    const seeker = seekers[at];
    if (seeker) leading[at] = leadingOf(catalogue, seeker, day);
  }
  return { day, members: now, seekers, leading };
}

function leadingOf(catalogue: readonly Candidate[], { id: seed, need }: Seeker, day: string): Leading {
  const columns = matchColumns(catalogue);
  const { matches } = scoreAll(columns, need, { nearLimit: 0 });
  if (matches.places.length < order.first || shareOf(columns, matches) > order.perProvider) return null;
  const asked = prepared(columns, need);
  return firstMatches(columns, matches, { day, seed }, telling.place).flatMap((place) =>
    catalogue
      .slice(place, place + 1)
      .map((solution) => standingOf(solution, judgeAt(columns, asked, place, 0), { id: seed, need }, day)),
  );
}

/** The seekers for whom one listing is a match, with its score. */
function scoresOf(solution: Candidate, seekers: readonly Seeker[]): { at: number; score: number }[] {
  const columns = matchColumns([solution]);
  const found: { at: number; score: number }[] = [];
  for (let at = 0; at < seekers.length; at++) {
    const need = seekers[at]?.need;
    const score = need ? judgeAt(columns, prepared(columns, need), 0, 0) : NOT_FOR_IT;
    if (score !== NOT_FOR_IT) found.push({ at, score });
  }
  return found;
}

function standingOf({ id, providerId }: Candidate, score: number, seeker: Seeker, day: string): Standing {
  return { id, providerId, score, turn: turnOfListing({ day, seed: seeker.id }, id) };
}

function isAmong(leading: readonly Standing[], newcomer: Standing): boolean {
  return merged(leading, newcomer).includes(newcomer);
}

/** The newcomer at its place, within its provider's share, and no more than are told. */
function merged(leading: readonly Standing[], newcomer: Standing): Standing[] {
  const taken = new Map<string, number>();
  return [...leading, newcomer]
    .sort((a, b) => b.score - a.score || a.turn - b.turn || (a.id < b.id ? -1 : 1))
    .filter(({ providerId }) => {
      const count = taken.get(providerId) ?? 0;
      taken.set(providerId, count + 1);
      return count < order.perProvider;
    })
    .slice(0, telling.place);
}
