/**
 * What was written on the device and is not yet the server's, one draft an object. Pure: device.ts keeps drafts, sync.ts sends
 * them. A draft remembers what it was begun from (`seen`, `base`), so that the server can tell somebody else's change and the
 * reader can be shown it.
 */
import type { Answer } from "~/domain/assessment/answers";
import {
  findingFields,
  isSameFinding,
  type FieldFinding,
  type FieldOperation,
  type FieldState,
  type FieldVerdict,
  type TypedAnswer,
} from "~/domain/clinic/field";

export type Problem =
  { kind: "conflict" } | { kind: "gone" } | { kind: "closed" } | { kind: "refused"; errors: Record<string, string> };

type Common<Value, Seen> = {
  caseId: string;
  /** The question's key or the finding's id. */
  key: string;
  value: Value;
  seen: Seen;
  /** What `seen` stands for, to show what changed; null: there was nothing. */
  base: Value | null;
  /** On its way: the same operation is sent until it is answered, whatever is typed meanwhile. */
  sent: { id: string; value: Value; seen: Seen } | null;
  problem: Problem | null;
  changedAt: number;
};

export type AnswerDraft = { kind: "answer" } & Common<TypedAnswer, Answer | null>;
export type FindingDraft = { kind: "finding" } & Common<FieldFinding, number>;
/** A photo taken out that the server still has. */
export type RemovalDraft = { kind: "remove_photo" } & Common<null, null>;
export type Draft = AnswerDraft | FindingDraft | RemovalDraft;

export type Edit =
  | { kind: "answer"; key: string; value: TypedAnswer }
  | { kind: "finding"; key: string; value: FieldFinding }
  | { kind: "remove_photo"; key: string; value: null };

export const emptyFinding: FieldFinding = {
  ...{ title: "", scenarioKey: "", area: "production", severity: 2 },
  ...{ description: "", evidence: "", expectedGain: "" },
};

/** An answer as its fields show it. */
export function typedOf(answer: Answer | null | undefined): TypedAnswer {
  const numbers = Object.entries(answer?.numbers ?? {});
  return {
    choice: answer?.choice ?? [],
    numbers: Object.fromEntries(numbers.map(([key, value]) => [key, value === null ? "" : String(value)])),
  };
}

export function isSameTyped(a: TypedAnswer, b: TypedAnswer): boolean {
  const keys = new Set([...Object.keys(a.numbers), ...Object.keys(b.numbers)]);
  const isSameText = [...keys].every((key) => (a.numbers[key] ?? "").trim() === (b.numbers[key] ?? "").trim());
  return isSameText && [...a.choice].sort().join() === [...b.choice].sort().join();
}

/** The draft after somebody typed: the one there was, else a new one from what the server last said. A problem is tried anew, a conflict is not: it needs a choice. */
export function edited(draft: Draft | undefined, caseId: string, edit: Edit, state: FieldState, now: number): Draft {
  const present = draft?.kind === edit.kind ? draft : begun(caseId, edit, state);
  const stays = present.problem?.kind === "conflict" || present.problem?.kind === "gone";
  const changed = { changedAt: now, problem: stays ? present.problem : null };
  // The kinds are the same: spelled out for the compiler.
  if (present.kind === "answer" && edit.kind === "answer") return { ...present, ...changed, value: edit.value };
  if (present.kind === "finding" && edit.kind === "finding") return { ...present, ...changed, value: edit.value };
  return { ...present, ...changed };
}

function begun(caseId: string, edit: Edit, state: FieldState): Draft {
  const fresh = { caseId, key: edit.key, sent: null, problem: null, changedAt: 0 };
  if (edit.kind === "remove_photo") return { ...fresh, kind: edit.kind, value: null, seen: null, base: null };
  if (edit.kind === "answer") {
    const seen = state.answers[edit.key] ?? null;
    return { ...fresh, kind: edit.kind, value: edit.value, seen, base: typedOf(seen) };
  }
  const known = state.findings.find(({ id }) => id === edit.key);
  return {
    ...fresh,
    kind: edit.kind,
    value: edit.value,
    seen: known?.edit ?? 0,
    base: known ? findingOf(known) : null,
  };
}

export function findingOf(known: FieldFinding): FieldFinding {
  const { title, scenarioKey, area, severity, description, evidence, expectedGain } = known;
  return { title, scenarioKey, area, severity, description, evidence, expectedGain };
}

/** Without a title and a scenario a finding cannot be sent; it waits on the device. */
export function isComplete(draft: Draft): boolean {
  return draft.kind !== "finding" || (draft.value.title.trim() !== "" && draft.value.scenarioKey !== "");
}

/** The draft with the operation that is to be sent now, or null when it has none. */
export function taken(draft: Draft, newId: () => string): Draft | null {
  if (draft.sent) return draft;
  if (draft.problem || !isComplete(draft)) return null;
  if (draft.kind === "answer") return { ...draft, sent: { id: newId(), value: draft.value, seen: draft.seen } };
  if (draft.kind === "finding") return { ...draft, sent: { id: newId(), value: draft.value, seen: draft.seen } };
  return { ...draft, sent: { id: newId(), value: null, seen: null } };
}

export function operationOf(draft: Draft): FieldOperation | null {
  const { key } = draft;
  if (draft.kind === "answer") return draft.sent && { ...draft.sent, kind: draft.kind, key };
  if (draft.kind === "finding") return draft.sent && { ...draft.sent, kind: draft.kind, key };
  return draft.sent && { id: draft.sent.id, kind: draft.kind, key };
}

/** What is left of a draft once its operation was answered; null: nothing, the server has it all. */
export function settled(draft: Draft, verdict: FieldVerdict): Draft | null {
  const { sent } = draft;
  if (!sent) return draft;
  if (verdict.status === "done") return rest(draft, verdict.seen);
  const hasTypedOn = !isSent(draft);
  if (verdict.status === "refused" && hasTypedOn) return { ...draft, sent: null };
  const problem: Problem =
    verdict.status === "refused" ? { kind: "refused", errors: verdict.errors } : { kind: verdict.status };
  return { ...draft, sent: null, problem };
}

/** Typed on while it was on its way: the rest goes next, from what is now the server's. */
function rest(draft: Draft, seen: Answer | number | null): Draft | null {
  if (isSent(draft)) return null;
  if (draft.kind === "answer" && typeof seen !== "number")
    return { ...draft, sent: null, seen, base: draft.sent?.value ?? null };
  if (draft.kind === "finding" && typeof seen === "number")
    return { ...draft, sent: null, seen, base: draft.sent?.value ?? null };
  return null;
}

function isSent(draft: Draft): boolean {
  if (!draft.sent) return false;
  if (draft.kind === "answer") return isSameTyped(draft.value, draft.sent.value);
  return draft.kind === "finding" ? isSameFinding(draft.value, draft.sent.value) : true;
}

/** A conflict after a choice: the result, begun from theirs. */
export function resolved(caseId: string, edit: Edit, state: FieldState, now: number): Draft {
  return edited(undefined, caseId, edit, state, now);
}

/** Of both versions: what only one of them changed is taken over, what both changed stays ours until the reader decides. */
export function suggestedFinding(mine: FieldFinding, theirs: FieldFinding, base: FieldFinding | null): FieldFinding {
  const pick = <F extends keyof FieldFinding>(field: F): FieldFinding[F] =>
    base !== null && mine[field] === base[field] ? theirs[field] : mine[field];
  return {
    ...{ title: pick("title"), scenarioKey: pick("scenarioKey"), area: pick("area"), severity: pick("severity") },
    ...{ description: pick("description"), evidence: pick("evidence"), expectedGain: pick("expectedGain") },
  };
}

export function differingFields(a: FieldFinding, b: FieldFinding) {
  return findingFields.filter((field) => a[field] !== b[field]);
}
