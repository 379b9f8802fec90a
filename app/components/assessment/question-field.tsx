import { FileCheck2 } from "lucide-react";
import { CheckboxGroup, RadioGroup } from "~/components/kit/choices";
import { Tag } from "~/components/kit/status";
import type { Numbers } from "~/domain/assessment/derivation";
import type { Question } from "~/domain/assessment/scheme";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { ComputedFigure } from "./computed-figure";
import { NumberFields, type NumberFieldsProps } from "./number-fields";
import { useWords } from "./use-words";

type QuestionProps = NumberFieldsProps & { numbers: Numbers };

/** One question: what is asked, the numbers it is counted from, the options, and what could prove the answer. */
export function QuestionField({ question, others, fields, numbers }: QuestionProps) {
  const t = useTranslate();
  const words = useWords();
  const field = fields[question.key];
  const topic = words.pick(question.topicZh, question.topicEn);
  const text = words.pick(question.textZh, question.textEn);
  const isCounted = question.numberFields.length > 0;
  const options = question.options.map((option) => ({
    value: option.value,
    label:
      question.sceneKey === null
        ? t("assessment:question.option", { option: words.option(option), points: words.number(option.score) })
        : words.option(option),
  }));
  const choices = {
    label: isCounted ? t("assessment:question.choose", { topic }) : text,
    hint: question.noneValue === null ? undefined : t("assessment:question.many"),
    options,
  };
  return (
    <section aria-labelledby={`${question.key}-topic`} className="panel flex flex-col gap-4">
      <QuestionHead question={question} topic={topic} />
      {isCounted ? (
        <>
          <p>{text}</p>
          <NumberFields question={question} others={others} fields={fields} />
          <ComputedFigure question={question} numbers={numbers} />
        </>
      ) : null}
      {field && question.type === "multi" ? (
        <CheckboxGroup field={field} {...choices} columns={options.length > 6 ? 2 : 1} />
      ) : null}
      {field && question.type === "single" ? <RadioGroup field={field} {...choices} /> : null}
      <Evidence question={question} />
    </section>
  );
}

function QuestionHead({ question, topic }: { question: Question; topic: string }) {
  const t = useTranslate();
  const words = useWords();
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h2 id={`${question.key}-topic`} className="flex items-baseline gap-2 text-lg">
        <span className="min-w-7 rounded-field bg-base-200 px-1.5 text-center text-base">{question.no}</span>
        {topic}
      </h2>
      {question.sceneKey === null ? (
        <span className="muted text-sm">
          {t("assessment:question.points", { points: words.number(question.maxScore) })}
        </span>
      ) : null}
      {question.constrained ? <Tag>{t("assessment:question.constrained")}</Tag> : null}
      {question.isProvisional ? (
        <span className="muted basis-full text-sm">
          <strong className="font-semibold">{t("common:provisional")}</strong> · {t("assessment:provisional.question")}
        </span>
      ) : null}
    </div>
  );
}

function Evidence({ question: { typicalSystems, evidenceZh } }: { question: Question }) {
  const t = useTranslate();
  const locale = useLocale();
  const lang = locale === "en" ? "zh-CN" : undefined;
  return (
    <>
      {typicalSystems.length > 0 ? (
        <p className="muted text-sm">{t("assessment:question.typical", { systems: typicalSystems.join(" · ") })}</p>
      ) : null}
      {evidenceZh.length > 0 ? (
        <details className="text-sm">
          <summary className="link-plain inline-flex min-h-6 items-center gap-1">
            <FileCheck2 aria-hidden size={16} />
            {t("assessment:question.evidence")}
          </summary>
          <ul lang={lang} className="mt-1 list-disc ps-6">
            {evidenceZh.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p className="muted mt-1">{t("assessment:question.evidence.note")}</p>
        </details>
      ) : null}
    </>
  );
}
