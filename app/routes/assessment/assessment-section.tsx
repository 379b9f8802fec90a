/** One section of a visitor's self-assessment; answers go into a cookie of the visitor's own browser. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SectionForm } from "~/components/assessment/section-form";
import type { PageHandle } from "~/components/layout/page-handle";
import { sectionForm } from "~/domain/assessment/answers";
import { sectionPage } from "~/domain/assessment/section-page";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, signedIn } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { keepVisitorAnswers, visitorAnswers } from "~/http/visitor-answers.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { interactive: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request);
  const { scheme, answers } = await visitorAnswers(request, store().db);
  const page = found(sectionPage(scheme, answers, found(params.section)));
  const { t, locale } = await translateFor(request);
  const section = locale === "en" ? page.section.nameEn : page.section.nameZh;
  return { page, pageTitle: t("assessment:section.page_title", { section, title: t("assessment:start.title") }) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await signedIn(request);
  const kept = await visitorAnswers(request, store().db);
  const { section, next } = found(sectionPage(kept.scheme, kept.answers, found(params.section)));
  const form = await readForm(request, sectionForm(section.questions));
  if (!form.ok) return form.reply;
  const cookie = await keepVisitorAnswers(kept, { ...kept.answers, ...form.value.answers });
  const headers = { "Set-Cookie": cookie };
  if (form.intent === "leave") return redirectWith(paths.assessment(), "assessment:flash.saved", {}, headers);
  return redirect(next ? paths.assessmentSection(next) : paths.assessmentResult(), { status: 303, headers });
}

export default function AssessmentSection() {
  const t = useTranslate();
  const { page } = useLoaderData<typeof loader>();
  return (
    <SectionForm
      key={page.section.slug}
      page={page}
      answer={useActionData<typeof action>()}
      edit={0}
      hrefOf={paths.assessmentSection}
      up={{ to: paths.assessment(), label: t("assessment:start.title") }}
      savedWhere={t("assessment:section.saved_browser")}
      lastButton={t("assessment:section.save_result")}
    />
  );
}
