/** Whether a price lies far from those of its segment: live listings with the same main scenario and price model. Client-safe. */

/** With fewer prices nothing is said. */
export const FEWEST_PRICES = 8;
/** Below the lower quartile divided by this, or above the upper one times this, a price is far. A product default. */
export const FAR_FACTOR = 3;

/** Bounds are said in whole yuan. */
const YUAN = 100;

export type Segment = { count: number; lowerFen: number; medianFen: number; upperFen: number };
export type FarPrice = Segment & { priceFen: number; fromFen: number; toFen: number };

/** Median and quartiles of prices in fen; null when there are too few. */
export function segmentOf(prices: readonly number[]): Segment | null {
  if (prices.length < FEWEST_PRICES) return null;
  const sorted = [...prices].sort((a, b) => a - b);
  const at = (share: number) => quantile(sorted, share);
  return { count: sorted.length, lowerFen: at(0.25), medianFen: at(0.5), upperFen: at(0.75) };
}

/** The price with its segment when it is far from it, else null. */
export function farPrice(priceFen: number, segment: Segment): FarPrice | null {
  const fromFen = Math.round(segment.lowerFen / FAR_FACTOR / YUAN) * YUAN;
  const toFen = segment.upperFen * FAR_FACTOR;
  return priceFen < fromFen || priceFen > toFen ? { ...segment, priceFen, fromFen, toFen } : null;
}

/** Linear between the two nearest, as spreadsheets count quartiles. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return Math.round(low + (high - low) * (place - Math.floor(place)));
}
