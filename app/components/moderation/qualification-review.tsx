/** What a provider shows to be listed, each with its own verdict. */
import { moderationReasons } from "#db/vocabulary/moderation";
import { FileLink } from "~/components/catalogue/file-link";
import { QualificationBadge } from "~/components/catalogue/qualification-badge";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Facts } from "~/components/kit/page";
import { criterionRules, requiredCriteria, verdictsOn } from "~/domain/catalogue/qualification-status";
import type { VerdictForm } from "~/domain/moderation/qualification-form";
import type { ModeratedQualification } from "~/domain/moderation/qualifications.server";
import { formatDate, formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export type ReviewedQualification = ModeratedQualification & { days: number | null };
type Props = { qualifications: readonly ReviewedQualification[]; answer: unknown };

/** Which of a page's forms an answer belongs to. */
export function intentOf(answer: unknown): unknown {
  return typed(answer, "intent");
}

export function QualificationReview({ qualifications, answer }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const seen = new Set(qualifications.map(({ criterion }) => criterion));
  const absent = requiredCriteria.filter((criterion) => !seen.has(criterion));
  return (
    <>
      {absent.length > 0 ? (
        <p className="muted mb-3">
          {t("onboarding:review.absent", {
            criteria: formatList(
              locale,
              absent.map((criterion) => t(`onboarding:criterion.${criterion}`)),
            ),
          })}
        </p>
      ) : null}
      <ul className="grid gap-4">
        {qualifications.map((each) => (
          <Reviewed
            key={each.criterion}
            qualification={each}
            answer={typed(answer, "criterion") === each.criterion ? answer : undefined}
          />
        ))}
      </ul>
    </>
  );
}

type OneProps = { qualification: ReviewedQualification; answer: unknown };

function Reviewed({ qualification, answer }: OneProps) {
  const t = useTranslate();
  const locale = useLocale();
  const { criterion, status, statement, validUntil, fileId, reason, decisionText, days } = qualification;
  const none = t("common:none");
  const isAnswered = status === "submitted" && decisionText !== "";
  return (
    <li id={criterion} className="panel">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base">
          {t(`onboarding:criterion.${criterion}`)}
          <span className="muted ms-2 text-sm font-normal">
            {t(criterionRules[criterion].isRequired ? "onboarding:required" : "onboarding:voluntary")}
          </span>
        </h3>
        <QualificationBadge status={status} days={days} />
      </div>
      <Facts
        facts={[
          { label: t("onboarding:qualification.statement"), value: statement || none },
          {
            label: t("onboarding:qualification.file"),
            value: fileId ? (
              <FileLink
                id={fileId}
                name={qualification.fileName ?? ""}
                bytes={qualification.fileBytes ?? 0}
                isHeld={qualification.fileHeldSince !== null}
              />
            ) : (
              none
            ),
          },
          {
            label: t("onboarding:qualification.valid_until"),
            value: validUntil ? formatDate(locale, validUntil) : t("onboarding:qualification.no_end"),
          },
        ]}
      />
      {status === "returned" || isAnswered ? (
        <blockquote className="my-2 border-s-4 border-base-300 ps-3 whitespace-pre-line">
          <strong className="block">{t(isAnswered ? "onboarding:review.before" : "onboarding:review.said")}</strong>
          {reason ? `${t(`moderation:reason.${reason}`)} · ` : null}
          {decisionText}
        </blockquote>
      ) : null}
      {verdictsOn(status).length > 0 ? <VerdictFields qualification={qualification} answer={answer} /> : null}
    </li>
  );
}

/** Closed until it is wanted where it would only take a verdict back. */
function VerdictFields({ qualification, answer }: OneProps) {
  const t = useTranslate();
  if (qualification.status === "submitted") return <VerdictPanel qualification={qualification} answer={answer} />;
  return (
    <details open={answer !== undefined} className="mt-2">
      <summary className="link-plain inline-block cursor-pointer py-1">{t("onboarding:review.take_back")}</summary>
      <VerdictPanel qualification={qualification} answer={answer} />
    </details>
  );
}

function VerdictPanel({ qualification, answer }: OneProps) {
  const t = useTranslate();
  const { criterion, status, edit } = qualification;
  const verdicts = verdictsOn(status);
  const [form, fields] = useFormOf<VerdictForm>({
    id: `judge-${criterion}`,
    answer,
    defaults: { verdict: verdicts.length === 1 ? verdicts[0] : undefined },
  });
  const labels = {
    verdict: t("onboarding:review.verdict"),
    reason: t("moderation:decide.reason"),
    text: t("moderation:decide.text"),
  };
  const reasons = moderationReasons.map((value) => ({ value, label: t(`moderation:reason.${value}`) }));
  return (
    <PostForm form={form} className="mt-3 grid gap-4 border-t border-base-300 pt-3">
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="criterion" value={criterion} />
      <input type="hidden" name="seenEdit" value={edit} />
      <RadioGroup
        field={fields.verdict}
        label={labels.verdict}
        columns={2}
        options={verdicts.map((value) => ({ value, label: t(`onboarding:verdict.${value}`) }))}
      />
      <details open={answer !== undefined || status === "passed"}>
        <summary className="link-plain inline-block cursor-pointer py-1">{t("onboarding:review.why")}</summary>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          <SelectField field={fields.reason} label={labels.reason} options={reasons} />
          <TextArea field={fields.text} label={labels.text} hint={t("onboarding:review.text_hint")} rows={2} />
        </div>
      </details>
      <div>
        <Button intent="judge" tone="plain">
          {t("onboarding:review.submit", { criterion: t(`onboarding:criterion.${criterion}`) })}
        </Button>
      </div>
    </PostForm>
  );
}

function typed(answer: unknown, name: string): unknown {
  if (typeof answer !== "object" || answer === null || !("initialValue" in answer)) return undefined;
  const values = answer.initialValue;
  return typeof values === "object" && values !== null ? Reflect.get(values, name) : undefined;
}
