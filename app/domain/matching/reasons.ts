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
  | (Part<"speed"> & { days: number | null; daysMax: number | null; isMeasured: boolean })
  | (Part<"locality"> & { scope: LocalityScope })
  | (Part<"quality"> & { projects: number });

const SHOWN = 3;

/**
 * The reasons worth saying, strongest first, at most three. A part that rests on nothing known, or that is itself what is
 * missing, is never said.
 */
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
      return isGoodPrice(reason);
    case "speed":
      return reason.days !== null && (reason.daysMax === null ? reason.value >= 0.5 : reason.days <= reason.daysMax);
    case "locality":
      return reason.scope !== "unknown" && reason.scope !== "everywhere";
    case "quality":
      return reason.projects > 0;
  }
}

function isGoodPrice({ priceFen, budgetFen, value }: Extract<Reason, { code: "price" }>): boolean {
  if (priceFen === null) return false;
  return budgetFen === null ? value >= 0.5 : priceFen <= budgetFen;
}
