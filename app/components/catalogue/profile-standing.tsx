import type { ProviderStatus } from "#db/vocabulary/catalogue";
import { Note } from "~/components/kit/status";
import type { PastDecision } from "~/components/moderation/decision-history";
import { LastWords } from "~/components/moderation/last-words";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type Standing = ProviderStatus | "not_submitted";

const tones: Record<Standing, "info" | "waiting" | "done" | "urgent"> = {
  not_submitted: "info",
  pending_approval: "waiting",
  changes_requested: "urgent",
  open: "done",
  suspended: "urgent",
  terminated: "urgent",
  rejected: "urgent",
};

type Props = { provider: { status: ProviderStatus; submittedAt: number | null }; last: PastDecision | null };

/** How the organisation stands with its park, and what it can do about it. */
export function ProfileStanding({ provider, last }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { status, submittedAt } = provider;
  const standing: Standing = status === "pending_approval" && submittedAt === null ? "not_submitted" : status;
  const date = submittedAt === null ? "" : formatDate(locale, submittedAt);
  return (
    <Note tone={tones[standing]}>
      <p className="font-semibold">{t(`catalogue:profile.standing.${standing}`, { date })}</p>
      {tones[standing] === "urgent" && last ? <LastWords decision={last} /> : null}
    </Note>
  );
}
