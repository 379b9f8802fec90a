import type { QualificationStatus } from "#db/vocabulary/catalogue";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";

const tones: Record<QualificationStatus, StatusTone> = {
  draft: "active",
  submitted: "waiting",
  passed: "done",
  returned: "late",
};

type Props = { status: QualificationStatus | null; days: number | null };

/** Where a qualification stands; one that has run out says so whatever was decided before. */
export function QualificationBadge({ status, days }: Props) {
  const t = useTranslate();
  if (status === null) return <StatusBadge tone="quiet">{t("onboarding:status.none")}</StatusBadge>;
  if (days !== null && days < 0) return <StatusBadge tone="late">{t("onboarding:status.expired")}</StatusBadge>;
  return <StatusBadge tone={tones[status]}>{t(`onboarding:status.${status}`)}</StatusBadge>;
}
