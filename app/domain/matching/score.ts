/**
 * Scores one listing for one need. Filters first (industry, place, budget, days), then six parts in whole points whose sum
 * is the score of 100. Nothing depends on other listings, so publishing one never changes another's score (search.md 8.1).
 */
import { daysToDeploy, entryPriceFen } from "~/domain/catalogue/facts";
import type { PublishedSolution } from "~/domain/catalogue/published.server";
import { industryServed, scopeServed, type Candidate } from "./candidate";
import { missingFor, type Missing } from "./missing";
import type { Need } from "./need";
import type { Reason } from "./reasons";
import { matchingWeights, type LocalityScope, type PartCode, type Weights } from "./weights";

export type Match<C extends Candidate = PublishedSolution> = {
  solution: C;
  /** Whole points of 100: the sum of the reasons' points. */
  score: number;
  /** One per part, in the order of the weights. */
  reasons: Reason[];
  /** What keeps it from being a match; empty for a match. */
  missing: Missing[];
};

/** Judges one listing: its parts, their sum, and what is missing. Pure. */
export function judge<C extends Candidate>(
  solution: C,
  need: Need,
  missing = missingFor(solution, need),
  weights: Weights = matchingWeights,
): Match<C> {
  const reasons = [
    fitOf(solution, need, weights),
    industryOf(solution, need, weights),
    priceReason(solution, need, weights),
    speedReason(solution, need, weights),
    localityOf(solution, need, weights),
    qualityOf(solution, weights),
  ];
  return {
    solution,
    score: reasons.reduce((sum, reason) => sum + reason.points, 0),
    reasons,
    missing,
  };
}

/** Whole points of a part and the value in [0, 1] they stand for. */
function part<C extends PartCode>(code: C, value: number, weights: Weights) {
  const of = weights.points[code];
  const points = Math.round(of * Math.min(1, Math.max(0, value)));
  return { code, points, of, weight: of / 100, value: points / of };
}

function fitOf(solution: Candidate, need: Need, weights: Weights) {
  const { furtherScenario, best, levelDistance, unknown } = weights.fit;
  const outside = distanceToLevels(solution, need.level);
  const kept = levelDistance[Math.min(outside, 2)] ?? 0;
  const answered = solution.scenarios.map((key, index) => {
    const strength = index === 0 ? 1 : furtherScenario;
    return { key, strength, gain: (need.gaps[key] ?? 0) * strength };
  });
  const top = answered.reduce<(typeof answered)[number] | null>((a, b) => (b.gain > (a?.gain ?? 0) ? b : a), null);
  const strengths = answered.reduce((sum, { strength }) => sum + strength, 0);
  const mean = strengths > 0 ? answered.reduce((sum, { gain }) => sum + gain, 0) / strengths : 0;
  const isKnown = Object.keys(need.gaps).length > 0;
  const value = isKnown ? best * (top?.gain ?? 0) + (1 - best) * mean : unknown;
  const others = answered.filter(({ key, gain }) => gain > 0 && key !== top?.key).map(({ key }) => key);
  return { ...part("fit", value * kept, weights), scenario: top?.key ?? null, others, levelsOutside: outside };
}

function distanceToLevels({ levelFrom, levelTo }: Candidate, level: number | null): number {
  if (level === null) return 0;
  return Math.max(0, (levelFrom ?? 0) - level, level - (levelTo ?? 4));
}

function industryOf(solution: Candidate, { industryCode }: Need, weights: Weights) {
  const served = industryServed(solution, industryCode);
  const value = served === null ? 0 : served === "general" ? weights.generalIndustry : 1;
  return { ...part("industry", value, weights), industry: served === "general" ? null : served };
}

function priceReason(solution: Candidate, { budgetFen }: Need, weights: Weights) {
  const priceFen = entryPriceFen(solution);
  return { ...part("price", priceValue(priceFen, budgetFen, weights), weights), priceFen, budgetFen };
}

function priceValue(priceFen: number | null, budgetFen: number | null, { price }: Weights): number {
  if (priceFen === null) return price.unknown;
  if (budgetFen === null) return Math.exp(-priceFen / price.scaleFen);
  return priceFen <= budgetFen ? 1 : 2 - priceFen / Math.max(1, budgetFen);
}

/** Days measured on accepted projects outrank what the provider declares. */
function speedReason(solution: Candidate, { daysMax }: Need, weights: Weights) {
  const { scaleDays, urgencyAsked, urgencyDefault } = weights.speed;
  const days = daysToDeploy(solution);
  const urgency = daysMax === null ? urgencyDefault : urgencyAsked;
  const value = 1 - urgency * (1 - Math.exp(-(days ?? scaleDays) / scaleDays));
  return { ...part("speed", value, weights), days, daysMax, isMeasured: solution.medianDays !== null };
}

function localityOf(solution: Candidate, { place }: Need, weights: Weights) {
  const scope: LocalityScope = place === null ? "unknown" : (scopeServed(solution, place) ?? "unknown");
  const isServed = place === null || scope !== "unknown";
  return { ...part("locality", isServed ? weights.locality[scope] : 0, weights), scope };
}

function qualityOf({ acceptedProjects, quality }: Candidate, weights: Weights) {
  const { anyProject, projects, manyProjects, listing } = weights.quality;
  const proven = acceptedProjects > 0 ? anyProject : 0;
  const value = proven + projects * Math.min(1, acceptedProjects / manyProjects) + listing * Math.min(1, quality);
  return { ...part("quality", value, weights), projects: acceptedProjects };
}
