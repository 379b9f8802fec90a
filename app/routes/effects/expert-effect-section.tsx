/** One section of an on-site re-assessment. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SectionForm } from "~/components/assessment/section-form";
import type { PageHandle } from "~/components/layout/page-handle";
import { sectionForm } from "~/domain/assessment/answers";
import { saveSection } from "~/domain/assessment/assessments.server";
import { assessmentOfEffect } from "~/domain/assessment/results.server";
import { sectionPage } from "~/domain/assessment/section-page";
import { effectOfExpert, ofExpert } from "~/domain/effects/reassessment.server";
import type { Expert } from "~/domain/identity/actor";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireExpert } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { interactive: true };

/** The effect as this expert may see it, and what is filled in so far. */
async function filledIn(expert: Expert, effectId: string | undefined) {
  const { db } = store();
  const effect = found(await effectOfExpert(db, expert, found(effectId)));
  return { effect, assessment: found(await assessmentOfEffect(db, effect.id)) };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const { effect, assessment } = await filledIn(expert, params.id);
  const isOpen = assessment.status === "draft" && effect.status === "open";
  if (!isOpen) throw redirect(paths.expert.effect(effect.id));
  const page = found(sectionPage(assessment.scheme, assessment.answers, found(params.section)));
  const { t, locale } = await translateFor(request);
  const section = locale === "en" ? page.section.nameEn : page.section.nameZh;
  const pageTitle = t("assessment:section.page_title", { section, title: t("effects:expert.title") });
  return { effectId: effect.id, edit: assessment.edit, page, pageTitle };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const { effect, assessment } = await filledIn(expert, params.id);
  const { section, next } = found(sectionPage(assessment.scheme, assessment.answers, found(params.section)));
  const form = await readForm(request, sectionForm(section.questions));
  if (!form.ok) return form.reply;
  const { answers, edit } = form.value;
  const outcome = await store().write((tx) =>
    saveSection(tx, expert, assessment.id, section.questions, answers, edit, ofExpert),
  );
  if (!outcome.ok) {
    if (outcome.reason === "not_found") throw notFound();
    return form.refuse({ form: `assessment:refused.${outcome.reason}` });
  }
  const onward = form.intent !== "leave" && next ? paths.expert.effectSection(effect.id, next) : null;
  return redirectWith(onward ?? paths.expert.effect(effect.id), "assessment:flash.saved");
}

export default function ExpertEffectSection() {
  const t = useTranslate();
  const { effectId, edit, page } = useLoaderData<typeof loader>();
  return (
    <SectionForm
      key={page.section.slug}
      page={page}
      answer={useActionData<typeof action>()}
      edit={edit}
      hrefOf={(slug) => paths.expert.effectSection(effectId, slug)}
      up={{ to: paths.expert.effect(effectId), label: t("effects:expert.title") }}
      savedWhere={t("assessment:section.saved_server")}
      lastButton={t("assessment:section.save_overview")}
    />
  );
}
