/** What the screen shows: the server's state with the device's drafts over it. Pure. */
import type { FieldFinding, KnownFinding, TypedAnswer } from "~/domain/clinic/field";
import type { Kept } from "./device";
import { findingOf, isComplete, typedOf, type AnswerDraft, type Draft, type FindingDraft } from "./drafts";

export type Sign = "sent" | "unsent" | "incomplete" | "conflict" | "refused" | "gone" | "closed";

export function signOf(draft: Draft | undefined): Sign {
  if (!draft) return "sent";
  if (draft.problem) return draft.problem.kind;
  return isComplete(draft) ? "unsent" : "incomplete";
}

export function errorsOf(draft: Draft | undefined): Record<string, string> {
  return draft?.problem?.kind === "refused" ? draft.problem.errors : {};
}

export type ShownAnswer = { value: TypedAnswer; draft: AnswerDraft | undefined };

export function answerShown({ state, drafts }: Kept, key: string): ShownAnswer {
  const draft = drafts.find((one): one is AnswerDraft => one.kind === "answer" && one.key === key);
  return { draft, value: draft?.value ?? typedOf(state.answers[key]) };
}

/** How many questions have an option chosen. */
export function progressShown(kept: Kept): { answered: number; total: number } {
  const questions = kept.book.sections.flatMap((section) => section.questions);
  const answered = questions.filter(({ key }) => answerShown(kept, key).value.choice.length > 0);
  return { answered: answered.length, total: questions.length };
}

export type ShownFinding = {
  id: string;
  value: FieldFinding;
  draft: FindingDraft | undefined;
  known: KnownFinding | undefined;
};

/** The server's by number, then those it does not have yet, oldest first. */
export function findingsShown({ state, drafts }: Kept): ShownFinding[] {
  const own = drafts.filter((draft): draft is FindingDraft => draft.kind === "finding");
  const known = state.findings.map((finding) => {
    const draft = own.find(({ key }) => key === finding.id);
    return { id: finding.id, known: finding, draft, value: draft?.value ?? findingOf(finding) };
  });
  const fresh = own.filter(({ key }) => state.findings.every(({ id }) => id !== key));
  const added = fresh.map((draft) => ({ id: draft.key, known: undefined, draft, value: draft.value }));
  return [...known, ...added];
}

export type ShownPhoto = { id: string; thumb: string | null; isSent: boolean; refusal: string | null };

/** Photos of a finding on the server and on the device, without those being taken out. */
export function photosShown({ state, drafts, photos }: Kept, findingId: string): ShownPhoto[] {
  const isKnown = (id: string) => state.photos.some((photo) => photo.id === id);
  const isLeaving = (id: string) => drafts.some(({ kind, key }) => kind === "remove_photo" && key === id);
  const here = photos.filter((photo) => photo.findingId === findingId);
  const away = state.photos.filter((photo) => photo.findingId === findingId && here.every(({ id }) => id !== photo.id));
  return [
    ...away.map(({ id }) => ({ id, thumb: null, isSent: true, refusal: null })),
    // Sent, and taken out elsewhere since.
    ...here
      .filter(({ id, blob }) => blob !== null || isKnown(id))
      .map(({ id, thumb, blob, refusal }) => ({ id, thumb, isSent: blob === null, refusal })),
  ].filter(({ id }) => !isLeaving(id));
}
