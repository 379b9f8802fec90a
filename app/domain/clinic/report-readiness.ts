/** What a report still needs before it may be handed in. Pure: the server refuses by it, the editor shows it as a list. */
import { conflictRefusal, type ConflictFinding } from "./conflict";

export const requirements = [
  "assessment_missing",
  "summary_missing",
  "target_missing",
  "finding_missing",
  "recommendation_missing",
  "conflict_not_disclosed",
  "alternatives_missing",
] as const;
export type Requirement = (typeof requirements)[number];

export type WrittenSoFar = {
  isAssessed: boolean;
  summary: string;
  targetLevel: number | null;
  findingIds: readonly string[];
  /** Findings that a recommendation rests on. */
  advisedFindingIds: readonly string[];
  conflict: ConflictFinding;
};

/** Everything that is missing, in the order it is best done; empty when the report may be handed in. */
export function missingIn(written: WrittenSoFar): Requirement[] {
  const { findingIds, advisedFindingIds, conflict } = written;
  const isMissing: Record<Requirement, boolean> = {
    assessment_missing: !written.isAssessed,
    summary_missing: written.summary === "",
    target_missing: written.targetLevel === null,
    finding_missing: findingIds.length === 0,
    recommendation_missing: findingIds.some((id) => !advisedFindingIds.includes(id)),
    conflict_not_disclosed: conflictRefusal(conflict) === "conflict_not_disclosed",
    alternatives_missing: conflict.withoutAlternatives.length > 0,
  };
  return requirements.filter((requirement) => isMissing[requirement]);
}
