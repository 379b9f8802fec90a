/**
 * Judges one listing for one need: six parts in whole points whose sum is the score of 100, each with its reason, and what is
 * missing. Nothing depends on other listings, so publishing one never changes another's score (decision 0013).
 */
import { daysToDeploy, entryPriceFen } from "~/domain/catalogue/facts";
import type { PublishedSolution } from "~/domain/catalogue/published.server";
import { industryServed, scopeServed, type Candidate } from "./candidate";
import { missingFor, type Missing } from "./missing";
import type { Need } from "./need";
import { fitValue, keptAt, priceValue, qualityValue, speedValue, strengthAt, wholePoints } from "./parts";
import type { Reason } from "./reasons";
import { matchingWeights, type LocalityScope, type PartCode, type Weights } from "./weights";

export type Match<C extends Candidate = PublishedSolution> = {
  solution: C;
  /** Whole points of 100: the sum of the reasons' points. */
  score: number;
  /** One per part, in the order of the weights. */
  reasons: Reason[];
  /** What it does not fulfil. A match may be over budget or slower than asked within a bound; nothing else may be missing. */
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
  return { solution, score: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons, missing };
}

/** Whole points of a part and the value in [0, 1] they stand for. */
function part<C extends PartCode>(code: C, value: number, weights: Weights) {
  const of = weights.points[code];
  const points = wholePoints(code, value, weights);
  return { code, points, of, weight: of / 100, value: points / of };
}

function fitOf(solution: Candidate, need: Need, weights: Weights) {
  const levelsOutside = distanceToLevels(solution, need.level);
  const kept = keptAt(levelsOutside, weights);
  const answered = solution.scenarios.map((key, index) => {
    const strength = strengthAt(index, weights);
    return { key, strength, gain: (need.gaps[key] ?? 0) * strength };
  });
  const best = answered.reduce<(typeof answered)[number] | null>((a, b) => (b.gain > (a?.gain ?? 0) ? b : a), null);
  const sum = answered.reduce((total, { gain }) => total + gain, 0);
  const strengths = answered.reduce((total, { strength }) => total + strength, 0);
  const isKnown = Object.keys(need.gaps).length > 0;
  const value = isKnown ? fitValue(best?.gain ?? 0, sum, strengths, kept, weights) : weights.fit.unknown * kept;
  const others = answered.filter(({ key, gain }) => gain > 0 && key !== best?.key).map(({ key }) => key);
  return { ...part("fit", value, weights), scenario: best?.key ?? null, others, levelsOutside };
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

/** Days measured on accepted projects outrank what the provider declares. */
function speedReason(solution: Candidate, { daysMax }: Need, weights: Weights) {
  const days = daysToDeploy(solution);
  const isMeasured = solution.medianDays !== null;
  return { ...part("speed", speedValue(days, daysMax, weights), weights), days, daysMax, isMeasured };
}

function localityOf(solution: Candidate, { place }: Need, weights: Weights) {
  const scope: LocalityScope = place === null ? "unknown" : (scopeServed(solution, place) ?? "unknown");
  const isServed = place === null || scope !== "unknown";
  return { ...part("locality", isServed ? weights.locality[scope] : 0, weights), scope };
}

function qualityOf({ acceptedProjects, quality }: Candidate, weights: Weights) {
  return {
    ...part("quality", qualityValue(acceptedProjects, quality, weights), weights),
    projects: acceptedProjects,
  };
}
