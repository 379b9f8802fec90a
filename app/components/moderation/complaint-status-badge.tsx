import type { ComplaintStatus } from "#db/vocabulary/moderation";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";

const tones: Record<ComplaintStatus, StatusTone> = { open: "waiting", upheld: "done", dismissed: "quiet" };

export function ComplaintStatusBadge({ status }: { status: ComplaintStatus }) {
  const t = useTranslate();
  return <StatusBadge tone={tones[status]}>{t(`complaints:status.${status}`)}</StatusBadge>;
}
