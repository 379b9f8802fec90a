/** Where one result stands among others: shares and quartiles. Pure. */

export type Part = "total" | "foundation" | "management" | "effect" | "scenarios" | "level";
export const parts: readonly Part[] = ["total", "foundation", "management", "effect", "scenarios", "level"];

export type Figures = Record<Part, number>;

export type PartStanding = {
  part: Part;
  own: number;
  /** Share of the others that lie below, whole per cent; equals count as neither below nor above. */
  below: number;
  above: number;
  lower: number;
  median: number;
  upper: number;
};

/** Fewer others than this could be recognised: nothing is shown of them. */
export const LEAST_OTHERS = 5;

/** The standing by every part; null when there are too few others. */
export function standingAmong(own: Figures, others: readonly Figures[]): PartStanding[] | null {
  if (others.length < LEAST_OTHERS) return null;
  return parts.map((part) => {
    const values = others.map((one) => one[part]).toSorted((a, b) => a - b);
    const share = (count: number) => Math.floor((count / values.length) * 100);
    return {
      part,
      own: own[part],
      below: share(values.filter((value) => value < own[part]).length),
      above: share(values.filter((value) => value > own[part]).length),
      lower: quantile(values, 0.25),
      median: quantile(values, 0.5),
      upper: quantile(values, 0.75),
    };
  });
}

/** Between the two nearest values, two decimals; `values` in rising order and not empty. */
export function quantile(values: readonly number[], at: number): number {
  const place = (values.length - 1) * at;
  const [low, high] = [values[Math.floor(place)] ?? 0, values[Math.ceil(place)] ?? 0];
  return Math.round((low + (high - low) * (place % 1)) * 100) / 100;
}
