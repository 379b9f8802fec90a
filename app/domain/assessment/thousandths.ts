/** Points are counted in thousandths: the scheme gives 1.875, and 0.1 + 0.2 must be 0.3. */

export function inThousandths(points: number): number {
  return Math.round(points * 1000);
}

/** Back to points, rounded half up to two decimals, as they are shown and stored. */
export function toPoints(thousandths: number): number {
  return Math.round(thousandths / 10) / 100;
}
