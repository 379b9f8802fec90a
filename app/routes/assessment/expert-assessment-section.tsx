/** One section of the on-site assessment. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SectionForm } from "~/components/assessment/section-form";
import type { PageHandle } from "~/components/layout/page-handle";
import { assessmentOfDiagnosis } from "~/domain/assessment/results.server";
import { diagnosisFor } from "~/domain/clinic/moves.server";
import { onSiteCase } from "~/domain/clinic/on-site-check.server";
import type { Expert } from "~/domain/identity/actor";
import { savedSection, shownSection } from "~/http/assessment-section.server";
import { found, requireExpert } from "~/http/guards.server";
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
  return {
    diagnosisId,
    ...(await shownSection(request, assessment, params.section, "assessment:draft.on_site_title")),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const { diagnosisId, assessment } = await filledIn(expert, params.id);
  const places = {
    overview: paths.expert.assessment(diagnosisId),
    section: (slug: string) => paths.expert.assessmentSection(diagnosisId, slug),
  };
  return savedSection(request, expert, assessment, params.section, places, onSiteCase);
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
