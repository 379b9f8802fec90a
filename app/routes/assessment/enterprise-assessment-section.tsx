/** One section of the enterprise's self-assessment, saved on the server. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SectionForm } from "~/components/assessment/section-form";
import type { PageHandle } from "~/components/layout/page-handle";
import { sectionForm } from "~/domain/assessment/answers";
import { saveSection } from "~/domain/assessment/assessments.server";
import { assessmentOf } from "~/domain/assessment/results.server";
import { sectionPage } from "~/domain/assessment/section-page";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { interactive: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { id, edit, scheme, answers, status } = found(await assessmentOf(store().db, member, found(params.id)));
  if (status === "finished") throw redirect(paths.enterprise.assessment(id));
  const page = found(sectionPage(scheme, answers, found(params.section)));
  const { t, locale } = await translateFor(request);
  const section = locale === "en" ? page.section.nameEn : page.section.nameZh;
  return {
    id,
    edit,
    page,
    pageTitle: t("assessment:section.page_title", { section, title: t("assessment:draft.title") }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const kept = found(await assessmentOf(store().db, member, found(params.id)));
  const { section, next } = found(sectionPage(kept.scheme, kept.answers, found(params.section)));
  const form = await readForm(request, sectionForm(section.questions));
  if (!form.ok) return form.reply;
  const { answers, edit } = form.value;
  const outcome = await store().write((tx) => saveSection(tx, member, kept.id, section.questions, answers, edit));
  if (!outcome.ok) {
    if (outcome.reason === "not_found") throw notFound();
    return form.refuse({ form: `assessment:refused.${outcome.reason}` });
  }
  const onward = form.intent !== "leave" && next ? paths.enterprise.assessmentSection(kept.id, next) : null;
  return redirectWith(onward ?? paths.enterprise.assessment(kept.id), "assessment:flash.saved");
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
