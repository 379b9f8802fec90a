/** One section of a solution's editor: saved by itself, complete or not, and kept while it is typed. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SectionEditor } from "~/components/catalogue/editor/section-editor";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { industryTree, placeTree, scenarioStages } from "~/domain/catalogue/audience-options";
import {
  fieldsOf,
  isSectionKey,
  sectionKeys,
  type SectionKey,
  type SolutionContent,
} from "~/domain/catalogue/solution-sections";
import { isSolutionEditable } from "~/domain/catalogue/solution-status";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { pointsOfDraft } from "~/domain/moderation/points-of-draft.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { found, requireProvider } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { answerSection } from "~/http/solution-section.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { interactive: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const section = sectionOf(params.section);
  const { db } = store();
  const own = found(await ownSolution(db, member, params.id ?? ""));
  const points = await pointsOfDraft(db, member, own.solution.id, own.version);
  const { t } = await translateFor(request);
  return {
    section,
    id: own.solution.id,
    userId: member.userId,
    version: own.version,
    points: points.filter(({ field }) => fieldsOf(section).includes(field)),
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
  return answerSection(request, member, params.id ?? "", sectionOf(params.section));
}

function sectionOf(key: string | undefined): SectionKey {
  return found(isSectionKey(key) ? key : null);
}

export default function SectionPage() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { section, id, version, isEditable, makesDraft } = page;
  const conflict = answer && "conflict" in answer ? answer.conflict : null;
  const step = sectionKeys.indexOf(section) + 1;
  return (
    <div className={section === "audience" ? "" : "measure"}>
      <PageHeader
        title={t(`catalogue:section.${section}`)}
        lead={t(`catalogue:section.${section}.lead`)}
        up={{ to: paths.providerDesk.solution(id), label: version.title }}
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
      {isEditable ? (
        // A conflict draws the form anew: what only the other changed stands in it then.
        <SectionEditor
          key={conflict ? `${section} ${version.id} ${version.edit}` : section}
          {...page}
          answer={answer}
          conflict={conflict}
        />
      ) : null}
    </div>
  );
}
