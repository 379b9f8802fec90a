/** One section of an on-site re-assessment. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SectionForm } from "~/components/assessment/section-form";
import type { PageHandle } from "~/components/layout/page-handle";
import { assessmentOfEffect } from "~/domain/assessment/results.server";
import { effectOfExpert, ofExpert } from "~/domain/effects/reassessment.server";
import type { Expert } from "~/domain/identity/actor";
import { savedSection, shownSection } from "~/http/assessment-section.server";
import { found, requireExpert } from "~/http/guards.server";
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
  return { effectId: effect.id, ...(await shownSection(request, assessment, params.section, "effects:expert.title")) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const { effect, assessment } = await filledIn(expert, params.id);
  const places = {
    overview: paths.expert.effect(effect.id),
    section: (slug: string) => paths.expert.effectSection(effect.id, slug),
  };
  return savedSection(request, expert, assessment, params.section, places, ofExpert);
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
