/** A provider's answer in words; a price is a quote on a page of its own. */
import { answerFor } from "~/components/clinic/answer-for";
import { Button } from "~/components/kit/button";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { useTranslate } from "~/i18n/use-translate";

export function AnswerForm({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ text: string }>({ id: "form-answer", answer: answerFor(answer, "answer") });
  const labels = { text: t("projects:answer.text") };
  return (
    <section aria-labelledby="answer-title" className="panel">
      <h2 id="answer-title" className="mb-3 text-lg">
        {t("projects:answer")}
      </h2>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="answer" />
        <TextArea field={fields.text} label={labels.text} rows={4} maxLength={2000} />
        <div>
          <Button tone="plain">{t("projects:answer.submit")}</Button>
        </div>
      </PostForm>
    </section>
  );
}
