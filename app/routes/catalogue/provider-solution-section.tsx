/** One section of a solution's editor: saved by itself, complete or not. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SectionFields } from "~/components/catalogue/editor/section-fields";
import { Button } from "~/components/kit/button";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { industryTree, placeTree, scenarioStages } from "~/domain/catalogue/audience-options";
import { editorDefaults } from "~/domain/catalogue/editor-defaults";
import { saveSection } from "~/domain/catalogue/solution-drafts.server";
import { DrawnFrom, sectionForms } from "~/domain/catalogue/solution-form";
import {
  isSectionKey,
  sectionKeys,
  solutionSections,
  type SectionKey,
  type SolutionContent,
} from "~/domain/catalogue/solution-sections";
import { isSolutionEditable } from "~/domain/catalogue/solution-status";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, requireProvider } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const section = sectionOf(params.section);
  const own = found(await ownSolution(store().db, member, params.id ?? ""));
  const { t } = await translateFor(request);
  return {
    section,
    id: own.solution.id,
    version: own.version,
    isEditable: isSolutionEditable(own.solution.status),
    makesDraft: own.version.status !== "draft",
    audience: section === "audience" ? await audienceOptions(own.version) : null,
    pageTitle: `${t(`catalogue:section.${section}`)} · ${own.version.title}`,
  };
}

async function audienceOptions(version: SolutionContent) {
  const reference = await referenceOf(store().db);
  return {
    stages: scenarioStages(reference),
    industries: industryTree(reference, version.industries),
    places: placeTree(reference, version.regions),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const section = sectionOf(params.section);
  const id = params.id ?? "";
  const form = await readForm(request, sectionForms[section].and(DrawnFrom));
  if (!form.ok) return form.reply;
  const { versionId, seenEdit, ...values } = form.value;
  const outcome = await store().write((tx) => saveSection(tx, member, id, values, { versionId, seenEdit }));
  if (!outcome.ok && outcome.reason === "not_found") found(null);
  if (!outcome.ok) return form.refuse({ form: `catalogue:editor.refused.${outcome.reason}` });
  const next = form.intent === "next" ? sectionKeys[sectionKeys.indexOf(section) + 1] : undefined;
  const to = next ? paths.providerDesk.solutionSection(id, next) : paths.providerDesk.solution(id);
  return redirectWith(to, "catalogue:editor.saved");
}

function sectionOf(key: string | undefined): SectionKey {
  return found(isSectionKey(key) ? key : null);
}

export default function SectionPage() {
  const t = useTranslate();
  const { section, id, version, audience, isEditable, makesDraft } = useLoaderData<typeof loader>();
  const up = { to: paths.providerDesk.solution(id), label: version.title };
  const step = sectionKeys.indexOf(section) + 1;
  return (
    <div className={section === "audience" ? "" : "measure"}>
      <PageHeader
        title={t(`catalogue:section.${section}`)}
        lead={t(`catalogue:section.${section}.lead`)}
        up={up}
        badge={
          <span className="muted text-base font-normal">
            {t("catalogue:editor.step", { step, of: sectionKeys.length })}
          </span>
        }
      />
      {!isEditable ? <Note tone="waiting">{t("catalogue:editor.refused.not_allowed")}</Note> : null}
      {isEditable && makesDraft ? (
        <div className="mb-5">
          <Note>{t(`catalogue:editor.makes_draft`)}</Note>
        </div>
      ) : null}
      {isEditable ? <SectionEditor key={section} section={section} version={version} audience={audience} /> : null}
    </div>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function SectionEditor({ section, version, audience }: Pick<Loaded, "section" | "version" | "audience">) {
  const t = useTranslate();
  const [form, fields] = useFormOf<SolutionContent>({
    id: section,
    answer: useActionData<typeof action>(),
    defaults: editorDefaults(version),
  });
  const ofSection = solutionSections.find(({ key }) => key === section)?.fields ?? [];
  const labels = Object.fromEntries(ofSection.map((field) => [field, t(`catalogue:field.${field}`)]));
  return (
    <PostForm form={form} className="flex flex-col gap-6">
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="versionId" value={version.id} />
      <input type="hidden" name="seenEdit" value={version.edit} />
      <SectionFields section={section} fields={fields} audience={audience} />
      <div className="flex flex-wrap items-center gap-3 border-t border-base-300 pt-4">
        {section === "proof" ? null : <Button intent="next">{t("common:save.continue")}</Button>}
        <Button intent="save" tone={section === "proof" ? "primary" : "plain"}>
          {t("catalogue:editor.save_back")}
        </Button>
        <Link to={paths.providerDesk.solution(version.solutionId)} className="link-plain py-2">
          {t("common:cancel")}
        </Link>
      </div>
    </PostForm>
  );
}
