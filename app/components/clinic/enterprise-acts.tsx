/** What an enterprise can do with its case now. */
import { Section } from "~/components/kit/page";
import { Button, LinkButton } from "~/components/kit/button";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Note } from "~/components/kit/status";
import type { AnswerForm } from "~/domain/clinic/diagnosis-form";
import type { CaseOnPage } from "~/domain/clinic/case-page.server";
import { moveOf } from "~/domain/clinic/diagnosis-status";
import type { NeedChoices } from "~/domain/clinic/needs.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Disclosure, Hidden, NoteFormFields, ReasonForm } from "./act-form";
import { answerFor } from "./answer-for";
import { RequestFields, useRequestLabels } from "./request-fields";
import { CalendarLink, PickLink } from "./visit-links";

type ActsProps = { page: CaseOnPage; choices: NeedChoices | null; answer: unknown };

export function EnterpriseActs({ page, choices, answer }: ActsProps) {
  const t = useTranslate();
  const { case: about, report } = page;
  const withdraw = moveOf(about.status, "withdrawn", "enterprise");
  return (
    <div className="no-print mt-6 flex flex-col gap-5 *:mt-0">
      {report ? (
        <p>
          <LinkButton to={paths.enterprise.report(about.id)} tone="primary">
            {t("clinic:report.open")}
          </LinkButton>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3 empty:hidden">
        <PickLink about={about} />
        <CalendarLink about={about} viewer="enterprise" />
      </div>
      {choices ? <AnswerRequest page={page} choices={choices} answer={answer} /> : null}
      {about.status === "reported" ? <ConfirmReport page={page} answer={answer} /> : null}
      {withdraw ? (
        <ReasonForm
          intent="withdraw"
          edit={about.edit}
          answer={answer}
          title={t("clinic:withdraw.title")}
          lead={t("clinic:withdraw.lead")}
          reasons={withdraw.reasons}
          submit={t("clinic:withdraw.submit")}
          isTextOptional
        />
      ) : null}
    </div>
  );
}

function AnswerRequest({ page, choices, answer }: { page: CaseOnPage; choices: NeedChoices; answer: unknown }) {
  const t = useTranslate();
  const { contactName, contactPhone, need, scenarios, suitableTimes, edit } = page.case;
  const [form, fields] = useFormOf<AnswerForm>({
    id: "answer",
    answer: answerFor(answer, "answer"),
    defaults: { contactName, contactPhone, need, scenarios, suitableTimes },
  });
  const labels = { ...useRequestLabels(), answer: t("clinic:answer.words") };
  const asked = page.steps.findLast(({ toStatus }) => toStatus === "changes_requested");
  return (
    <Section id="answer-request" title={t("clinic:answer.title")}>
      {asked ? (
        <Note tone="waiting">
          {asked.reason ? <strong>{t(`clinic:reason.${asked.reason}`)}</strong> : null}
          <p className="whitespace-pre-line">{asked.text}</p>
        </Note>
      ) : null}
      <PostForm form={form} className="mt-5 flex flex-col gap-5">
        <ErrorSummary form={form} labels={labels} />
        <Hidden intent="answer" edit={edit} />
        <TextArea
          field={fields.answer}
          label={labels.answer}
          hint={t("clinic:answer.hint")}
          rows={3}
          maxLength={2000}
        />
        <RequestFields fields={fields} choices={choices} />
        <div>
          <Button>{t("clinic:answer.submit")}</Button>
        </div>
      </PostForm>
    </Section>
  );
}

function ConfirmReport({ page, answer }: { page: CaseOnPage; answer: unknown }) {
  const t = useTranslate();
  const { edit } = page.case;
  if (page.where.isObjected) return null;
  return (
    <Section id="confirm" title={t("clinic:confirm.title")} lead={t("clinic:confirm.lead")}>
      <div className="flex flex-col gap-4">
        <NoteFormFields
          intent="confirm"
          edit={edit}
          answer={answer}
          label={t("clinic:confirm.note")}
          submit={t("clinic:confirm.submit")}
          optional
        />
        <Disclosure title={t("clinic:object.title")} isOpen={answerFor(answer, "object") !== undefined}>
          <NoteFormFields
            intent="object"
            edit={edit}
            answer={answer}
            label={t("clinic:object.note")}
            hint={t("clinic:object.hint")}
            submit={t("clinic:object.submit")}
            tone="danger"
          />
        </Disclosure>
      </div>
    </Section>
  );
}
