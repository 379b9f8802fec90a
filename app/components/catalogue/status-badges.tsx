import type { ProviderStatus, SolutionStatus, VersionStatus } from "#db/vocabulary/catalogue";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";

const providerTones: Record<ProviderStatus, StatusTone> = {
  pending_approval: "waiting",
  changes_requested: "late",
  open: "done",
  suspended: "late",
  terminated: "quiet",
  rejected: "quiet",
};

const solutionTones: Record<SolutionStatus, StatusTone> = {
  draft: "active",
  submitted: "waiting",
  changes_requested: "late",
  rejected: "quiet",
  published: "done",
  withdrawn: "quiet",
  suspended: "late",
  archived: "quiet",
};

const versionTones: Record<VersionStatus, StatusTone> = {
  draft: "active",
  submitted: "waiting",
  current: "done",
  superseded: "quiet",
  changes_requested: "late",
  rejected: "quiet",
};

export function ProviderStatusBadge({ status }: { status: ProviderStatus }) {
  const t = useTranslate();
  return <StatusBadge tone={providerTones[status]}>{t(`catalogue:provider_status.${status}`)}</StatusBadge>;
}

export function SolutionStatusBadge({ status }: { status: SolutionStatus }) {
  const t = useTranslate();
  return <StatusBadge tone={solutionTones[status]}>{t(`catalogue:solution_status.${status}`)}</StatusBadge>;
}

export function VersionStatusBadge({ status }: { status: VersionStatus }) {
  const t = useTranslate();
  return <StatusBadge tone={versionTones[status]}>{t(`catalogue:version_status.${status}`)}</StatusBadge>;
}
