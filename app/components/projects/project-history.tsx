/** What happened in a project, oldest first, with who did it and their words. */
import type { ProjectDetail } from "~/domain/projects/project-pages.server";
import { formatDateTime } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type Step = ProjectDetail["steps"][number];

export function ProjectHistory({ project }: { project: ProjectDetail }) {
  const t = useTranslate();
  const locale = useLocale();
  const names = { enterprise: project.enterpriseName, provider: project.providerName };
  return (
    <ol className="flex flex-col gap-3">
      {project.steps.map((step) => (
        <li key={step.id} className="max-w-2xl rounded-box border border-base-300 p-3">
          <p className="flex flex-wrap gap-x-3 text-sm">
            <span className="font-semibold">{names[step.bySide]}</span>
            <time dateTime={new Date(step.at).toISOString()}>{formatDateTime(locale, step.at)}</time>
          </p>
          <p className="mt-1 font-semibold">{saidOf(t, step)}</p>
          {step.text ? <p className="mt-1 break-words whitespace-pre-line">{step.text}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function saidOf(t: Translate, { status, reason }: Step): string {
  if (reason) return t("quotes:project.did.objected", { reason: t(`quotes:object.reason.${reason}`) });
  switch (status) {
    case "contracted":
    case "implementing":
    case "completed":
    case "accepted":
      return t(`quotes:project.did.${status}`);
    default:
      return t(`quotes:project.status.${status}`);
  }
}
