/** A report as the second expert reads it: comments where they belong, and an opinion for the park. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReviewedDocument } from "~/components/clinic/reviewed-document";
import { VerdictForm } from "~/components/clinic/second-opinion";
import { PageHeader } from "~/components/kit/page";
import { noteAccess } from "~/domain/clinic/access-ledger.server";
import { giveOpinion } from "~/domain/clinic/report-desk.server";
import { reviewPage } from "~/domain/clinic/report-page.server";
import { ReviewerForm } from "~/domain/clinic/review-form";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireExpert } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reviewer = await requireExpert(request);
  const page = found(await reviewPage(store().db, reviewer, params.id ?? ""));
  await noteAccess(store(), reviewer, { report: page.report, what: "report" });
  const openFor = new URL(request.url).searchParams.get("comment");
  return { page, openFor, pageTitle: page.enterprise.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const reviewer = await requireExpert(request);
  const form = await readForm(request, ReviewerForm);
  if (!form.ok) return form.reply;
  const id = params.id ?? "";
  const { value } = form;
  const outcome = await store().write((tx) => giveOpinion(tx, reviewer, id, value));
  if (outcome.ok) {
    const place = value.intent === "verdict" ? "verdict" : (value.findingId ?? "comments");
    return redirectWith(`${paths.expert.review(id)}#${place}`, `clinic:flash.${value.intent}`);
  }
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `clinic:refused.${outcome.reason}` });
}

export default function ExpertReview() {
  const t = useTranslate();
  const { page, openFor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const at = (query: Record<string, string>) => paths.expert.review(page.report.id, query);
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t("clinic:report.of", { enterprise: page.enterprise.name })}
          up={{ to: paths.expert.home(), label: t("reports:reviews.title") }}
        />
      </div>
      <ReviewedDocument page={page} commenting={{ openFor, answer, at }} />
      <div className="no-print mt-8">
        <VerdictForm page={page} answer={answer} />
      </div>
    </>
  );
}
