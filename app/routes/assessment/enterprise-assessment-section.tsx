/** One section of the enterprise's self-assessment, saved on the server. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SectionForm } from "~/components/assessment/section-form";
import type { PageHandle } from "~/components/layout/page-handle";
import { assessmentOf } from "~/domain/assessment/results.server";
import { savedSection, shownSection } from "~/http/assessment-section.server";
import { found, requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { interactive: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const kept = found(await assessmentOf(store().db, member, found(params.id)));
  if (kept.status === "finished") throw redirect(paths.enterprise.assessment(kept.id));
  return { id: kept.id, ...(await shownSection(request, kept, params.section, "assessment:draft.title")) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const kept = found(await assessmentOf(store().db, member, found(params.id)));
  return savedSection(request, member, kept, params.section, {
    overview: paths.enterprise.assessment(kept.id),
    section: (slug) => paths.enterprise.assessmentSection(kept.id, slug),
  });
}

export default function EnterpriseAssessmentSection() {
  const t = useTranslate();
  const { id, edit, page } = useLoaderData<typeof loader>();
  return (
    <SectionForm
      key={page.section.slug}
      page={page}
      answer={useActionData<typeof action>()}
      edit={edit}
      hrefOf={(slug) => paths.enterprise.assessmentSection(id, slug)}
      up={{ to: paths.enterprise.assessment(id), label: t("assessment:draft.title") }}
      savedWhere={t("assessment:section.saved_server")}
      lastButton={t("assessment:section.save_overview")}
    />
  );
}
