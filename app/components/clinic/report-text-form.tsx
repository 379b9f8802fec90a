/** The report's own text: summary for the owner of the factory, analysis, target level, disclosure of ties. */
import { Button } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { ReportForm } from "~/domain/clinic/report-form";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { Hidden } from "./act-form";
import { answerFor } from "./answer-for";

const levels = [0, 1, 2, 3, 4] as const;

export function ReportTextForm({ page, answer }: { page: ReportOnPage; answer: unknown }) {
  const t = useTranslate();
  const { overview, summary, analysis, targetLevel, disclosure, edit } = page.report;
  const [form, fields] = useFormOf<ReportForm>({
    id: "report",
    answer: answerFor(answer, "save"),
    defaults: { overview, summary, analysis, targetLevel, disclosure },
  });
  const labels = {
    overview: t("reports:overview"),
    summary: t("clinic:report.summary"),
    analysis: t("clinic:report.analysis"),
    targetLevel: t("clinic:report.level_target"),
    disclosure: t("clinic:report.disclosure"),
  };
  const options = levels.map((level) => ({ value: String(level), label: t("clinic:level", { level }) }));
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <Hidden intent="save" edit={edit} />
      <TextArea
        field={fields.summary}
        label={labels.summary}
        hint={t("clinic:report.summary_hint")}
        rows={4}
        maxLength={5000}
      />
      <TextArea
        field={fields.overview}
        label={labels.overview}
        hint={t("reports:overview_hint")}
        optional
        rows={4}
        maxLength={5000}
      />
      <TextArea
        field={fields.analysis}
        label={labels.analysis}
        hint={t("clinic:report.analysis_hint")}
        optional
        rows={8}
        maxLength={20_000}
      />
      <SelectField
        field={fields.targetLevel}
        label={labels.targetLevel}
        hint={t("clinic:report.target_hint")}
        options={options}
        width="short"
      />
      <TextArea
        field={fields.disclosure}
        label={labels.disclosure}
        hint={t("clinic:report.disclosure_hint")}
        optional
        rows={2}
        maxLength={2000}
      />
      <div>
        <Button>{t("clinic:editor.save")}</Button>
      </div>
    </PostForm>
  );
}
