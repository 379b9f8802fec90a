/** One assessment of the enterprise: its parts while it is filled in, its result once it is finished. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Search, Stethoscope } from "lucide-react";
import { DraftOverview } from "~/components/assessment/draft-overview";
import { ResultView } from "~/components/assessment/result-view";
import { Way, WaysOn } from "~/components/assessment/way-on";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { finishAssessment } from "~/domain/assessment/assessments.server";
import { EditForm } from "~/domain/assessment/edit-form";
import { assessmentPage } from "~/domain/assessment/assessment-page";
import { assessmentOf } from "~/domain/assessment/results.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "assessment:list.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  return assessmentPage(found(await assessmentOf(store().db, member, found(params.id))));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const id = found(params.id);
  const form = await readForm(request, EditForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => finishAssessment(tx, member, id, form.value.edit));
  if (outcome.ok) return redirectWith(paths.enterprise.assessment(id), "assessment:flash.finished");
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `assessment:refused.${outcome.reason}` });
}

export default function EnterpriseAssessment() {
  const t = useTranslate();
  const locale = useLocale();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const up =
    page.effectId === null
      ? { to: paths.enterprise.assessments(), label: t("assessment:list.title") }
      : { to: paths.enterprise.effect(page.effectId), label: t("effects:title") };
  if (page.status === "draft") {
    return (
      <>
        <PageHeader
          title={t("assessment:draft.title")}
          lead={t("assessment:draft.lead")}
          up={up}
          badge={<StatusBadge tone="waiting">{t("assessment:status.draft")}</StatusBadge>}
        />
        <DraftOverview
          steps={page.steps}
          edit={page.edit}
          preview={page.result}
          scheme={page.scheme}
          hrefOf={(slug) => paths.enterprise.assessmentSection(page.id, slug)}
          answer={answer}
          finishText={t("assessment:draft.finish.text")}
        />
      </>
    );
  }
  const source = t(`assessment:source.${page.source}`);
  const date = page.finishedAt === null ? "" : formatDate(locale, page.finishedAt);
  return (
    <>
      <PageHeader title={t("assessment:result.title")} lead={t("assessment:result.of", { source, date })} up={up} />
      <ResultView result={page.result} scheme={page.scheme} answerOpen={null}>
        <WaysOn>
          <Way
            icon={Stethoscope}
            title={t("assessment:result.next.clinic")}
            text={t("assessment:result.next.clinic.text")}
          >
            <LinkButton to={paths.enterprise.diagnosisNew()}>{t("assessment:result.next.clinic.request")}</LinkButton>
          </Way>
          <Way icon={Search} title={t("assessment:result.next.match")} text={t("assessment:result.next.match.text")}>
            <LinkButton to={paths.enterprise.matches()}>{t("assessment:result.next.match.link")}</LinkButton>
          </Way>
        </WaysOn>
      </ResultView>
    </>
  );
}
