/** Agree the time of the visit, or move it for a reason. */
import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { minuteAt } from "~/domain/clinic/shanghai-time";
import { useTranslate } from "~/i18n/use-translate";
import { Hidden } from "./act-form";
import { answerFor } from "./answer-for";
import { MovedFields, useMovedLabels } from "./moved-fields";

type VisitFormProps = { edit: number; visitAt: number | null; visitNote: string; answer: unknown };
type Shape = { visitAt: string; visitNote: string; reason: string; text: string };

export function VisitFields({ edit, visitAt, visitNote, answer }: VisitFormProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Shape>({
    id: "visit-form",
    answer: answerFor(answer, "schedule"),
    defaults: { visitAt: visitAt === null ? "" : minuteAt(visitAt), visitNote },
  });
  const labels = { visitAt: t("clinic:visit.at"), visitNote: t("clinic:visit.note"), ...useMovedLabels() };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <Hidden intent="schedule" edit={edit} />
      <TextField
        field={fields.visitAt}
        label={labels.visitAt}
        hint={t("clinic:visit.at_hint")}
        type="datetime-local"
        width="short"
      />
      <TextField
        field={fields.visitNote}
        label={labels.visitNote}
        hint={t("clinic:visit.note_hint")}
        optional
        maxLength={500}
      />
      {visitAt === null ? null : <MovedFields fields={fields} />}
      <div>
        <Button>{t(visitAt === null ? "clinic:visit.agree" : "clinic:visit.change")}</Button>
      </div>
    </PostForm>
  );
}
