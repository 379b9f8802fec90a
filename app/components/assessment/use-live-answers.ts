import { useState, type FormEvent } from "react";
import { figureOf, numberTyped, type Numbers } from "~/domain/assessment/derivation";
import type { Question } from "~/domain/assessment/scheme";

/**
 * Keeps a questionnaire in step while it is filled in: "none" and the other options exclude each other, and an option that
 * follows from numbers is chosen as they are typed. The server does the same on saving, so nothing depends on this.
 */
export function useLiveAnswers(questions: Question[], initial: Numbers) {
  const [numbers, setNumbers] = useState(initial);
  const follow = ({ target }: FormEvent<HTMLElement>) => {
    if (!(target instanceof HTMLInputElement) || !target.form) return;
    const { form } = target;
    const question = questions.find(({ key }) => key === target.name);
    if (target.checked && question?.noneValue) excludeNone(form, target, question.noneValue);
    const typed = numbersIn(form, questions);
    for (const counted of questions) chooseCounted(form, counted, typed);
    setNumbers(typed);
  };
  return { numbers, follow };
}

function excludeNone(form: HTMLFormElement, ticked: HTMLInputElement, noneValue: string): void {
  for (const box of inputsOf(form, ticked.name)) {
    if ((ticked.value === noneValue) !== (box.value === noneValue)) box.checked = false;
  }
}

function numbersIn(form: HTMLFormElement, questions: Question[]): Numbers {
  const fields = questions.flatMap(({ numberFields }) => numberFields);
  return Object.fromEntries(fields.map(({ key }) => [key, numberTyped(inputsOf(form, key)[0]?.value ?? "")]));
}

function chooseCounted(form: HTMLFormElement, question: Question, numbers: Numbers): void {
  const option = figureOf(question, numbers)?.option;
  if (option === undefined) return;
  for (const input of inputsOf(form, question.key)) input.checked = input.value === option;
}

function inputsOf(form: HTMLFormElement, name: string): HTMLInputElement[] {
  return [...form.elements].flatMap((input) =>
    input instanceof HTMLInputElement && input.name === name ? [input] : [],
  );
}
