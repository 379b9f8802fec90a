/** One answer of the on-site questionnaire, guarded by itself: two people may fill in different questions at once. */
import type { Writer } from "#db/store.server";
import { numbersOf, sectionForm, type Answer } from "~/domain/assessment/answers";
import { saveSection, startAssessment } from "~/domain/assessment/assessments.server";
import { figureOf } from "~/domain/assessment/derivation";
import { assessmentOfDiagnosis, type OneAssessment } from "~/domain/assessment/results.server";
import { questionsOf, type Question } from "~/domain/assessment/scheme";
import type { Expert } from "~/domain/identity/actor";
import { isSameAnswer, isSameNumbers, type FieldVerdict } from "./field";
import type { SentOperation } from "./field-form";
import type { Explain } from "./field-sync.server";
import type { Diagnosis } from "./moves.server";
import { onSiteCase } from "./on-site-check.server";

type AnswerOperation = Extract<SentOperation, { kind: "answer" }>;

/** Saves one answer, beginning the questionnaire when there is none. Writes assessment and journal. */
export async function applyAnswer(
  tx: Writer,
  expert: Expert,
  about: Diagnosis,
  { key, seen, value }: AnswerOperation,
  explain: Explain,
): Promise<FieldVerdict> {
  const filled = (await filledIn(tx, about)) ?? (await begun(tx, expert, about));
  if (!filled || filled.status === "finished") return { status: "closed" };
  const question = questionsOf(filled.scheme).find((one) => one.key === key);
  if (!question) return { status: "gone" };
  const form = sectionForm([question]);
  const read = form.safeParse({ ...value.numbers, [key]: value.choice }, { error: explain });
  if (!read.success) return { status: "refused", errors: errorsIn(read.error.issues) };
  const wanted = read.data.answers[key] ?? null;
  const present = filled.answers[key] ?? null;
  if (isSameAnswer(present, wanted)) return { status: "done", seen: present };
  if (!isStill(question, filled, present, seen)) return { status: "conflict" };
  const saved = await saveSection(tx, expert, filled.id, [question], read.data.answers, filled.edit, onSiteCase);
  if (!saved.ok) throw new Error(`the answer was checked and yet refused: ${saved.reason}`);
  return { status: "done", seen: (await filledIn(tx, about))?.answers[key] ?? null };
}

function filledIn(tx: Writer, { id, enterpriseId }: Diagnosis): Promise<OneAssessment | null> {
  return assessmentOfDiagnosis(tx, { diagnosisId: id, enterpriseId });
}

async function begun(tx: Writer, expert: Expert, about: Diagnosis): Promise<OneAssessment | null> {
  const { id, enterpriseId } = about;
  const started = await startAssessment(tx, expert, { source: "on_site", enterpriseId, diagnosisId: id }, onSiteCase);
  return started.ok ? filledIn(tx, about) : null;
}

/** An option that follows from numbers also moves when numbers of another question do; that is nobody's contradiction. */
function isStill(question: Question, { answers }: OneAssessment, present: Answer | null, seen: Answer | null): boolean {
  const isCounted = figureOf(question, numbersOf(answers)) !== null;
  return isCounted ? isSameNumbers(present, seen) : isSameAnswer(present, seen);
}

type Issue = { path: PropertyKey[]; message: string };

/** The first sentence of each field. */
export function errorsIn(issues: readonly Issue[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[String(path[0] ?? "")] ??= message;
  return errors;
}
