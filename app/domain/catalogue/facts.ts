/** What a listing's price and speed are compared by. */
import type { PriceModel } from "#db/vocabulary/catalogue";

/** The lowest price in fen, 0 for a free one, null when not said. */
export function entryPriceFen(solution: { priceMinFen: number | null; priceModel: PriceModel | null }): number | null {
  return solution.priceMinFen ?? (solution.priceModel === "free" ? 0 : null);
}

/** Median days of accepted projects, which outranks what the provider declares; null when neither is known. */
export function daysToDeploy(solution: { medianDays: number | null; deployDays: number | null }): number | null {
  return solution.medianDays ?? solution.deployDays;
}
