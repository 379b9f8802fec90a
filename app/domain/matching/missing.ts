/** What a listing does not fulfil, as data; and whether it is a match all the same, a near miss, or neither. */
import { daysToDeploy, entryPriceFen } from "~/domain/catalogue/facts";
import { industryServed, scopeServed, type Candidate } from "./candidate";
import type { Need } from "./need";
import { reachOf, type Reach } from "./parts";
import { matchingWeights, type Weights } from "./weights";

export type Missing =
  | { code: "place"; parks: readonly string[]; regions: readonly string[] }
  | { code: "industry"; industries: readonly string[] }
  | { code: "budget"; percentOver: number; priceFen: number; budgetFen: number }
  | { code: "days"; days: number; daysMax: number };

/** What the listing does not fulfil; an unstated price or time is not held against it. */
export function missingFor(solution: Candidate, need: Need): Missing[] {
  const missing: Missing[] = [];
  if (industryServed(solution, need.industryCode) === null) {
    missing.push({ code: "industry", industries: solution.industries });
  }
  if (need.place !== null && scopeServed(solution, need.place) === null) {
    missing.push({ code: "place", parks: solution.parks, regions: solution.regions });
  }
  const { budgetFen, daysMax } = need;
  const priceFen = entryPriceFen(solution);
  if (budgetFen !== null && priceFen !== null && priceFen > budgetFen) {
    missing.push({ code: "budget", percentOver: percentOver(priceFen, budgetFen), priceFen, budgetFen });
  }
  const days = daysToDeploy(solution);
  if (daysMax !== null && days !== null && days > daysMax) missing.push({ code: "days", days, daysMax });
  return missing;
}

/** Money and time are soft limits: what stays within their bound lowers the score and is said, and is a match. */
export function isMatch(missing: readonly Missing[], weights: Weights = matchingWeights): boolean {
  return missing.every((each) => reachOfMissing(each, weights) === "over");
}

/** Whether a listing that is no match is worth showing with what is missing: few things, and none of them far away. */
export function isNear(missing: readonly Missing[], weights: Weights = matchingWeights): boolean {
  if (missing.length > weights.limits.missing || isMatch(missing, weights)) return false;
  return missing.every((each) => reachOfMissing(each, weights) !== "far");
}

function reachOfMissing(missing: Missing, weights: Weights): Reach {
  if (missing.code === "budget") return reachOf(missing.priceFen, missing.budgetFen, weights);
  if (missing.code === "days") return reachOf(missing.days, missing.daysMax, weights);
  return "near";
}

/** Rounded up, so that anything over budget says at least 1 %. */
function percentOver(priceFen: number, budgetFen: number): number {
  return Math.ceil(((priceFen - budgetFen) / Math.max(1, budgetFen)) * 100);
}
