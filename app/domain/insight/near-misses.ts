/** Why a provider's listings were near misses, counted over enterprises: data for the page. Client-safe. */
import type { SectionKey } from "~/domain/catalogue/solution-sections";
import type { Missing } from "~/domain/matching/missing";

export const missReasons = ["industry", "place", "budget", "days", "level"] as const;
/** `level`: a match all the same, but lower in the list. The others are counted where no listing matches. */
export type MissReason = Missing["code"] | "level";

/** Where in the editor something can be done about it. */
export const sectionToChange = {
  industry: "audience",
  place: "audience",
  budget: "price",
  days: "delivery",
  level: "delivery",
} as const satisfies Record<MissReason, SectionKey>;

export type NamedCount = { code: string; count: number };

export type MissLine = {
  reason: MissReason;
  /** Enterprises for which a listing missed for this; null under five. */
  enterprises: number | null;
  /** Those of them for which nothing else was missing; null under five. */
  onlyThis: number | null;
  /** Industries or parks it happened most with, each with five or more. */
  most: NamedCount[];
  /** How far over the budget half of them were, in per cent; days over the limit. */
  medianOver: number | null;
  /** The listing it happened to most. */
  solutionId: string;
};

export type NearMisses = {
  /** Enterprises where any of the listings is offered; null under five. */
  served: number | null;
  /** Of them, for how many a listing is a match. */
  matched: number | null;
  lines: MissLine[];
};
