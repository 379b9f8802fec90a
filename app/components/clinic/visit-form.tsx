/** Agree the time of the visit, or move it. */
import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { useTranslate } from "~/i18n/use-translate";
import { Hidden } from "./act-form";
import { answerFor } from "./answer-for";

type VisitFormProps = { edit: number; visitAt: number | null; visitNote: string; answer: unknown };
type Shape = { visitAt: string; visitNote: string };

const SHANGHAI_MS = 8 * 3_600_000;

export function VisitFields({ edit, visitAt, visitNote, answer }: VisitFormProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Shape>({
    id: "visit-form",
    answer: answerFor(answer, "schedule"),
    defaults: { visitAt: visitAt === null ? "" : localMinute(visitAt), visitNote },
  });
  const labels = { visitAt: t("clinic:visit.at"), visitNote: t("clinic:visit.note") };
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
      <div>
        <Button>{t(visitAt === null ? "clinic:visit.agree" : "clinic:visit.change")}</Button>
      </div>
    </PostForm>
  );
}

/** As `datetime-local` wants it, in Shanghai time. */
function localMinute(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 16);
}
