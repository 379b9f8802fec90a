/**
 * A version is begun from what readers see then. When an import changes the live version meanwhile, approving the version
 * would silently undo that: these are the fields it would undo.
 */
import { differingFields } from "./version-difference";
import type { SolutionContent, SolutionField } from "./solution-sections";

type Begun = SolutionContent & { number: number; createdAt: number };
type Approved = Begun & { id: string; decidedAt: number | null; status: string };

/** The fields of `version` that would undo what the live version changed after it was begun; empty when it was begun from it. */
export function undoneFields(version: Begun, liveId: string | null, all: readonly Approved[]): SolutionField[] {
  const live = all.find(({ id }) => id === liveId);
  if (!live || !isLater(live, version)) return [];
  const base = begunFrom(version, all);
  if (!base) return [];
  const moved = differingFields(base, live);
  return differingFields(live, version).filter((field) => moved.includes(field));
}

/** What was approved last when the version was begun. */
function begunFrom(version: Begun, all: readonly Approved[]): Approved | undefined {
  return all
    .filter((each) => each.decidedAt !== null && (each.status === "superseded" || each.status === "current"))
    .filter((each) => !isLater(each, version))
    .sort((a, b) => b.number - a.number)[0];
}

/** An import is begun and approved in one moment; a draft moves behind it in number but stays older. */
function isLater(one: Begun, other: Begun): boolean {
  return one.createdAt > other.createdAt || one.number > other.number;
}
