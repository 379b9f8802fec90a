/** What an enterprise can do with a recommendation: keep it in mind, or say why it will not follow it. */
import type { RecommendationStatus } from "#db/vocabulary/clinic";
import { Disclosure } from "~/components/clinic/act-form";
import { answerFor } from "~/components/clinic/answer-for";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Note } from "~/components/kit/status";
import type { NotAdopted } from "~/domain/matching/recommendation-decision.server";
import { notAdoptedReasons } from "~/domain/matching/recommendation-form";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type ActsProps = { status: RecommendationStatus; notAdopted: NotAdopted | null; answer: unknown };

export function RecommendationActs({ status, notAdopted, answer }: ActsProps) {
  const t = useTranslate();
  const locale = useLocale();
  if (status === "adopted") return <Note tone="done">{t("matching:recommendation.adopted")}</Note>;
  if (status === "not_adopted") {
    return (
      <Note>
        {notAdopted
          ? t("matching:recommendation.left", {
              date: formatDate(locale, notAdopted.at),
              reason: t(`matching:left.${notAdopted.reason}`),
            })
          : t("matching:recommendation.left.plain")}
        {notAdopted?.text ? <p className="whitespace-pre-line">{notAdopted.text}</p> : null}
      </Note>
    );
  }
  return (
    <div className="no-print flex flex-col gap-3">
      {status === "proposed" || status === "viewed" ? (
        <PostForm form={{ id: "shortlist" }} className="flex flex-col gap-1">
          <input type="hidden" name="intent" value="shortlist" />
          <Button>{t("matching:recommendation.shortlist")}</Button>
          <p className="muted text-sm">{t("matching:recommendation.shortlist.hint")}</p>
        </PostForm>
      ) : null}
      <LeaveForm answer={answer} />
    </div>
  );
}

type LeaveShape = { reason: string; text: string };

function LeaveForm({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const own = answerFor(answer, "leave");
  const [form, fields] = useFormOf<LeaveShape>({ id: "leave", answer: own });
  const labels = { reason: t("matching:left.reason"), text: t("matching:left.text") };
  const options = notAdoptedReasons.map((reason) => ({ value: reason, label: t(`matching:left.${reason}`) }));
  return (
    <Disclosure title={t("matching:recommendation.leave")} isOpen={own !== undefined}>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="leave" />
        <RadioGroup field={fields.reason} label={labels.reason} options={options} />
        <TextArea
          field={fields.text}
          label={labels.text}
          hint={t("matching:left.text.hint")}
          rows={3}
          maxLength={1000}
        />
        <div>
          <Button tone="danger">{t("matching:recommendation.leave.submit")}</Button>
        </div>
      </PostForm>
    </Disclosure>
  );
}
