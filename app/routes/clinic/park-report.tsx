/** The report as the park reads it: comment it, ask a second expert, issue it to the enterprise, or return it with a reason. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReasonForm, StepButton } from "~/components/clinic/act-form";
import { answerForAny } from "~/components/clinic/answer-for";
import { CorrectionForm } from "~/components/clinic/correction-form";
import { ReportDownloads } from "~/components/clinic/report-downloads";
import { ReportVersions } from "~/components/clinic/report-versions";
import { ReviewedDocument } from "~/components/clinic/reviewed-document";
import { AskReviewer, Verdict } from "~/components/clinic/second-opinion";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { noteAccess } from "~/domain/clinic/access-ledger.server";
import { moveOf } from "~/domain/clinic/diagnosis-status";
import { reviewReport } from "~/domain/clinic/report-desk.server";
import { reportPage } from "~/domain/clinic/report-page.server";
import { versionAsked } from "~/domain/clinic/report-version";
import { ParkReportForm } from "~/domain/clinic/review-form";
import { possibleReviewers } from "~/domain/clinic/second-opinions.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requirePark } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const { db } = store();
  const search = new URL(request.url).searchParams;
  const page = found(await reportPage(db, staff, params.id ?? "", versionAsked(search)));
  await noteAccess(store(), staff, { report: page.report, what: "report" });
  const isInReview = page.report.status === "in_review";
  const reviewers = isInReview ? await possibleReviewers(db, page.case) : [];
  return { page, reviewers, openFor: search.get("comment"), pageTitle: page.enterprise.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const form = await readForm(request, ParkReportForm);
  if (!form.ok) return form.reply;
  const id = params.id ?? "";
  const { intent } = form.value;
  const outcome = await store().write((tx) => reviewReport(tx, staff, id, form.value));
  if (outcome.ok) return redirectWith(placeAfter(id, form.value), `clinic:flash.${intent}`);
  if (outcome.reason === "not_found") throw notFound();
  const sentence = `clinic:refused.${outcome.reason}` as const;
  const isOfReviewer = outcome.reason === "unknown_reviewer" || outcome.reason === "reviewer_tied";
  return form.refuse(isOfReviewer ? { fields: { expertUserId: sentence } } : { form: sentence });
}

/** Deciding ends the review; talking goes on where it was. */
function placeAfter(id: string, value: ParkReportForm): string {
  switch (value.intent) {
    case "comment":
      return `${paths.parkDesk.report(id)}#${value.findingId ?? "comments"}`;
    case "ask_reviewer":
      return `${paths.parkDesk.report(id)}#review`;
    default:
      return paths.parkDesk.diagnosis(id);
  }
}

export default function ParkReport() {
  const t = useTranslate();
  const { page, openFor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = t("clinic:report.of", { enterprise: page.enterprise.name });
  const at = (query: Record<string, string>) => paths.parkDesk.report(page.case.id, query);
  return (
    <>
      <div className="no-print">
        <PageHeader title={title} up={{ to: paths.parkDesk.diagnosis(page.case.id), label: t("clinic:up.case") }} />
      </div>
      <RefusalNote answer={answerForAny(answer, ["issue"])} />
      <ReportDownloads page={page} at={paths.parkDesk} />
      <ReportVersions page={page} at={(number) => at({ number: String(number) })} />
      <ReviewedDocument page={page} commenting={{ openFor, answer, at }} />
      <Review answer={answer} />
      <CorrectionForm page={page} by="park" answer={answer} />
    </>
  );
}

function Review({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const { page, reviewers } = useLoaderData<typeof loader>();
  const { status, edit } = page.case;
  const back = moveOf(status, "report_draft", "park");
  if (!back || page.report.status !== "in_review") return null;
  return (
    <div className="no-print">
      <Section id="review" title={t("clinic:review.title")} lead={t("clinic:review.lead")}>
        <div className="flex flex-col gap-4">
          <Verdict page={page} />
          {page.conflict.tied.length > 0 ? <Note tone="waiting">{t("clinic:review.tied")}</Note> : null}
          <div>
            <StepButton intent="issue" edit={edit}>
              {t("clinic:issue.submit")}
            </StepButton>
          </div>
          <AskReviewer page={page} reviewers={reviewers} answer={answer} />
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
