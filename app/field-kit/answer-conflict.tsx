import { useState } from "react";
import { useWords } from "~/components/assessment/use-words";
import type { Question } from "~/domain/assessment/scheme";
import type { TypedAnswer } from "~/domain/clinic/field";
import { useTranslate } from "~/i18n/use-translate";
import { ChoiceList } from "./choice-list";
import type { Kept } from "./device";
import { typedOf, type AnswerDraft } from "./drafts";
import type { Kit } from "./kit";
import { KeptText } from "./kept-text";
import { Versions } from "./versions";

type AnswerConflictProps = { question: Question; draft: AnswerDraft; kept: Kept; kit: Kit };

/** Somebody else answered the question meanwhile: both answers, and the one that shall stand. */
export function AnswerConflict({ question, draft, kept, kit }: AnswerConflictProps) {
  const t = useTranslate();
  const words = useWords();
  const [result, setResult] = useState(draft.value);
  const theirs = typedOf(kept.state.answers[question.key]);
  const said = ({ choice, numbers }: TypedAnswer) =>
    [
      ...question.numberFields.map(
        (field) => `${words.pick(field.labelZh, field.labelEn)}: ${numbers[field.key] ?? ""}`,
      ),
      ...question.options.filter(({ value }) => choice.includes(value)).map((option) => words.option(option)),
    ].join("\n");
  const topic = words.pick(question.topicZh, question.topicEn);
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-box border-2 border-error p-3">
      <p className="font-semibold">{t("field:conflict.lead")}</p>
      <Versions
        label={topic}
        mine={said(draft.value)}
        theirs={said(theirs)}
        onTake={(which) => setResult(which === "mine" ? draft.value : theirs)}
      >
        {question.numberFields.map((field) => (
          <KeptText
            key={field.key}
            name={`${field.key}-result`}
            label={words.pick(field.labelZh, field.labelEn)}
            value={result.numbers[field.key] ?? ""}
            onType={(text) => setResult({ ...result, numbers: { ...result.numbers, [field.key]: text } })}
            isNumber
          />
        ))}
        <ChoiceList
          legend={t("field:conflict.result", { field: topic })}
          name={`${question.key}-result`}
          options={question.options.map((option) => ({ value: option.value, label: words.option(option) }))}
          chosen={result.choice}
          onChoose={(choice) => setResult({ ...result, choice })}
          many={question.type === "multi" ? { noneValue: question.noneValue } : undefined}
        />
      </Versions>
      <button
        type="button"
        className="btn btn-primary min-h-14"
        onClick={() => void kit.resolve({ kind: "answer", key: question.key, value: result })}
      >
        {t("field:conflict.save")}
      </button>
    </div>
  );
}
