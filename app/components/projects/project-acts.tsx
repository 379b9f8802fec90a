/** The small forms of a project page: start, delivery, acceptance, objection. */
import { answerFor } from "~/components/clinic/answer-for";
import { Disclosure, Hidden } from "~/components/clinic/act-form";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { TextArea, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { objectionReasons } from "#db/vocabulary/projects";
import { useTranslate } from "~/i18n/use-translate";

type ActProps = { edit: number; answer: unknown };

/** The provider's step: the day it happened, and words. */
export function DayForm({ intent, edit, answer, today }: ActProps & { intent: "start" | "deliver"; today: string }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ on: string; text: string }>({
    ...{ id: `form-${intent}`, answer: answerFor(answer, intent), defaults: { on: today } },
  });
  const labels = { on: t(`quotes:${intent}.on`), text: t(`quotes:${intent}.text`) };
  return (
    <section aria-labelledby={`${intent}-title`} className="panel no-print">
      <h2 id={`${intent}-title`} className="mb-3 text-lg">
        {t(`quotes:${intent}.title`)}
      </h2>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <Hidden intent={intent} edit={edit} />
        <TextField field={fields.on} label={labels.on} type="date" width="short" />
        <TextArea
          field={fields.text}
          label={labels.text}
          rows={3}
          maxLength={2000}
          optional={intent === "start" ? true : undefined}
        />
        <div>
          <Button>{t(`quotes:${intent}.title`)}</Button>
        </div>
      </PostForm>
    </section>
  );
}

export function ApproveForm({ edit, answer }: ActProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ text: string }>({ id: "form-accept", answer: answerFor(answer, "accept") });
  const labels = { text: t("quotes:approve.text") };
  return (
    <section aria-labelledby="approve-title" className="panel no-print">
      <h2 id="approve-title" className="text-lg">
        {t("quotes:approve.title")}
      </h2>
      <p className="measure muted mb-3">{t("quotes:approve.lead")}</p>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <Hidden intent="accept" edit={edit} />
        <TextArea field={fields.text} label={labels.text} rows={2} maxLength={2000} optional />
        <div>
          <Button>{t("quotes:approve.title")}</Button>
        </div>
      </PostForm>
    </section>
  );
}

export function ObjectForm({ edit, answer }: ActProps) {
  const t = useTranslate();
  const own = answerFor(answer, "object");
  const [form, fields] = useFormOf<{ reason: string; text: string }>({ id: "form-object", answer: own });
  const labels = { reason: t("quotes:object.reason"), text: t("quotes:object.text") };
  const options = objectionReasons.map((reason) => ({ value: reason, label: t(`quotes:object.reason.${reason}`) }));
  return (
    <div className="no-print">
      <Disclosure title={t("quotes:object.title")} isOpen={own !== undefined}>
        <PostForm form={form}>
          <p className="measure muted">{t("quotes:object.lead")}</p>
          <ErrorSummary form={form} labels={labels} />
          <Hidden intent="object" edit={edit} />
          <RadioGroup field={fields.reason} label={labels.reason} options={options} />
          <TextArea field={fields.text} label={labels.text} rows={3} maxLength={2000} />
          <div>
            <Button tone="danger">{t("quotes:object.title")}</Button>
          </div>
        </PostForm>
      </Disclosure>
    </div>
  );
}
