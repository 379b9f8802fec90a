/** Size classes of industrial enterprises (工信部联企业〔2011〕300号, industry; in force for statistics as of 2017). */
export const sizeClasses = ["micro", "small", "medium", "large"] as const;
export type SizeClass = (typeof sizeClasses)[number];

type Size = { employees: number | null; revenueWan: number | null };

/** From the largest down; both must be reached. Revenue in 万元. */
const least = [
  ["large", 1_000, 40_000],
  ["medium", 300, 2_000],
  ["small", 20, 300],
] as const;

/** Null when neither figure is known; one figure alone decides when the other is missing. */
export function sizeClassOf({ employees, revenueWan }: Size): SizeClass | null {
  if (employees === null && revenueWan === null) return null;
  const reached = least.find(
    ([, people, revenue]) => (employees ?? Infinity) >= people && (revenueWan ?? Infinity) >= revenue,
  );
  return reached?.[0] ?? "micro";
}
