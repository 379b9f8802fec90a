/** The re-assessment of an effect on site: begin, fill in part by part, finish. */
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
import { finishAssessment } from "~/domain/assessment/assessments.server";
import { EditForm } from "~/domain/assessment/edit-form";
import { assessmentOfEffect } from "~/domain/assessment/results.server";
import { beginReassessment, effectOfExpert, ofExpert } from "~/domain/effects/reassessment.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireExpert } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "effects:expert.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const { db } = store();
  const effect = found(await effectOfExpert(db, expert, found(params.id)));
  const present = await assessmentOfEffect(db, effect.id);
  return { effect, page: present && assessmentPage(present) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const effect = found(await effectOfExpert(store().db, expert, found(params.id)));
  const form = await readForm(request, EditForm);
  if (!form.ok) return form.reply;
  const here = paths.expert.effect(effect.id);
  if (form.intent === "start") {
    const begun = await store().write((tx) => beginReassessment(tx, expert, effect.id));
    if (begun.ok) return redirectWith(here, "assessment:flash.started");
    if (begun.reason === "not_found") throw notFound();
    return form.refuse({ form: `effects:refused.${begun.reason}` });
  }
  const present = found(await assessmentOfEffect(store().db, effect.id));
  const { edit } = form.value;
  const finished = await store().write((tx) => finishAssessment(tx, expert, present.id, edit, ofExpert));
  if (finished.ok) return redirectWith(here, "assessment:flash.finished");
  const reason = finished.reason === "not_found" ? "not_yours" : finished.reason;
  return form.refuse({ form: `assessment:refused.${reason}` });
}

export default function ExpertEffect() {
  const t = useTranslate();
  const { effect, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOpen = effect.status === "open";
  return (
    <>
      <PageHeader
        title={t("effects:expert.title")}
        lead={t("effects:expert.lead", { enterprise: effect.enterpriseName })}
        up={{ to: paths.expert.home(), label: t("nav:desk") }}
      />
      {isOpen || page?.status === "finished" ? null : <Note tone="waiting">{t("effects:expert.closed")}</Note>}
      {page?.status === "draft" && isOpen ? (
        <DraftOverview
          steps={page.steps}
          edit={page.edit}
          preview={page.result}
          scheme={page.scheme}
          hrefOf={(slug) => paths.expert.effectSection(effect.id, slug)}
          answer={answer}
          finishText={t("effects:expert.finish")}
        />
      ) : (
        <RefusalNote answer={answer} />
      )}
      {page?.status === "finished" ? <ResultView result={page.result} scheme={page.scheme} answerOpen={null} /> : null}
      {page === null && isOpen ? (
        <Form method="post" className="panel flex flex-wrap items-center gap-4">
          <p className="measure grow">{t("effects:reassess.text")}</p>
          <input type="hidden" name="edit" value={0} />
          <Button intent="start">{t("effects:reassess")}</Button>
        </Form>
      ) : null}
    </>
  );
}
