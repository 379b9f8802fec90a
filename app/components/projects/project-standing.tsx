import { StatusBadge, type StatusTone } from "~/components/kit/status";
import type { EnquirySide } from "~/domain/projects/enquiry-status";
import type { ProjectLine } from "~/domain/projects/project-pages.server";
import { useTranslate } from "~/i18n/use-translate";

type Standing = Pick<ProjectLine, "status" | "holder">;

/** The state of a project in a word; a delivery that waits for the reader stands out. */
export function ProjectStanding({ project, side }: { project: Standing; side: EnquirySide }) {
  const t = useTranslate();
  return (
    <StatusBadge tone={toneOf(project, side)}>
      {project.status === "completed" && project.holder === side
        ? t("quotes:project.ours")
        : t(`quotes:project.status.${project.status}`)}
    </StatusBadge>
  );
}

function toneOf({ status, holder }: Standing, side: EnquirySide): StatusTone {
  if (status === "accepted") return "done";
  if (status === "terminated") return "quiet";
  if (holder === side) return status === "completed" ? "late" : "active";
  return "waiting";
}
