/** What somebody must know of a case before reading it: an expert who is gone, an earlier diagnosis, another park. */
import { Note } from "~/components/kit/status";
import type { CaseOnPage } from "~/domain/clinic/case-page.server";
import { isEnded } from "~/domain/clinic/diagnosis-status";
import type { Holder } from "~/domain/clinic/promises";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { EarlierCases } from "./earlier-cases";

type NotesProps = { page: CaseOnPage; viewer: Holder };

export function CaseNotes({ page, viewer }: NotesProps) {
  if (isEnded(page.case.status)) return null;
  return (
    <div className="mb-4 flex flex-col gap-3 empty:hidden">
      <ExpertGone page={page} viewer={viewer} />
      {page.earlier.length > 0 ? (
        <EarlierCases earlier={page.earlier} names={page.names} viewer={viewer === "park" ? "park" : "authority"} />
      ) : null}
      <Moved page={page} />
    </div>
  );
}

/** Said until the report is handed in: then the expert's work is done. */
function ExpertGone({ page: { expert, case: about }, viewer }: NotesProps) {
  const t = useTranslate();
  const isAtWork = ["assigned", "scheduled", "on_site", "report_draft"].includes(about.status);
  if (!expert || expert.isAvailable || !isAtWork || viewer === "expert") return null;
  const name = { name: expert.name };
  return (
    <Note tone="urgent">{viewer === "park" ? t("desk:expert_gone", name) : t("desk:expert_gone.reader", name)}</Note>
  );
}

function Moved({ page: { movedTo, names } }: { page: CaseOnPage }) {
  const t = useTranslate();
  const named = useNamed();
  const park = movedTo === null ? undefined : names.parks[movedTo];
  return park ? <Note>{t("desk:moved", { park: named(park) })}</Note> : null;
}
