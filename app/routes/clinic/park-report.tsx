/** The report as the park reads it: issue it to the enterprise, or return it to the expert with a reason. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReasonForm, StepButton } from "~/components/clinic/act-form";
import { answerForAny } from "~/components/clinic/answer-for";
import { ReportDocument } from "~/components/clinic/report-document";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { ParkReportForm } from "~/domain/clinic/diagnosis-form";
import { moveOf } from "~/domain/clinic/diagnosis-status";
import { reportNames, reportPage } from "~/domain/clinic/report-page.server";
import { issueReport, returnReport } from "~/domain/clinic/reports.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requirePark } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const { db } = store();
  const page = found(await reportPage(db, staff, params.id ?? ""));
  return { page, names: await reportNames(db, page), pageTitle: page.enterprise.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const form = await readForm(request, ParkReportForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const seen = { id: params.id ?? "", edit: value.edit };
  const outcome = await store().write(async (tx) =>
    value.intent === "issue" ? issueReport(tx, staff, seen) : returnReport(tx, staff, seen, value),
  );
  if (outcome.ok) return redirectWith(paths.parkDesk.diagnosis(seen.id), `clinic:flash.${value.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `clinic:refused.${outcome.reason}` });
}

export default function ParkReport() {
  const t = useTranslate();
  const { page, names } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = t("clinic:report.of", { enterprise: page.enterprise.name });
  return (
    <>
      <PageHeader title={title} up={{ to: paths.parkDesk.diagnosis(page.case.id), label: t("clinic:up.case") }} />
      <RefusalNote answer={answerForAny(answer, ["issue"])} />
      <ReportDocument page={page} names={names} />
      <Review answer={answer} />
    </>
  );
}

function Review({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const { page } = useLoaderData<typeof loader>();
  const { status, edit } = page.case;
  const back = moveOf(status, "report_draft", "park");
  if (!back) return null;
  return (
    <div className="no-print">
      <Section id="review" title={t("clinic:review.title")} lead={t("clinic:review.lead")}>
        <div className="flex flex-col gap-4">
          {page.conflict.tied.length > 0 ? <Note tone="waiting">{t("clinic:review.tied")}</Note> : null}
          <div>
            <StepButton intent="issue" edit={edit}>
              {t("clinic:issue.submit")}
            </StepButton>
          </div>
          <ReasonForm
            intent="return"
            edit={edit}
            answer={answer}
            title={t("clinic:return.title")}
            lead={t("clinic:return.lead")}
            reasons={back.reasons}
            submit={t("clinic:return.submit")}
          />
        </div>
      </Section>
    </div>
  );
}
