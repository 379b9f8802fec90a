import { ComputedFigure } from "~/components/assessment/computed-figure";
import { useWords } from "~/components/assessment/use-words";
import { figureOf, numberTyped, type Numbers } from "~/domain/assessment/derivation";
import type { Question } from "~/domain/assessment/scheme";
import type { TypedAnswer } from "~/domain/clinic/field";
import { useTranslate } from "~/i18n/use-translate";
import { AnswerConflict } from "./answer-conflict";
import { ChoiceList } from "./choice-list";
import type { Kept } from "./device";
import { ItemSign } from "./item-sign";
import { KeptText } from "./kept-text";
import type { Kit } from "./kit";
import { answerShown, errorsOf, signOf } from "./shown";

type QuestionCardProps = { question: Question; kept: Kept; kit: Kit };

/** One question: numbers it is counted from, its options, and where the answer is. */
export function QuestionCard({ question, kept, kit }: QuestionCardProps) {
  const t = useTranslate();
  const words = useWords();
  const { value, draft } = answerShown(kept, question.key);
  const numbers = numbersShown(kept);
  const errors = errorsOf(draft);
  const isTouched = draft !== undefined || value.choice.length > 0;
  const put = (next: TypedAnswer) => kit.answer(question.key, next);
  const type = (field: string, text: string) => {
    const typed = { ...value, numbers: { ...value.numbers, [field]: text } };
    const follows = figureOf(question, { ...numbers, [field]: numberTyped(text) })?.option;
    put(follows === undefined ? typed : { ...typed, choice: [follows] });
  };
  // What follows from numbers is not chosen by hand, here as on the server.
  const counted = figureOf(question, numbers)?.option;
  const topic = words.pick(question.topicZh, question.topicEn);
  const text = words.pick(question.textZh, question.textEn);
  const isCounted = question.numberFields.length > 0;
  return (
    <section
      aria-labelledby={`${question.key}-topic`}
      className="panel flex flex-col gap-3 border-2 border-base-content/50"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={`${question.key}-topic`} className="text-lg">
          {question.no}. {topic}
        </h3>
        {isTouched ? <ItemSign sign={signOf(draft)} /> : null}
      </div>
      {draft?.problem?.kind === "conflict" ? (
        <AnswerConflict question={question} draft={draft} kept={kept} kit={kit} />
      ) : null}
      {isCounted ? <p>{text}</p> : null}
      {question.numberFields.map((field) => (
        <KeptText
          key={field.key}
          name={field.key}
          label={words.pick(field.labelZh, field.labelEn)}
          unit={words.unit(field.unit)}
          value={value.numbers[field.key] ?? ""}
          onType={(typed) => type(field.key, typed)}
          error={errors[field.key]}
          isNumber
        />
      ))}
      {isCounted ? <ComputedFigure question={question} numbers={numbers} /> : null}
      <ChoiceList
        legend={isCounted ? t("assessment:question.choose", { topic }) : text}
        name={question.key}
        options={question.options.map((option) => ({ value: option.value, label: words.option(option) }))}
        chosen={value.choice}
        onChoose={(choice) => put({ ...value, choice: counted === undefined ? choice : [counted] })}
        many={question.type === "multi" ? { noneValue: question.noneValue } : undefined}
        error={errors[question.key]}
      />
    </section>
  );
}

/** All numbers of the questionnaire as they stand: a figure may need one that another question asks for. */
function numbersShown(kept: Kept): Numbers {
  const questions = kept.book.sections.flatMap((section) => section.questions);
  const typed = questions.flatMap(({ key }) => Object.entries(answerShown(kept, key).value.numbers));
  return Object.fromEntries(typed.map(([field, text]) => [field, numberTyped(text)]));
}
