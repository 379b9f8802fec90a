/**
 * Priority of a recommendation from two marks, each 1 little – 3 much: what it costs to do (effort) and what it brings
 * (effect). More effect than effort comes first, as much as effort second, less last (decision 0021). Pure; client-safe.
 */
import { matrixSteps, type Priority } from "#db/vocabulary/clinic";

/** The rule; an expert may set another priority by hand. */
export function priorityOf(effort: number, effect: number): Priority {
  if (effect > effort) return "high";
  return effect === effort ? "medium" : "low";
}

export type Marked = { effort: number | null; effect: number | null };
export type MatrixCell<T> = { effort: number; effect: number; priority: Priority; items: T[] };

/** The nine cells, most effect on top and least effort first; what was never marked is in none. */
export function matrixOf<T extends Marked>(items: readonly T[]): MatrixCell<T>[][] {
  return matrixSteps.toReversed().map((effect) =>
    matrixSteps.map((effort) => ({
      effort,
      effect,
      priority: priorityOf(effort, effect),
      items: items.filter((item) => item.effort === effort && item.effect === effect),
    })),
  );
}

/** Set by hand: the stored priority is not the one the rule gives. */
export function isOverridden({ effort, effect, priority }: Marked & { priority: Priority }): boolean {
  return effort !== null && effect !== null && priorityOf(effort, effect) !== priority;
}
