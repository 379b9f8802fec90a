import type { RecommendationStatus } from "#db/vocabulary/clinic";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";

const tones: Record<RecommendationStatus, StatusTone> = {
  proposed: "quiet",
  viewed: "quiet",
  shortlisted: "active",
  enquired: "waiting",
  adopted: "done",
  not_adopted: "quiet",
};

/** How far the enterprise is with a recommendation. */
export function RecommendationStanding({ status }: { status: RecommendationStatus }) {
  const t = useTranslate();
  return (
    <span className="self-center">
      <StatusBadge tone={tones[status]}>{t(`clinic:recommendation.status.${status}`)}</StatusBadge>
    </span>
  );
}
