/** The geometry of the olive: a silhouette, mirrored at a vertical axis, whose width at each level is that level's share. */

export type Rung = { level: number; share: number | null; y: number; halfWidth: number };
export type OliveShape = { outline: string; rungs: Rung[]; bands: number[] };

type Size = { centreX: number; top: number; bandHeight: number; maxHalfWidth: number };
type Point = { y: number; x: number };

/** A share that must not be shown is drawn as a sliver, so that the shape says neither none nor how many. */
const SLIVER = 0.012;

/** Shares of what is shown; null where a count is hidden. */
export function sharesOf(counts: readonly (number | null)[]): (number | null)[] {
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return counts.map((count) => (count === null ? null : total === 0 ? 0 : count / total));
}

/** The largest share of all years: one scale for shapes that stand beside each other. */
export function largestShare(years: readonly (readonly (number | null)[])[]): number {
  return Math.max(0.01, ...years.flatMap((counts) => sharesOf(counts).map((share) => share ?? 0)));
}

/** Level 0 is the lowest band. Ends are flat, prolonged by half a band, so that a pyramid keeps its base. */
export function oliveShape(counts: readonly (number | null)[], largest: number, size: Size): OliveShape {
  const last = counts.length - 1;
  const rungs = sharesOf(counts).map((share, level) => ({
    level,
    share,
    y: size.top + (last - level + 0.5) * size.bandHeight,
    halfWidth: ((share === null ? SLIVER : Math.max(share, SLIVER)) / largest) * size.maxHalfWidth,
  }));
  const right = edgeFrom(rungs, size);
  const left = right.map(({ y, x }) => ({ y, x: -x })).reverse();
  const at = ({ y, x }: Point) => `${round(size.centreX + x)} ${round(y)}`;
  const outline = [
    `M${at(right[0] ?? { y: 0, x: 0 })}`,
    ...curve(right, at),
    `L${at(left[0] ?? { y: 0, x: 0 })}`,
    ...curve(left, at),
    "Z",
  ];
  return { outline: outline.join(""), rungs, bands: rungs.slice(1).map((rung) => rung.y + size.bandHeight / 2) };
}

/** Points of the right edge from the bottom up. */
function edgeFrom(rungs: readonly Rung[], { top, bandHeight }: Size): Point[] {
  const widths = rungs.map((rung) => rung.halfWidth);
  const end = (own = 0, next = 0) => Math.min(Math.max(own + (own - next) / 2, own * 0.1), own * 1.2);
  const bottom = { y: top + rungs.length * bandHeight, x: end(widths[0], widths[1]) };
  const upper = { y: top, x: end(widths.at(-1), widths.at(-2)) };
  return [bottom, ...rungs.map(({ y, halfWidth }) => ({ y, x: halfWidth })), upper];
}

/** Cubic pieces through the points without overshoot (Fritsch and Carlson 1980): a width never swings below its neighbours. */
function curve(points: readonly Point[], at: (point: Point) => string): string[] {
  const steps = points.slice(1).map((point, i) => slope(points[i], point));
  const tangents = points.map((_, i) => tangent(steps[i - 1], steps[i]));
  return points.slice(1).map((to, i) => {
    const from = points[i] ?? to;
    const third = (to.y - from.y) / 3;
    const first = { y: from.y + third, x: from.x + third * (tangents[i] ?? 0) };
    const second = { y: to.y - third, x: to.x - third * (tangents[i + 1] ?? 0) };
    return `C${at(first)} ${at(second)} ${at(to)}`;
  });
}

function slope(from: Point | undefined, to: Point): number {
  return from ? (to.x - from.x) / (to.y - from.y) : 0;
}

function tangent(before: number | undefined, after: number | undefined): number {
  if (before === undefined || after === undefined) return before ?? after ?? 0;
  return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
