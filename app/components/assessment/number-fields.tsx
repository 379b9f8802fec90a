import { TextField, type AnyField } from "~/components/kit/fields";
import { fieldsOf } from "~/domain/assessment/derivation";
import type { Question } from "~/domain/assessment/scheme";
import type { NumberField } from "~/domain/assessment/scheme-parts";
import { useTranslate } from "~/i18n/use-translate";
import { useWords } from "./use-words";

export type NumberFieldsProps = {
  question: Question;
  /** All questions of the page: a figure may use numbers asked for elsewhere on it. */
  others: Question[];
  fields: Record<string, AnyField | undefined>;
};

/** The numbers a question is counted from, with their units and the rule. */
export function NumberFields({ question, others, fields }: NumberFieldsProps) {
  const t = useTranslate();
  const words = useWords();
  const { definitionZh, definitionEn } = question;
  const borrowed = borrowedFields(question, others);
  return (
    <div role="group" aria-label={t("assessment:question.numbers")} className="flex flex-col gap-3">
      {definitionZh && definitionEn ? (
        <p className="muted text-sm">
          {t("assessment:question.definition", { definition: words.pick(definitionZh, definitionEn) })}
        </p>
      ) : null}
      <p className="muted text-sm">{t("assessment:question.numbers.hint")}</p>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {question.numberFields.map((one) => {
          const field = fields[one.key];
          const label = words.pick(one.labelZh, one.labelEn);
          return field ? (
            <TextField
              key={one.key}
              field={field}
              label={label}
              unit={words.unit(one.unit)}
              inputMode="decimal"
              autoComplete="off"
              maxLength={20}
            />
          ) : null;
        })}
      </div>
      {borrowed.map(({ no, fields: lent }) => (
        <p key={no} className="muted text-sm">
          {t("assessment:question.also_uses", {
            no,
            fields: words.list(lent.map((one) => words.pick(one.labelZh, one.labelEn))),
          })}
        </p>
      ))}
    </div>
  );
}

/** Fields this question is counted from that stand under other questions. */
function borrowedFields(question: Question, others: Question[]): Array<{ no: number; fields: NumberField[] }> {
  const used = question.derivation ? fieldsOf(question.derivation) : [];
  return others
    .filter(({ key }) => key !== question.key)
    .map(({ no, numberFields }) => ({ no, fields: numberFields.filter(({ key }) => used.includes(key)) }))
    .filter(({ fields }) => fields.length > 0);
}
