import { Button } from "~/components/kit/button";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { mayAct } from "~/domain/clinic/diagnosis-status";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { Disclosure, Hidden } from "./act-form";
import { answerFor } from "./answer-for";

type CorrectionProps = { page: ReportOnPage; by: "expert" | "park"; answer: unknown };

/** Begins a corrected version of an issued report; nothing where that is not possible. */
export function CorrectionForm({ page, by, answer }: CorrectionProps) {
  const t = useTranslate();
  const own = answerFor(answer, "correct");
  const [form, fields] = useFormOf<{ text: string }>({ id: "form-correct", answer: own });
  if (page.report.status !== "issued" || !mayAct("correct", page.case.status, by)) return null;
  const labels = { text: t("reports:correct.note") };
  return (
    <div className="no-print mt-8">
      <Disclosure title={t("reports:correct.title")} isOpen={own !== undefined}>
        <PostForm form={form}>
          <p className="measure muted">{t("reports:correct.lead")}</p>
          <ErrorSummary form={form} labels={labels} />
          <Hidden intent="correct" edit={page.case.edit} />
          <TextArea field={fields.text} label={labels.text} rows={3} maxLength={2000} />
          <div>
            <Button>{t("reports:correct.submit")}</Button>
          </div>
        </PostForm>
      </Disclosure>
    </div>
  );
}
