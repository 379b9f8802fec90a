/** The on-site assessment of a clinic case: begin, fill in part by part, finish, correct. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DraftOverview } from "~/components/assessment/draft-overview";
import { ResultView } from "~/components/assessment/result-view";
import { Button } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { assessmentPage } from "~/domain/assessment/assessment-page";
import { finishAssessment, startAssessment } from "~/domain/assessment/assessments.server";
import { EditForm } from "~/domain/assessment/edit-form";
import { assessmentOfDiagnosis } from "~/domain/assessment/results.server";
import { diagnosisFor } from "~/domain/clinic/moves.server";
import { onSiteCase } from "~/domain/clinic/on-site-check.server";
import { enterpriseOf } from "~/domain/clinic/parties.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, requireExpert } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "assessment:draft.on_site_title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const { db } = store();
  const { id, enterpriseId } = found(await diagnosisFor(db, expert, found(params.id)));
  const present = await assessmentOfDiagnosis(db, { diagnosisId: id, enterpriseId });
  return {
    diagnosisId: id,
    enterpriseName: found(await enterpriseOf(db, enterpriseId)).name,
    isOpen: (await onSiteCase(db, expert, id)) !== null,
    page: present && assessmentPage(present),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const { id, enterpriseId } = found(await diagnosisFor(store().db, expert, found(params.id)));
  const form = await readForm(request, EditForm);
  if (!form.ok) return form.reply;
  const subject = { source: "on_site", enterpriseId, diagnosisId: id } as const;
  const here = paths.expert.assessment(id);
  if (form.intent === "start") {
    const started = await store().write((tx) => startAssessment(tx, expert, subject, onSiteCase));
    if (started.ok) return redirectWith(here, "assessment:flash.started");
    return form.refuse({ form: `assessment:refused.${started.reason}` });
  }
  const present = found(await assessmentOfDiagnosis(store().db, subject));
  const { edit } = form.value;
  const finished = await store().write((tx) => finishAssessment(tx, expert, present.id, edit, onSiteCase));
  if (finished.ok) return redirectWith(here, "assessment:flash.finished");
  const reason = finished.reason === "not_found" ? "not_yours" : finished.reason;
  return form.refuse({ form: `assessment:refused.${reason}` });
}

export default function ExpertAssessment() {
  const t = useTranslate();
  const { diagnosisId, enterpriseName, isOpen, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("assessment:draft.on_site_title")}
        lead={t("assessment:draft.on_site_lead", { enterprise: enterpriseName })}
        up={{ to: paths.expert.diagnosis(diagnosisId), label: t("assessment:draft.back_case") }}
      />
      {isOpen || page?.status === "finished" ? null : (
        <div className="mb-4">
          <Note tone="waiting">{t("assessment:draft.closed")}</Note>
        </div>
      )}
      {page?.status === "draft" && isOpen ? (
        <DraftOverview
          steps={page.steps}
          edit={page.edit}
          preview={page.result}
          scheme={page.scheme}
          hrefOf={(slug) => paths.expert.assessmentSection(diagnosisId, slug)}
          answer={answer}
          finishText={t("assessment:draft.finish.on_site_text")}
        />
      ) : null}
      {page?.status === "draft" ? null : <RefusalNote answer={answer} />}
      {page?.status === "finished" ? (
        <ResultView result={page.result} scheme={page.scheme} answerOpen={null}>
          {isOpen ? <Start text={t("assessment:draft.correct.text")} button={t("assessment:draft.correct")} /> : null}
        </ResultView>
      ) : null}
      {page === null && isOpen ? (
        <Start text={t("assessment:draft.begin.text")} button={t("assessment:draft.begin")} />
      ) : null}
    </>
  );
}

/** Starting and correcting are one command: it resumes what is open. */
function Start({ text, button }: { text: string; button: string }) {
  return (
    <div className="panel no-print mt-8 flex flex-wrap items-center gap-4 first:mt-0">
      <p className="measure grow">{text}</p>
      <Form method="post">
        <input type="hidden" name="edit" value={0} />
        <Button intent="start">{button}</Button>
      </Form>
    </div>
  );
}
