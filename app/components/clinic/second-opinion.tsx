/** The second expert: asked by the park, heard before it decides. */
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { reviewVerdicts } from "#db/vocabulary/clinic";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import type { PossibleReviewer } from "~/domain/clinic/second-opinions.server";
import { formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { Disclosure, Hidden } from "./act-form";
import { answerFor } from "./answer-for";

/** What the second expert said, or that nothing was said yet. */
export function Verdict({ page: { report, reviewerName } }: { page: ReportOnPage }) {
  const t = useTranslate();
  if (reviewerName === null) return null;
  if (report.reviewVerdict === null)
    return <Note tone="waiting">{t("reports:reviewer.waiting", { name: reviewerName })}</Note>;
  const verdict = t(`reports:verdict.${report.reviewVerdict}`);
  return (
    <Note tone={report.reviewVerdict === "approve" ? "done" : "urgent"}>
      <p className="font-semibold">{t("reports:verdict.by", { name: reviewerName, verdict })}</p>
      <p className="break-words whitespace-pre-line">{report.reviewText}</p>
    </Note>
  );
}

type AskProps = { page: ReportOnPage; reviewers: readonly PossibleReviewer[]; answer: unknown };

export function AskReviewer({ page, reviewers, answer }: AskProps) {
  const t = useTranslate();
  const locale = useLocale();
  const own = answerFor(answer, "ask_reviewer");
  const [form, fields] = useFormOf<{ expertUserId: string }>({ id: "form-ask_reviewer", answer: own });
  const labels = { expertUserId: t("reports:reviewer.choose") };
  const tiesOf = ({ ties, isTiedToEnterprise }: PossibleReviewer) =>
    isTiedToEnterprise
      ? t("reports:reviewer.tied")
      : t("reports:reviewer.ties", {
          names: formatList(
            locale,
            ties.map(({ name }) => name),
          ),
        });
  const options = reviewers
    .filter(({ userId }) => userId !== page.report.reviewerUserId)
    .map((one) => ({ value: one.userId, label: `${one.name} · ${one.organisationName} · ${tiesOf(one)}` }));
  const title = t(page.report.reviewerUserId === null ? "reports:reviewer.title" : "reports:reviewer.replace");
  return (
    <Disclosure title={title} isOpen={own !== undefined}>
      <PostForm form={form}>
        <p className="measure muted">{t("reports:reviewer.lead")}</p>
        <ErrorSummary form={form} labels={labels} />
        <Hidden intent="ask_reviewer" edit={page.case.edit} />
        <SelectField field={fields.expertUserId} label={labels.expertUserId} options={options} />
        <div>
          <Button tone="plain">{t("reports:reviewer.submit")}</Button>
        </div>
      </PostForm>
    </Disclosure>
  );
}

/** The second expert's own form; what was said before may be changed. */
export function VerdictForm({ page, answer }: { page: ReportOnPage; answer: unknown }) {
  const t = useTranslate();
  const { edit, reviewVerdict, reviewText } = page.report;
  const [form, fields] = useFormOf<{ verdict: string; text: string }>({
    id: "form-verdict",
    answer: answerFor(answer, "verdict"),
    defaults: { verdict: reviewVerdict ?? "", text: reviewText },
  });
  const labels = { verdict: t("reports:verdict.choose"), text: t("reports:verdict.text") };
  const options = reviewVerdicts.map((verdict) => ({ value: verdict, label: t(`reports:verdict.${verdict}`) }));
  return (
    <Section id="verdict" title={t("reports:verdict.title")} lead={t("reports:verdict.lead")}>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <Hidden intent="verdict" edit={edit} />
        <RadioGroup field={fields.verdict} label={labels.verdict} options={options} columns={2} />
        <TextArea field={fields.text} label={labels.text} rows={4} maxLength={2000} />
        <div>
          <Button>{t("reports:verdict.submit")}</Button>
        </div>
      </PostForm>
    </Section>
  );
}
