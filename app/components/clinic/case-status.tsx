import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import type { Where } from "~/domain/clinic/promises";
import { useTranslate } from "~/i18n/use-translate";

const tones: Record<DiagnosisStatus, StatusTone> = {
  draft: "quiet",
  submitted: "waiting",
  changes_requested: "waiting",
  accepted: "active",
  assigned: "active",
  scheduled: "active",
  on_site: "active",
  report_draft: "active",
  report_review: "waiting",
  reported: "waiting",
  confirmed: "done",
  closed: "done",
  declined: "quiet",
  withdrawn: "quiet",
  cancelled: "quiet",
};

/** The status of a case in a word; vermilion only when its promise is broken. */
export function CaseStatus({ status, where }: { status: DiagnosisStatus; where?: Where }) {
  const t = useTranslate();
  return (
    <StatusBadge tone={where && where.lateDays > 0 ? "late" : tones[status]}>
      {t(`clinic:status.${where?.isObjected ? "objected" : status}`)}
    </StatusBadge>
  );
}
