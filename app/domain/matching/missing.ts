/** Near misses: what keeps a listing from being a match, as data. */
import { daysToDeploy, entryPriceFen } from "~/domain/catalogue/facts";
import { industryServed, scopeServed, type Candidate } from "./candidate";
import type { Need } from "./need";

export type Missing =
  | { code: "place"; parks: string[]; regions: string[] }
  | { code: "industry"; industries: string[] }
  | { code: "budget"; percentOver: number; priceFen: number }
  | { code: "days"; days: number; daysMax: number };

/** More than this over budget or time is no near miss but another offer. */
const NEAR_PERCENT = 100;
const MANY = 2;

/** What the listing does not fulfil; an unstated price or time is not held against it. */
export function missingFor(solution: Candidate, need: Need): Missing[] {
  const missing: Missing[] = [];
  if (industryServed(solution, need.industryCode) === null) {
    missing.push({ code: "industry", industries: solution.industries });
  }
  if (need.place !== null && scopeServed(solution, need.place) === null) {
    missing.push({ code: "place", parks: solution.parks, regions: solution.regions });
  }
  const priceFen = entryPriceFen(solution);
  if (need.budgetFen !== null && priceFen !== null && priceFen > need.budgetFen) {
    missing.push({ code: "budget", percentOver: percentOver(priceFen, need.budgetFen), priceFen });
  }
  const days = daysToDeploy(solution);
  if (need.daysMax !== null && days !== null && days > need.daysMax) {
    missing.push({ code: "days", days, daysMax: need.daysMax });
  }
  return missing;
}

/** Whether a listing with these gaps is still worth showing: at most two, and money and time at most double. */
export function isNear(missing: readonly Missing[]): boolean {
  return missing.length > 0 && missing.length <= MANY && missing.every(isClose);
}

function isClose(missing: Missing): boolean {
  if (missing.code === "budget") return missing.percentOver <= NEAR_PERCENT;
  if (missing.code === "days") return missing.days <= missing.daysMax * 2;
  return true;
}

/** Rounded up, so that anything over budget says at least 1 %. */
function percentOver(priceFen: number, budgetFen: number): number {
  return Math.ceil(((priceFen - budgetFen) / Math.max(1, budgetFen)) * 100);
}
