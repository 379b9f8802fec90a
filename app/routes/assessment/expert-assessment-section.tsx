/** One section of the on-site assessment. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SectionForm } from "~/components/assessment/section-form";
import type { PageHandle } from "~/components/layout/page-handle";
import { sectionForm } from "~/domain/assessment/answers";
import { saveSection } from "~/domain/assessment/assessments.server";
import { assessmentOfDiagnosis } from "~/domain/assessment/results.server";
import { sectionPage } from "~/domain/assessment/section-page";
import { diagnosisFor } from "~/domain/clinic/moves.server";
import { onSiteCase } from "~/domain/clinic/on-site-check.server";
import type { Expert } from "~/domain/identity/actor";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireExpert } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { interactive: true };

/** The case as this expert may see it, and what is filled in so far. */
async function filledIn(expert: Expert, diagnosisId: string | undefined) {
  const { db } = store();
  const { id, enterpriseId } = found(await diagnosisFor(db, expert, found(diagnosisId)));
  return { diagnosisId: id, assessment: found(await assessmentOfDiagnosis(db, { diagnosisId: id, enterpriseId })) };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const { diagnosisId, assessment } = await filledIn(expert, params.id);
  const isOpen = assessment.status === "draft" && (await onSiteCase(store().db, expert, diagnosisId)) !== null;
  if (!isOpen) throw redirect(paths.expert.assessment(diagnosisId));
  const page = found(sectionPage(assessment.scheme, assessment.answers, found(params.section)));
  const { t, locale } = await translateFor(request);
  const section = locale === "en" ? page.section.nameEn : page.section.nameZh;
  const title = t("assessment:draft.on_site_title");
  return {
    diagnosisId,
    edit: assessment.edit,
    page,
    pageTitle: t("assessment:section.page_title", { section, title }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const { diagnosisId, assessment } = await filledIn(expert, params.id);
  const { section, next } = found(sectionPage(assessment.scheme, assessment.answers, found(params.section)));
  const form = await readForm(request, sectionForm(section.questions));
  if (!form.ok) return form.reply;
  const { answers, edit } = form.value;
  const outcome = await store().write((tx) =>
    saveSection(tx, expert, assessment.id, section.questions, answers, edit, onSiteCase),
  );
  if (!outcome.ok) {
    if (outcome.reason === "not_found") throw notFound();
    return form.refuse({ form: `assessment:refused.${outcome.reason}` });
  }
  const onward = form.intent !== "leave" && next ? paths.expert.assessmentSection(diagnosisId, next) : null;
  return redirectWith(onward ?? paths.expert.assessment(diagnosisId), "assessment:flash.saved");
}

export default function ExpertAssessmentSection() {
  const t = useTranslate();
  const { diagnosisId, edit, page } = useLoaderData<typeof loader>();
  return (
    <SectionForm
      key={page.section.slug}
      page={page}
      answer={useActionData<typeof action>()}
      edit={edit}
      hrefOf={(slug) => paths.expert.assessmentSection(diagnosisId, slug)}
      up={{ to: paths.expert.assessment(diagnosisId), label: t("assessment:draft.on_site_title") }}
      savedWhere={t("assessment:section.saved_server")}
      lastButton={t("assessment:section.save_overview")}
    />
  );
}
