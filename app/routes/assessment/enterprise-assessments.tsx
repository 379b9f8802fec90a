/** All assessments of the enterprise, by source side by side; start, continue, or take over what was answered as a visitor. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AssessmentHistory } from "~/components/assessment/assessment-history";
import { SourceCards } from "~/components/assessment/source-cards";
import { Button, LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { startAssessment, takeOverAnswers } from "~/domain/assessment/assessments.server";
import { assessmentsOf } from "~/domain/assessment/results.server";
import { stepsOf } from "~/domain/assessment/section-page";
import { redirectWith } from "~/http/flash.server";
import { readIntent, refusal } from "~/http/form.server";
import { requireEnterprise } from "~/http/guards.server";
import { forgetVisitorAnswers, visitorAnswers } from "~/http/visitor-answers.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "assessment:list.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const visitor = await visitorAnswers(request, db);
  const steps = stepsOf(visitor.scheme, visitor.answers);
  const sum = (part: "answered" | "total") => steps.reduce((all, step) => all + step[part], 0);
  return {
    lines: await assessmentsOf(db, member.organisationId),
    inBrowser: visitor.hasBegun ? { answered: sum("answered"), total: sum("total") } : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const { intent } = await readIntent(request);
  if (intent === "take_over") {
    const visitor = await visitorAnswers(request, store().db);
    if (!visitor.hasBegun) return refusal("assessment:refused.nothing_to_take_over");
    const taken = await store().write((tx) => takeOverAnswers(tx, member, visitor.answers));
    if (!taken.ok) return refusal(`assessment:refused.${taken.reason}`);
    const forget = { "Set-Cookie": await forgetVisitorAnswers() };
    return redirectWith(paths.enterprise.assessment(taken.value.id), "assessment:flash.taken_over", {}, forget);
  }
  const subject = { source: "self", enterpriseId: member.organisationId } as const;
  const started = await store().write((tx) => startAssessment(tx, member, subject));
  if (!started.ok) return refusal(`assessment:refused.${started.reason}`);
  return redirect(paths.enterprise.assessment(started.value.id), 303);
}

export default function EnterpriseAssessments() {
  const t = useTranslate();
  const { lines, inBrowser } = useLoaderData<typeof loader>();
  const draft = lines.find(({ status, effectId }) => status === "draft" && effectId === null);
  const hasResult = lines.some(({ status, source }) => status === "finished" && source === "self");
  return (
    <>
      <PageHeader
        title={t("assessment:list.title")}
        lead={t("assessment:list.lead")}
        actions={
          draft ? (
            <LinkButton to={paths.enterprise.assessment(draft.id)} tone="primary">
              {t("assessment:list.continue")}
            </LinkButton>
          ) : (
            <Form method="post">
              <Button intent="start">{t(hasResult ? "assessment:list.restart" : "assessment:list.start")}</Button>
            </Form>
          )
        }
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      <div className="flex flex-col gap-4">
        {draft ? (
          <Note tone="waiting">{t("assessment:list.draft", { answered: draft.answered, total: draft.questions })}</Note>
        ) : null}
        {inBrowser ? <TakeOver {...inBrowser} /> : null}
        <p>
          <LinkButton to={paths.enterprise.standing()}>{t("effects:standing.link")}</LinkButton>
        </p>
        <section aria-labelledby="compare">
          <h2 id="compare" className="mb-3 text-xl">
            {t("assessment:list.compare")}
          </h2>
          <SourceCards lines={lines} />
        </section>
      </div>
      {lines.length > 0 ? <AssessmentHistory lines={lines} /> : null}
    </>
  );
}

function TakeOver({ answered, total }: { answered: number; total: number }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="take-over" className="panel bg-accent text-accent-content">
      <h2 id="take-over" className="text-lg">
        {t("assessment:list.take_over.title")}
      </h2>
      <p className="mb-3">{t("assessment:list.take_over.text", { answered, total })}</p>
      <Form method="post">
        <Button intent="take_over">{t("assessment:list.take_over")}</Button>
      </Form>
    </section>
  );
}
