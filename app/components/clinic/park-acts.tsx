/** What a park's desk can do with a case now, by the workflow table. */
import { LinkButton } from "~/components/kit/button";
import { Section } from "~/components/kit/page";
import type { CaseOnPage } from "~/domain/clinic/case-page.server";
import { mayAct, moveOf } from "~/domain/clinic/diagnosis-status";
import type { SendableExpert } from "~/domain/clinic/experts.server";
import { isCorrection } from "~/domain/clinic/report-version";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Disclosure, NoteFormFields, ReasonForm, StepButton } from "./act-form";
import { answerFor } from "./answer-for";
import { ExpertChoice } from "./expert-choice";
import { RemindForm } from "./remind-form";
import { VisitFields } from "./visit-form";

type ActsProps = { page: CaseOnPage; experts: SendableExpert[] | null; answer: unknown };

export function ParkActs({ page, experts, canRemind, answer }: ActsProps & { canRemind: boolean }) {
  const t = useTranslate();
  const { status, edit, id } = page.case;
  const may = (to: Parameters<typeof moveOf>[1]) => moveOf(status, to, "park") !== null;
  return (
    <div className="no-print mt-6 flex flex-col gap-5 *:mt-0">
      <div className="flex flex-wrap gap-3 empty:hidden">
        {may("accepted") ? (
          <StepButton intent="accept" edit={edit}>
            {t("clinic:accept.submit")}
          </StepButton>
        ) : null}
        {page.report ? (
          <LinkButton to={paths.parkDesk.report(id)} tone={status === "report_review" ? "primary" : "plain"}>
            {t(status === "report_review" ? "clinic:report.review" : "clinic:report.open")}
          </LinkButton>
        ) : null}
        {may("closed") ? (
          <StepButton intent="close" edit={edit}>
            {t("clinic:close.submit")}
          </StepButton>
        ) : null}
      </div>
      {page.where.isObjected ? (
        <Section id="objection" title={t("clinic:objection.title")} lead={page.case.confirmNote}>
          <NoteFormFields
            intent="answer_objection"
            edit={edit}
            answer={answer}
            label={t("clinic:objection.answer")}
            submit={t("clinic:objection.submit")}
          />
        </Section>
      ) : null}
      {canRemind ? <RemindForm edit={edit} name={holderName(page)} answer={answer} /> : null}
      <Sending page={page} experts={experts} answer={answer} />
      <Refusals page={page} answer={answer} />
    </div>
  );
}

/** The desk itself is never reminded here. */
function holderName({ where, enterprise, expert }: CaseOnPage): string {
  return where.holder === "expert" ? (expert?.name ?? "") : enterprise.name;
}

/** The expert and the visit: open when it is the desk's turn, folded when it is only possible. */
function Sending({ page, experts, answer }: ActsProps) {
  const t = useTranslate();
  const { status, edit, expertUserId, visitAt, visitNote } = page.case;
  const canReschedule = mayAct("reschedule", status, "park") || moveOf(status, "scheduled", "park") !== null;
  if (status === "accepted" && experts) {
    return (
      <Section id="assign-expert" title={t("clinic:assign.title")}>
        <ExpertChoice edit={edit} experts={experts} sentId={null} answer={answer} />
      </Section>
    );
  }
  return (
    <>
      {canReschedule ? (
        <Disclosure title={t("clinic:visit.title")} isOpen={answerFor(answer, "schedule") !== undefined}>
          <VisitFields edit={edit} visitAt={visitAt} visitNote={visitNote} answer={answer} />
        </Disclosure>
      ) : null}
      {experts && mayAct("reassign", status, "park") ? (
        <Disclosure
          title={t("clinic:assign.replace_title")}
          isOpen={answerFor(answer, "assign") !== undefined || page.expert?.isAvailable === false}
        >
          <p className="measure muted mb-4">{t("desk:reassign.lead")}</p>
          <ExpertChoice edit={edit} experts={experts} sentId={expertUserId} answer={answer} />
        </Disclosure>
      ) : null}
    </>
  );
}

const refusals = [
  { intent: "ask", to: "changes_requested" },
  { intent: "decline", to: "declined" },
  { intent: "cancel", to: "cancelled" },
] as const;

function Refusals({ page, answer }: { page: CaseOnPage; answer: unknown }) {
  const t = useTranslate();
  const { status, edit } = page.case;
  return refusals.map(({ intent, to }) => {
    const move = moveOf(status, to, "park");
    return move && !(to === "cancelled" && isCorrection(page.report)) ? (
      <ReasonForm
        key={intent}
        intent={intent}
        edit={edit}
        answer={answer}
        title={t(`clinic:${intent}.title`)}
        lead={t(`clinic:${intent}.lead`)}
        reasons={move.reasons}
        submit={t(`clinic:${intent}.submit`)}
      />
    ) : null;
  });
}
