/** Publish a free time, or the same time in several weeks. */
import { Button } from "~/components/kit/button";
import { SelectField, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { LONGEST_HOURS, MOST_WEEKS, startClocks } from "~/domain/clinic/slot-form";
import { useTranslate } from "~/i18n/use-translate";
import { answerFor } from "./answer-for";

type Shape = { day: string; start: string; hours: string; weeks: string };

const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

export function PublishTime({ day, answer }: { day: string; answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Shape>({
    id: "publish",
    answer: answerFor(answer, "publish"),
    defaults: { day, start: "09:00", hours: "3", weeks: "1" },
  });
  const labels = {
    day: t("visits:publish.day"),
    start: t("visits:publish.start"),
    hours: t("visits:publish.hours"),
    weeks: t("visits:publish.weeks"),
  };
  const hours = upTo(LONGEST_HOURS).map((count) => ({
    value: String(count),
    label: t("visits:publish.hours_of", { count }),
  }));
  const weeks = upTo(MOST_WEEKS).map((count) => ({
    value: String(count),
    label: count === 1 ? t("visits:publish.once") : t("visits:publish.weeks_of", { count }),
  }));
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="intent" value="publish" />
      <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        <TextField field={fields.day} label={labels.day} type="date" />
        <SelectField
          field={fields.start}
          label={labels.start}
          options={startClocks.map((clock) => ({ value: clock, label: clock }))}
          placeholder=""
        />
        <SelectField field={fields.hours} label={labels.hours} options={hours} placeholder="" />
        <SelectField field={fields.weeks} label={labels.weeks} options={weeks} placeholder="" />
      </div>
      <div>
        <Button>{t("visits:publish.submit")}</Button>
      </div>
    </PostForm>
  );
}
