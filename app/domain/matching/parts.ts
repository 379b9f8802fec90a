/**
 * The arithmetic of a score, part by part, in numbers only: what judges one listing in words (score.ts) and what ranks a whole
 * catalogue in columns (columns.ts) both count here, so that they cannot differ by a bit.
 */
import { matchingWeights, type PartCode, type Weights } from "./weights";

/**
 * Whole points of a part for a value in [0, 1]. The product is rounded to 1e-9 first: the last bit of an exponential may
 * differ between machines and must not decide which way a half is rounded.
 */
export function wholePoints(code: PartCode, value: number, { points }: Weights = matchingWeights): number {
  return Math.round(Math.round(points[code] * Math.min(1, Math.max(0, value)) * 1e9) / 1e9);
}

/** How strongly a listing acts on its scenario at this place of its list. */
export function strengthAt(index: number, { fit }: Weights = matchingWeights): number {
  return index === 0 ? 1 : fit.furtherScenario;
}

/**
 * Best answered scenario (`top`: the largest gap × strength) and mean over the listing's scenarios (`sum` over `strengths`), so
 * that tagging everything does not pay.
 */
export function fitValue(
  top: number,
  sum: number,
  strengths: number,
  kept: number,
  { fit }: Weights = matchingWeights,
): number {
  const mean = strengths > 0 ? sum / strengths : 0;
  return (fit.best * top + (1 - fit.best) * mean) * kept;
}

/** The share of fit that is kept this many levels away from those a listing is made for. */
export function keptAt(levelsOutside: number, { fit }: Weights = matchingWeights): number {
  const [inside, one, more] = fit.levelDistance;
  return levelsOutside === 0 ? inside : levelsOutside === 1 ? one : more;
}

/** 1 within the budget, then falling evenly to 0 at the limit of a match; without a budget, cheaper is better. */
export function priceValue(priceFen: number | null, budgetFen: number | null, weights: Weights = matchingWeights) {
  if (priceFen === null) return weights.price.unknown;
  if (budgetFen === null) return Math.exp(-priceFen / weights.price.scaleFen);
  return leftWithin(priceFen, budgetFen, weights);
}

/** Sooner is better, the more so when a limit is asked for; past it the value falls to 0 at the limit of a match. */
export function speedValue(days: number | null, daysMax: number | null, weights: Weights = matchingWeights): number {
  const { scaleDays, urgencyAsked, urgencyDefault } = weights.speed;
  const urgency = daysMax === null ? urgencyDefault : urgencyAsked;
  const value = 1 - urgency * (1 - Math.exp(-(days ?? scaleDays) / scaleDays));
  return days === null || daysMax === null ? value : value * leftWithin(days, daysMax, weights);
}

/** Accepted projects first, then what the catalogue knows of the listing. */
export function qualityValue(acceptedProjects: number, quality: number, weights: Weights = matchingWeights): number {
  const { anyProject, projects, manyProjects, listing } = weights.quality;
  const proven = acceptedProjects > 0 ? anyProject : 0;
  return proven + projects * Math.min(1, acceptedProjects / manyProjects) + listing * Math.min(1, quality);
}

export type Reach = "within" | "over" | "near" | "far";

/** Where an amount stands against a limit: within it, over it but still a match, a near miss, or another offer. */
export function reachOf(amount: number, limit: number, { limits }: Weights = matchingWeights): Reach {
  if (amount <= limit) return "within";
  if (amount <= limit * limits.match) return "over";
  return amount <= limit * limits.near ? "near" : "far";
}

function leftWithin(amount: number, limit: number, { limits }: Weights): number {
  if (amount <= limit) return 1;
  return Math.max(0, limits.match - amount / Math.max(1, limit)) / (limits.match - 1);
}
