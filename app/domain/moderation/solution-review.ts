/** What a moderator compares a version with, and how the points of the last review stand. Pure. */
import type { VersionStatus } from "#db/vocabulary/catalogue";
import type { SolutionContent, SolutionField } from "~/domain/catalogue/solution-sections";
import { undoneFields } from "~/domain/catalogue/undone-fields";
import { differingFields, versionDifference, type FieldDifference } from "~/domain/catalogue/version-difference";

type Version = SolutionContent & {
  id: string;
  number: number;
  status: VersionStatus;
  createdAt: number;
  decidedAt: number | null;
};

export type Compared<V> = { with: "returned" | "live" | "judged"; version: V; differences: FieldDifference[] };

export type Comparison<V> = {
  /** What changed since the version to be judged was last returned, else since what readers see; null: nothing came before. */
  first: Compared<V> | null;
  /** What readers would see change, when that is not said first. */
  whole: Compared<V> | null;
  /** What an import changed for readers meanwhile and this version would undo. */
  undone: SolutionField[];
};

/** How `seen` is shown among all versions that were ever handed in. */
export function comparisonOf<V extends Version>(seen: V, liveId: string | null, all: readonly V[]): Comparison<V> {
  const live = all.find(({ id }) => id === liveId) ?? null;
  const judged = all
    .filter(({ id, number, decidedAt }) => id !== seen.id && number < seen.number && decidedAt !== null)
    .sort((a, b) => b.number - a.number)[0];
  const isReturned = judged?.status === "changes_requested";
  const compared = (kind: Compared<V>["with"], version: V): Compared<V> => ({
    with: kind,
    version,
    differences: versionDifference(version, seen),
  });
  const toLive = live && live.id !== seen.id ? compared("live", live) : null;
  if (seen.id === liveId) return { first: null, whole: null, undone: [] };
  return {
    first:
      judged && isReturned ? compared("returned", judged) : (toLive ?? (judged ? compared("judged", judged) : null)),
    whole: isReturned ? toLive : null,
    undone: undoneFields(seen, liveId, all),
  };
}

/** A point is answered when its field is no longer as it was in the version it speaks of. */
export function isAnswered(field: SolutionField, then: SolutionContent, now: SolutionContent): boolean {
  return differingFields(then, now).includes(field);
}
