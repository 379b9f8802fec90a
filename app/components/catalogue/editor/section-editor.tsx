import { Link } from "@remix-run/react";
import { SectionFields } from "~/components/catalogue/editor/section-fields";
import { Button } from "~/components/kit/button";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { editorDefaults } from "~/domain/catalogue/editor-defaults";
import { marksOf } from "~/domain/catalogue/section-conflict";
import { fieldsOf, type SectionKey, type SolutionContent } from "~/domain/catalogue/solution-sections";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import type { AudienceOptions } from "./audience-fields";
import { keyOf } from "./kept-section";
import { KeepingLine, RestoredNote } from "./keeping-notes";
import type { OpenPoint } from "./open-points";
import { SectionConflict, type Conflict } from "./section-conflict";
import { useKeptSection } from "./use-kept-section";

type Props = {
  section: SectionKey;
  id: string;
  userId: string;
  version: SolutionContent & { id: string; edit: number };
  audience: AudienceOptions | null;
  points: readonly OpenPoint[];
  answer: unknown;
  conflict: Conflict | null;
};

/** The form of one section, with what the park said at its fields, and both versions when somebody else saved meanwhile. */
export function SectionEditor({ section, id, userId, version, audience, points, answer, conflict }: Props) {
  const t = useTranslate();
  const [form, fields] = useFormOf<SolutionContent>({ id: section, answer, defaults: editorDefaults(version) });
  const kept = useKeptSection({
    formId: section,
    storageKey: keyOf(userId, id, section),
    keepAt: paths.providerDesk.solutionKeep(id, section),
    sectionAt: paths.providerDesk.solutionSection(id, section),
    solutionAt: paths.providerDesk.solution(id),
    now: { versionId: version.id, seenEdit: version.edit, marks: marksOf(version, fieldsOf(section)) },
    answer,
  });
  const labels = Object.fromEntries(fieldsOf(section).map((field) => [field, t(`catalogue:field.${field}`)]));
  return (
    <>
      {kept.restoredAt === null ? null : <RestoredNote at={kept.restoredAt} onDiscard={kept.discard} />}
      {conflict ? <SectionConflict conflict={conflict} formId={section} /> : null}
      <PostForm form={form} className="flex flex-col gap-6">
        {conflict ? null : <ErrorSummary form={form} labels={labels} />}
        <input type="hidden" name="versionId" value={kept.drawn.versionId} />
        <input type="hidden" name="seenEdit" value={kept.drawn.seenEdit} />
        <input type="hidden" name="marks" value={kept.drawn.marks} />
        <SectionFields section={section} fields={fields} audience={audience} points={points} />
        <div className="flex flex-wrap items-center gap-3 border-t border-base-300 pt-4">
          {section === "proof" ? null : <Button intent="next">{t("common:save.continue")}</Button>}
          <Button intent="save" tone={section === "proof" ? "primary" : "plain"}>
            {t("catalogue:editor.save_back")}
          </Button>
          <Link to={paths.providerDesk.solution(id)} className="link-plain py-2">
            {t("common:cancel")}
          </Link>
          <KeepingLine keeping={kept.keeping} />
        </div>
      </PostForm>
    </>
  );
}
