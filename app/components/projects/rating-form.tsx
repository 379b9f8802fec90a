/** Rating an accepted project, and answering a rating; each once. */
import { answerFor } from "~/components/clinic/answer-for";
import { Button } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { ratingPoints, type RatingPoint } from "#db/vocabulary/projects";
import { useTranslate } from "~/i18n/use-translate";
import { grades } from "./rating-view";

type Typed = Record<RatingPoint | "text", string>;

export function RatingForm({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Typed>({ id: "form-rate", answer: answerFor(answer, "rate") });
  const [fit, schedule, service, benefit] = ratingPoints;
  const label = (point: RatingPoint) => t(`quotes:point.${point}`);
  const labels = {
    ...{ fit: label(fit), schedule: label(schedule), service: label(service), benefit: label(benefit) },
    text: t("quotes:rate.text"),
  };
  const options = grades.map((grade) => ({
    value: String(grade),
    label: t("quotes:grade.said", { grade, word: t(`quotes:grade.${grade}`) }),
  }));
  return (
    <section aria-labelledby="rate-title" className="panel no-print">
      <h2 id="rate-title" className="text-lg">
        {t("quotes:rate.title")}
      </h2>
      <p className="measure muted mb-3">{t("quotes:rate.lead")}</p>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="rate" />
        <div className="grid gap-4 sm:grid-cols-2">
          {ratingPoints.map((point) => (
            <SelectField key={point} field={fields[point]} label={labels[point]} options={options} />
          ))}
        </div>
        <TextArea field={fields.text} label={labels.text} hint={t("quotes:rate.text.hint")} rows={4} maxLength={2000} />
        <div>
          <Button>{t("quotes:rate.submit")}</Button>
        </div>
      </PostForm>
    </section>
  );
}

export function RatingAnswerForm({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ text: string }>({ id: "form-answer", answer: answerFor(answer, "answer") });
  const labels = { text: t("quotes:rate.answer") };
  return (
    <PostForm form={form} className="no-print mt-4 flex flex-col gap-3">
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="intent" value="answer" />
      <TextArea field={fields.text} label={labels.text} hint={t("quotes:rate.answer.hint")} rows={3} maxLength={2000} />
      <div>
        <Button>{t("quotes:rate.answer.submit")}</Button>
      </div>
    </PostForm>
  );
}
