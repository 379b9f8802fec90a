/** Reasons of a match as data; the sentences are made where they are shown. */
import type { LocalityScope, PartCode } from "./weights";

type Part<C extends PartCode> = {
  code: C;
  /** Whole points reached and points possible; `weight` × `value` × 100 = `points`. */
  points: number;
  of: number;
  weight: number;
  value: number;
};

export type Reason =
  | (Part<"fit"> & { scenario: string | null; others: string[]; levelsOutside: number })
  | (Part<"industry"> & { industry: string | null })
  | (Part<"price"> & { priceFen: number | null; budgetFen: number | null })
  | (Part<"speed"> & { days: number | null; isMeasured: boolean })
  | (Part<"locality"> & { scope: LocalityScope })
  | (Part<"quality"> & { projects: number });

const SHOWN = 3;

/** The reasons worth saying, strongest first, at most three. A part that rests on nothing known is never said. */
export function toldReasons(reasons: readonly Reason[]): Reason[] {
  return reasons
    .filter(isWorthSaying)
    .sort((a, b) => b.points - a.points)
    .slice(0, SHOWN);
}

function isWorthSaying(reason: Reason): boolean {
  switch (reason.code) {
    case "fit":
      return reason.scenario !== null;
    case "industry":
      return reason.industry !== null;
    case "price":
      return reason.priceFen !== null && (reason.budgetFen !== null || reason.value >= 0.5);
    case "speed":
      return reason.days !== null && reason.value >= 0.5;
    case "locality":
      return reason.scope !== "unknown" && reason.scope !== "everywhere";
    case "quality":
      return reason.projects > 0;
  }
}
