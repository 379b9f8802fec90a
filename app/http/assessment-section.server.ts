/** One section of a questionnaire, shown and saved the same way whoever fills it in. */
import { sectionForm } from "~/domain/assessment/answers";
import { saveSection } from "~/domain/assessment/assessments.server";
import type { Assessor, OnSiteCheck } from "~/domain/assessment/ownership.server";
import { sectionPage } from "~/domain/assessment/section-page";
import { store } from "~/store.server";
import { redirectWith } from "./flash.server";
import { readForm } from "./form.server";
import { found, notFound } from "./guards.server";
import { translateFor } from "./locale.server";

type Filled = { id: string; edit: number } & Pick<SectionArguments, "scheme" | "answers">;
type SectionArguments = { scheme: Parameters<typeof sectionPage>[0]; answers: Parameters<typeof sectionPage>[1] };

/** What the page of a section draws; 404 for one the questionnaire does not have. */
export async function shownSection(
  request: Request,
  { edit, scheme, answers }: Filled,
  slug: string | undefined,
  title: "assessment:draft.title" | "assessment:draft.on_site_title" | "effects:expert.title",
) {
  const page = found(sectionPage(scheme, answers, found(slug)));
  const { t, locale } = await translateFor(request);
  const section = locale === "en" ? page.section.nameEn : page.section.nameZh;
  return { edit, page, pageTitle: t("assessment:section.page_title", { section, title: t(title) }) };
}

type Places = {
  overview: string;
  section: (slug: string) => string;
};

/** Saves the section and goes on to the next, or to the overview after the last and when asked to leave. */
export async function savedSection(
  request: Request,
  actor: Assessor,
  { id, scheme, answers: kept }: Filled,
  slug: string | undefined,
  places: Places,
  check?: OnSiteCheck,
) {
  const { section, next } = found(sectionPage(scheme, kept, found(slug)));
  const form = await readForm(request, sectionForm(section.questions));
  if (!form.ok) return form.reply;
  const { answers, edit } = form.value;
  const outcome = await store().write((tx) => saveSection(tx, actor, id, section.questions, answers, edit, check));
  if (!outcome.ok) {
    if (outcome.reason === "not_found") throw notFound();
    return form.refuse({ form: `assessment:refused.${outcome.reason}` });
  }
  const onward = form.intent !== "leave" && next ? places.section(next) : null;
  return redirectWith(onward ?? places.overview, "assessment:flash.saved");
}
