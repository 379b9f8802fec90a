/**
 * Two people saved one section: what each has, field by field, and what to propose. The form carries a mark of every field as it
 * was drawn, so that what only one of them changed is known without keeping every state of a draft.
 */
import type { SolutionContent, SolutionField } from "./solution-sections";

/** A short mark of a value: equal values have equal marks (FNV-1a over its JSON). */
export function markOf(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(value ?? null)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/** The marks of a section's fields as its form was drawn, in one hidden field. */
export function marksOf(content: Partial<SolutionContent>, fields: readonly SolutionField[]): string {
  return fields.map((field) => `${field}:${markOf(content[field])}`).join(" ");
}

export type FieldConflict = {
  field: SolutionField;
  /** both: changed here and there, the typed one is proposed; theirs: changed only there, the stored one is; mine: only here. */
  changedBy: "both" | "theirs" | "mine";
};

/** The fields in which what was typed differs from what is stored now. */
export function conflictsBetween(
  typed: Partial<SolutionContent>,
  stored: SolutionContent,
  fields: readonly SolutionField[],
  marks: string,
): FieldConflict[] {
  const drawn = new Map(
    marks.split(" ").map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]),
  );
  return fields.flatMap((field) => {
    const [mine, theirs, base] = [markOf(typed[field]), markOf(stored[field]), drawn.get(field)];
    if (mine === theirs) return [];
    const changedBy = base === mine ? ("theirs" as const) : base === theirs ? ("mine" as const) : ("both" as const);
    return [{ field, changedBy }];
  });
}
