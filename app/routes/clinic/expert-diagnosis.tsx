/** A case as the assigned expert works on it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForAny } from "~/components/clinic/answer-for";
import { CaseView } from "~/components/clinic/case-view";
import { ExpertActs } from "~/components/clinic/expert-acts";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { casePage } from "~/domain/clinic/case-page.server";
import { ExpertCaseForm } from "~/domain/clinic/diagnosis-form";
import { startReport } from "~/domain/clinic/reports.server";
import { arrangeVisit, startVisit } from "~/domain/clinic/visits.server";
import { caseProblem } from "~/http/case-refusals";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireExpert } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const page = found(await casePage(store().db, expert, params.id ?? "", Date.now()));
  return { page, pageTitle: page.enterprise.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const form = await readForm(request, ExpertCaseForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const seen = { id: params.id ?? "", edit: value.edit };
  const outcome = await store().write(async (tx) => {
    switch (value.intent) {
      case "schedule":
        return arrangeVisit(tx, expert, seen.id, value);
      case "start_visit":
        return startVisit(tx, expert, seen);
      case "start_report":
        return startReport(tx, expert, seen);
    }
  });
  const next = value.intent === "start_report" ? paths.expert.report : paths.expert.diagnosis;
  if (outcome.ok) return redirectWith(next(seen.id), `clinic:flash.${value.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  const sentence = `clinic:refused.${outcome.reason}` as const;
  return form.refuse(caseProblem(outcome.reason, sentence));
}

export default function ExpertDiagnosis() {
  const t = useTranslate();
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={page.enterprise.name} up={{ to: paths.expert.home(), label: t("clinic:up.expert") }} />
      <RefusalNote answer={answerForAny(answer, ["start_visit", "start_report"])} />
      <CaseView page={page} viewer="expert">
        <ExpertActs page={page} answer={answer} />
      </CaseView>
    </>
  );
}
