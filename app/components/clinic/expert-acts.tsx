/** What the expert can do with a case now: agree the visit, begin it, fill in the questionnaire, write the report. */
import { Link } from "@remix-run/react";
import { CircleCheck, CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "~/components/kit/button";
import { Section } from "~/components/kit/page";
import type { CaseOnPage } from "~/domain/clinic/case-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Disclosure, StepButton } from "./act-form";
import { answerFor } from "./answer-for";
import { VisitFields } from "./visit-form";
import { CalendarLink } from "./visit-links";

export function ExpertActs({ page, answer }: { page: CaseOnPage; answer: unknown }) {
  const { status } = page.case;
  return (
    <div className="no-print mt-6 flex flex-col gap-5 *:mt-0 empty:hidden">
      {status === "assigned" || status === "scheduled" ? (
        <Visit page={page} answer={answer} />
      ) : (
        <CalendarLink about={page.case} viewer="expert" />
      )}
      {status === "on_site" || status === "report_draft" ? <Work page={page} /> : null}
      {page.report && status !== "report_draft" ? <ReadReport id={page.case.id} /> : null}
    </div>
  );
}

function Visit({ page, answer }: { page: CaseOnPage; answer: unknown }) {
  const t = useTranslate();
  const { status, edit, visitAt, visitNote } = page.case;
  const fields = <VisitFields edit={edit} visitAt={visitAt} visitNote={visitNote} answer={answer} />;
  if (status === "assigned") {
    return (
      <Section id="agree-visit" title={t("clinic:visit.title")} lead={t("clinic:visit.lead")}>
        <p className="mb-4">
          <Link to={paths.expert.times()} className="link-plain">
            {t("visits:own_times.link")}
          </Link>
        </p>
        {fields}
      </Section>
    );
  }
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <StepButton intent="start_visit" edit={edit}>
          {t("clinic:visit.start")}
        </StepButton>
        <CalendarLink about={page.case} viewer="expert" />
      </div>
      <Disclosure title={t("clinic:visit.change")} isOpen={answerFor(answer, "schedule") !== undefined}>
        {fields}
      </Disclosure>
    </>
  );
}

/** The questionnaire and the report may be done in either order; both are needed to hand in. */
function Work({ page }: { page: CaseOnPage }) {
  const t = useTranslate();
  const { status, edit, id } = page.case;
  const isAssessed = page.assessment?.status === "finished";
  return (
    <Section id="work" title={t("clinic:work.title")}>
      <ol className="flex flex-col divide-y divide-base-300 rounded-box border border-base-300">
        <Task isDone={false} name={t("field:title")} state={t("field:entry.text")}>
          <LinkButton to={paths.expert.field(id)}>{t("field:entry.open")}</LinkButton>
        </Task>
        <Task isDone={isAssessed} name={t("clinic:work.assessment")} state={assessmentState(t, page)}>
          <LinkButton to={paths.expert.assessment(id)} tone={isAssessed ? "plain" : "primary"}>
            {t(
              page.assessment
                ? isAssessed
                  ? "clinic:work.assessment.view"
                  : "clinic:work.assessment.continue"
                : "clinic:work.assessment.start",
            )}
          </LinkButton>
        </Task>
        <Task
          isDone={false}
          name={t("clinic:work.report")}
          state={t(status === "report_draft" ? "clinic:work.report.draft" : "clinic:work.report.none")}
        >
          {status === "report_draft" ? (
            <LinkButton to={paths.expert.report(id)} tone="primary">
              {t("clinic:work.report.write")}
            </LinkButton>
          ) : (
            <StepButton intent="start_report" edit={edit} tone={isAssessed ? "primary" : "plain"}>
              {t("clinic:work.report.start")}
            </StepButton>
          )}
        </Task>
      </ol>
    </Section>
  );
}

function assessmentState(t: ReturnType<typeof useTranslate>, { assessment }: CaseOnPage): string {
  if (!assessment) return t("clinic:work.assessment.none");
  if (assessment.status === "draft" || assessment.level === null) return t("clinic:work.assessment.draft");
  return t("clinic:work.assessment.done", { level: assessment.level });
}

type TaskProps = { isDone: boolean; name: string; state: string; children: ReactNode };

function Task({ isDone, name, state, children }: TaskProps) {
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
      <Icon aria-hidden size={24} className={isDone ? "text-primary" : "muted"} />
      <span className="min-w-0 flex-1 basis-48">
        <strong className="block font-semibold">{name}</strong>
        <span className="muted text-sm">{state}</span>
      </span>
      {children}
    </li>
  );
}

function ReadReport({ id }: { id: string }) {
  const t = useTranslate();
  return (
    <p>
      <LinkButton to={paths.expert.report(id)}>{t("clinic:report.open")}</LinkButton>
    </p>
  );
}
