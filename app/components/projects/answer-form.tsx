/** A provider's answer: words, and with a price a quote. */
import { answerFor } from "~/components/clinic/answer-for";
import { Button } from "~/components/kit/button";
import { TextArea, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { useTranslate } from "~/i18n/use-translate";

type Shape = { text: string; price: string; days: string; validUntil: string };

export function AnswerForm({ answer, hasQuote }: { answer: unknown; hasQuote: boolean }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Shape>({ id: "form-answer", answer: answerFor(answer, "answer") });
  const labels = {
    text: t("projects:answer.text"),
    price: t("projects:quote.price"),
    days: t("projects:quote.days.label"),
    validUntil: t("projects:quote.until.label"),
  };
  return (
    <section aria-labelledby="answer-title" className="panel">
      <h2 id="answer-title" className="mb-3 text-lg">
        {t(hasQuote ? "projects:answer.again" : "projects:answer")}
      </h2>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="answer" />
        <TextArea field={fields.text} label={labels.text} rows={4} maxLength={2000} />
        <fieldset className="flex flex-col gap-3">
          <legend className="font-semibold">{t("projects:answer.quote")}</legend>
          <p className="muted text-sm">{t("projects:answer.quote.hint")}</p>
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              field={fields.price}
              label={labels.price}
              unit={t("common:unit.yuan")}
              inputMode="decimal"
              optional
            />
            <TextField
              field={fields.days}
              label={labels.days}
              unit={t("common:unit.days")}
              inputMode="numeric"
              optional
            />
            <TextField field={fields.validUntil} label={labels.validUntil} type="date" optional />
          </div>
        </fieldset>
        <div>
          <Button>{t("projects:answer.submit")}</Button>
        </div>
      </PostForm>
    </section>
  );
}
