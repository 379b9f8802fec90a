/** What the field kit and the server tell each other. Pure and client-safe: the kit's bundle holds no parser. */
import type { DiagnosisStatus, FindingArea } from "#db/vocabulary/clinic";
import type { Answer, Answers } from "~/domain/assessment/answers";
import type { Section } from "~/domain/assessment/sections";
import type { NeedChoices } from "./needs.server";

/** An answer as typed: numbers are text until the server has read them. */
export type TypedAnswer = { choice: string[]; numbers: Record<string, string> };

export type FieldFinding = {
  title: string;
  scenarioKey: string;
  area: FindingArea;
  severity: number;
  description: string;
  evidence: string;
  expectedGain: string;
};

export const findingFields = [
  "title",
  "scenarioKey",
  "area",
  "severity",
  "evidence",
  "description",
  "expectedGain",
] as const satisfies readonly (keyof FieldFinding)[];

/**
 * One change of one object. `seen` is what the device knew of the object when the change was begun: the whole answer, or the
 * finding's `edit` (0: there was none). `id` is made on the device; the same id is never carried out twice.
 */
export type FieldOperation =
  | { id: string; kind: "answer"; key: string; seen: Answer | null; value: TypedAnswer }
  | { id: string; kind: "finding"; key: string; seen: number; value: FieldFinding }
  | { id: string; kind: "remove_photo"; key: string };

/**
 * conflict: somebody else changed it meanwhile, theirs is in the state sent along. gone: it was taken out. refused: what was
 * typed is wrong, field → sentence code. closed: the case or its questionnaire takes no more changes.
 */
export type FieldVerdict =
  | { status: "done"; seen: Answer | number | null }
  | { status: "conflict" }
  | { status: "gone" }
  | { status: "refused"; errors: Record<string, string> }
  | { status: "closed" };
export type FieldResult = { id: string } & FieldVerdict;

export type KnownFinding = FieldFinding & { id: string; no: number; edit: number };
export type KnownPhoto = { id: string; findingId: string };

/** What the server knows of a case. */
export type FieldState = {
  /** Takes changes: on site or being written up. */
  isOpen: boolean;
  assessment: "none" | "draft" | "finished";
  answers: Answers;
  findings: KnownFinding[];
  photos: KnownPhoto[];
};

/** What does not change during a visit. */
export type FieldBook = {
  caseId: string;
  enterpriseName: string;
  sections: Section[];
  scenarios: Pick<NeedChoices, "core" | "foundation">;
};

export type FieldAnswer = { userId: string; results: FieldResult[]; state: FieldState };
export type FieldOpening = { userId: string; book: FieldBook; state: FieldState };

/** Why a photo was not taken; each has a sentence `field:photo.refused.…`. */
export type PhotoRefusal =
  "too_large" | "not_an_image" | "too_many_pixels" | "broken_image" | "too_many" | "closed" | "gone";

/** Findings are noted from the visit until the report is handed in. */
export function isFieldOpen({ status }: { status: DiagnosisStatus }): boolean {
  return status === "on_site" || status === "report_draft";
}

export function isSameAnswer(a: Answer | null, b: Answer | null): boolean {
  return isSameChoice(a, b) && isSameNumbers(a, b);
}

export function isSameChoice(a: Answer | null, b: Answer | null): boolean {
  return [...(a?.choice ?? [])].sort().join() === [...(b?.choice ?? [])].sort().join();
}

export function isSameNumbers(a: Answer | null, b: Answer | null): boolean {
  const [left, right] = [a?.numbers ?? {}, b?.numbers ?? {}];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => (left[key] ?? null) === (right[key] ?? null));
}

export function isSameFinding(a: FieldFinding, b: FieldFinding): boolean {
  return findingFields.every((field) => a[field] === b[field]);
}
