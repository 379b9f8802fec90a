/** Field by field, what differs between two versions of a solution: words within texts, names within lists, before and after. */
import { changedFields } from "~/domain/changed-fields";
import { solutionFields, writtenFields, type SolutionContent, type SolutionField } from "./solution-sections";
import { wordDifference, type Piece } from "./word-difference";

const lists = [
  "industries",
  "scenarios",
  "parks",
  "regions",
  "deployment",
  "keywords",
] as const satisfies readonly SolutionField[];

export type TextField = (typeof writtenFields)[number];
export type ListField = (typeof lists)[number];

export type FieldDifference =
  | { kind: "text"; field: TextField; pieces: Piece[] }
  | { kind: "list"; field: ListField; removed: string[]; added: string[]; kept: number }
  /** Money, days, levels, choices, and a list that was or became empty: said as before and after. */
  | { kind: "value"; field: SolutionField };

/** The fields that differ, in the editor's order. Lists in another order are no difference. */
export function differingFields(before: SolutionContent, after: SolutionContent): SolutionField[] {
  const { fields } = changedFields(before, after);
  return solutionFields.filter((field) => {
    const list = lists.find((each) => each === field);
    return fields.includes(field) && !(list && hasSame(before[list], after[list]));
  });
}

/** What differs, in the editor's order; nothing for what stayed. */
export function versionDifference(before: SolutionContent, after: SolutionContent): FieldDifference[] {
  return differingFields(before, after).map((field) => {
    const text = writtenFields.find((each) => each === field);
    const list = lists.find((each) => each === field);
    if (text) return ofText(text, before[text], after[text]);
    return list ? ofList(list, before[list], after[list]) : { kind: "value", field };
  });
}

function hasSame(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((entry) => after.includes(entry));
}

function ofText(field: TextField, before: string, after: string): FieldDifference {
  if (before === "" || after === "") return { kind: "value", field };
  return { kind: "text", field, pieces: wordDifference(before, after) };
}

function ofList(field: ListField, before: readonly string[], after: readonly string[]): FieldDifference {
  if (before.length === 0 || after.length === 0) return { kind: "value", field };
  const removed = before.filter((entry) => !after.includes(entry));
  const added = after.filter((entry) => !before.includes(entry));
  return { kind: "list", field, removed, added, kept: after.length - added.length };
}
