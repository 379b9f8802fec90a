/** Why a provider's listings miss enterprises narrowly, over all enterprises of the places they are offered in. */
import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Reader } from "#db/store.server";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { prepared } from "~/domain/matching/asked";
import { matchColumns } from "~/domain/matching/columns";
import { missingFor, type Missing } from "~/domain/matching/missing";
import type { Need } from "~/domain/matching/need";
import type { EnterpriseNeed } from "~/domain/matching/needs.server";
import { reachOf } from "~/domain/matching/parts";
import { judgeAt, NOT_FOR_IT } from "~/domain/matching/scoring";
import { matchingWeights } from "~/domain/matching/weights";
import { medianOf } from "~/domain/projects/median";
import { servesPlace } from "~/domain/scenarios/places";
import { shown } from "./figures";
import { keptNeeds } from "./needs-kept.server";
import { missReasons, type MissLine, type MissReason, type NearMisses } from "./near-misses";

const MOST_NAMED = 3;
const NEEDS_IN_A_ROW = 500;
const DIVISION_CHARACTERS = 3;
/** Above all scores of a match: what a near miss lacks is counted on top (scoring.ts). */
const HIGHEST_MATCH = 100;

type Kept = { needs: readonly EnterpriseNeed[]; listings: readonly PublishedSolution[]; misses: Promise<NearMisses> };
const keptByDatabase = new WeakMap<object, LRUCache<string, Kept>>();

/**
 * Counted over every enterprise that one of the listings reaches, with the filters and limits of matching itself. Of one
 * listing or all live ones of the member's provider; null when it has none or not this one. Kept in memory until a listing of
 * its own or the needs of enterprises changed.
 */
export async function nearMissesOf(
  db: Reader,
  member: ProviderMember,
  { solutionId, now }: { solutionId: string | null; now: number },
): Promise<NearMisses | null> {
  const { solutions } = await publishedCatalogue(db);
  const own = solutions.filter(({ providerId }) => providerId === member.organisationId);
  const listings = solutionId === null ? own : own.filter(({ id }) => id === solutionId);
  if (listings.length === 0) return null;
  const needs = await keptNeeds(db, now);
  const known = keptByDatabase.get(db) ?? new LRUCache<string, Kept>({ max: 500 });
  keptByDatabase.set(db, known);
  const key = `${member.organisationId} ${solutionId ?? ""}`;
  const before = known.get(key);
  const isSame = (one: PublishedSolution, at: number) => one === before?.listings[at];
  if (before?.needs === needs && before.listings.length === listings.length && listings.every(isSame)) {
    return before.misses;
  }
  const kept = { needs, listings, misses: countMisses(listings, own, needs) };
  known.set(key, kept);
  kept.misses.catch(() => known.get(key) === kept && known.delete(key));
  return kept.misses;
}

type Tally = {
  enterprises: number;
  onlyThis: number;
  of: Map<string, number>;
  over: number[];
  bySolution: Map<string, number>;
};

/**
 * Counts enterprises that none of these listings matches, by what a near miss lacks; and those for which every match is made for
 * other levels. `own`: where these are offered is where enterprises are counted. Others are answered meanwhile.
 */
async function countMisses(
  listings: readonly PublishedSolution[],
  own: readonly PublishedSolution[],
  needs: readonly EnterpriseNeed[],
): Promise<NearMisses> {
  const columns = matchColumns(listings);
  const tallies = new Map<MissReason, Tally>();
  let [served, matched] = [0, 0];
  for (const [at, { need }] of needs.entries()) {
    if (at % NEEDS_IN_A_ROW === 0) await setImmediate();
    const { place } = need;
    if (place === null || !own.some((each) => servesPlace(each, place))) continue;
    served += 1;
    const asked = prepared(columns, need);
    const missedBy = new Map<MissReason, { only: boolean; over: number | null; solutionIds: string[] }>();
    const near: PublishedSolution[] = [];
    const matches: PublishedSolution[] = [];
    listings.forEach((listing, at) => {
      const judged = judgeAt(columns, asked, at, matchingWeights.limits.missing);
      if (judged !== NOT_FOR_IT) (judged > HIGHEST_MATCH ? near : matches).push(listing);
    });
    if (matches.length > 0) {
      matched += 1;
      const outside = matches.filter((listing) => isOutsideLevels(listing, need));
      if (outside.length === matches.length) for (const { id } of outside) note("level", true, null, id);
    } else {
      for (const listing of near) {
        const missing = missingFor(listing, need).filter(keepsOut);
        for (const each of missing) note(each.code, missing.length === 1, overOf(each), listing.id);
      }
    }
    for (const [reason, found] of missedBy) add(tallyOf(tallies, reason), reason, need, found);

    function note(reason: MissReason, only: boolean, over: number | null, id: string): void {
      const known = missedBy.get(reason);
      missedBy.set(reason, {
        only: only || (known?.only ?? false),
        over: over === null || known?.over === undefined || known.over === null ? over : Math.min(over, known.over),
        solutionIds: [...(known?.solutionIds ?? []), id],
      });
    }
  }
  const lines = missReasons.flatMap((reason) => lineOf(reason, tallies.get(reason)));
  return { served: shown(served), matched: shown(matched), lines };
}

function tallyOf(tallies: Map<MissReason, Tally>, reason: MissReason): Tally {
  const known = tallies.get(reason);
  if (known) return known;
  const made: Tally = { enterprises: 0, onlyThis: 0, of: new Map(), over: [], bySolution: new Map() };
  tallies.set(reason, made);
  return made;
}

type Missed = { only: boolean; over: number | null; solutionIds: readonly string[] };

function add(tally: Tally, reason: MissReason, need: Need, { only, over, solutionIds }: Missed): void {
  tally.enterprises += 1;
  if (only) tally.onlyThis += 1;
  const of = aboutOf(reason, need);
  if (of !== null) increase(tally.of, of);
  if (over !== null) tally.over.push(over);
  for (const id of solutionIds) increase(tally.bySolution, id);
}

/** What to name beside the reason: whose industry or park was not served, or at which level it stands. */
function aboutOf(reason: MissReason, { industryCode, place, level }: Need): string | null {
  if (reason === "industry") return industryCode?.slice(0, DIVISION_CHARACTERS) ?? null;
  if (reason === "place") return place?.parkSlug ?? null;
  return reason === "level" && level !== null ? String(level) : null;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Money and time a little over the limit lower the score and keep nothing out. */
function keepsOut(missing: Missing): boolean {
  if (missing.code === "budget") return reachOf(missing.priceFen, missing.budgetFen) === "near";
  return missing.code !== "days" || reachOf(missing.days, missing.daysMax) === "near";
}

function overOf(missing: Missing): number | null {
  if (missing.code === "budget") return missing.percentOver;
  return missing.code === "days" ? missing.days - missing.daysMax : null;
}

function isOutsideLevels({ levelFrom, levelTo }: PublishedSolution, { level }: Need): boolean {
  return level !== null && (level < (levelFrom ?? 0) || level > (levelTo ?? 4));
}

function lineOf(reason: MissReason, tally: Tally | undefined): MissLine[] {
  const solutionId = tally ? mostFirst(tally.bySolution)[0]?.code : undefined;
  if (!tally || solutionId === undefined) return [];
  return [
    {
      reason,
      enterprises: shown(tally.enterprises),
      onlyThis: shown(tally.onlyThis),
      most: mostFirst(tally.of)
        .filter(({ count }) => shown(count) !== null)
        .slice(0, MOST_NAMED),
      medianOver: shown(tally.over.length) === null ? null : medianOf(tally.over),
      solutionId,
    },
  ];
}

function mostFirst(counts: ReadonlyMap<string, number>) {
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
