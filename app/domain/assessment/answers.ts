/** Answers to a questionnaire, and the form of one section of it. Field names are the keys of questions and number fields. */
import { z } from "zod";
import { codes, optionalDecimal, optionalWholeNumber, seenEdit } from "~/domain/fields";
import { exceedsWhole, figureOf, type Numbers } from "./derivation";
import { questionsOf, type Question, type Scheme } from "./scheme";
import type { NumberField } from "./scheme-parts";

export type Answer = { choice: string[]; numbers: Numbers };
/** Question key → answer; a question that was not touched has no entry. */
export type Answers = Record<string, Answer>;

type Typed = Record<string, string[] | number | null>;

/** The form's field beside the questions; no question may be called so. */
const EDIT = "edit";

/**
 * The form of some questions, and the `edit` it was drawn from. "None" stands alone, a part may not exceed its whole, and an
 * option that follows from the typed numbers is set by them, whatever was chosen by hand. Nothing is required: a section may
 * be saved half done.
 */
export function sectionForm(questions: Question[]) {
  const shape: Record<string, z.ZodType<string[] | number | null>> = {};
  for (const question of questions) {
    shape[question.key] = choiceOf(question);
    for (const field of question.numberFields) shape[field.key] = amountOf(field);
  }
  return z
    .object({ ...shape, [EDIT]: seenEdit().default(0) })
    .superRefine((typed, context) => {
      for (const { derivation } of questions) {
        if (derivation?.kind === "share" && exceedsWhole(derivation, numbersIn(typed))) {
          context.addIssue({ code: "custom", path: [derivation.of], message: "assessment:error.part_exceeds_whole" });
        }
      }
    })
    .transform(({ [EDIT]: edit, ...typed }) => ({ edit: Number(edit), answers: answersTyped(questions, typed) }));
}

/** Answers read back from where they were kept: what the scheme does not know is dropped, what follows from numbers is set. */
export function readAnswers(scheme: Scheme, kept: unknown): Answers {
  const stored = StoredAnswers.safeParse(kept);
  if (!stored.success) return {};
  const numbers = numbersOf(stored.data);
  const answers: Answers = {};
  for (const question of questionsOf(scheme)) {
    const answer = stored.data[question.key];
    if (!answer) continue;
    const counted = figureOf(question, numbers)?.option;
    const own = question.numberFields.map(({ key }) => [key, answer.numbers[key] ?? null]);
    answers[question.key] = {
      choice: counted === undefined ? knownChoice(question, answer.choice) : [counted],
      numbers: Object.fromEntries(own),
    };
  }
  return answers;
}

/** Whether an option was chosen; numbers alone are no answer. */
export function isAnswered(question: Pick<Question, "key">, answers: Answers): boolean {
  return (answers[question.key]?.choice.length ?? 0) > 0;
}

/** All numbers of all answers: a share may take its whole from another question. */
export function numbersOf(answers: Answers): Numbers {
  return Object.assign({}, ...Object.values(answers).map((answer) => answer.numbers));
}

/** Adds answers to questions that are still open; what is answered already stays. */
export function filledUp(present: Answers, more: Answers): Answers {
  const open = Object.entries(more).filter(([key]) => !isAnswered({ key }, present));
  return { ...present, ...Object.fromEntries(open) };
}

const StoredAnswers = z.record(
  z.string(),
  z.object({ choice: z.array(z.string()), numbers: z.record(z.string(), z.number().nullable()) }),
);

function choiceOf(question: Question) {
  const known = new Set(question.options.map(({ value }) => value));
  return codes(question.type === "multi" ? question.options.length : 1)
    .refine((chosen) => chosen.every((value) => known.has(value)), "form:choose")
    .refine((chosen) => !isNoneAmongOthers(question, chosen), "assessment:error.none_alone");
}

const MOST = 1_000_000_000;
const wholeUnits = ["台", "人"];

function amountOf({ unit }: NumberField) {
  if (wholeUnits.includes(unit)) return optionalWholeNumber(0, 10_000_000);
  return optionalDecimal(0, unit === "%" ? 100 : MOST).transform((value) =>
    value === null ? null : Math.round(value * 10_000) / 10_000,
  );
}

function answersTyped(questions: Question[], typed: Typed): Answers {
  const numbers = numbersIn(typed);
  return Object.fromEntries(
    questions.map((question) => {
      const counted = figureOf(question, numbers)?.option;
      const byHand = typed[question.key];
      const own = question.numberFields.map(({ key }) => [key, numbers[key] ?? null]);
      return [
        question.key,
        {
          choice: counted === undefined ? (Array.isArray(byHand) ? byHand : []) : [counted],
          numbers: Object.fromEntries(own),
        },
      ];
    }),
  );
}

function numbersIn(typed: Typed): Numbers {
  const numbers: Numbers = {};
  for (const [key, value] of Object.entries(typed)) if (!Array.isArray(value)) numbers[key] = value;
  return numbers;
}

function isNoneAmongOthers({ noneValue }: Question, chosen: string[]): boolean {
  return noneValue !== null && chosen.length > 1 && chosen.includes(noneValue);
}

function knownChoice(question: Question, chosen: string[]): string[] {
  const known = question.options.map(({ value }) => value).filter((value) => chosen.includes(value));
  if (isNoneAmongOthers(question, known)) return [];
  return question.type === "single" ? known.slice(0, 1) : known;
}
