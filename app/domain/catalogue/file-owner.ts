import type { QualificationCriterion } from "#db/vocabulary/catalogue";

/** What a file of the catalogue belongs to. */
export type FileOwner =
  | { kind: "logo" }
  | { kind: "solution"; solutionId: string }
  | { kind: "qualification"; criterion: QualificationCriterion };
