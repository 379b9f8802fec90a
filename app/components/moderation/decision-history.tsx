import type { ModerationDecision, ModerationReason } from "#db/vocabulary/moderation";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export type PastDecision = {
  id: string;
  decision: ModerationDecision;
  reason: ModerationReason | null;
  text: string;
  at: number;
  versionNumber: number | null;
  /** Who took it; only staff see that. */
  by?: string;
};

const tones: Record<ModerationDecision, StatusTone> = {
  approved: "done",
  changes_requested: "waiting",
  rejected: "quiet",
  suspended: "late",
  restored: "done",
  terminated: "quiet",
};

/** What was decided, newest first: what, when, why in a word and in words. */
export function DecisionHistory({ decisions }: { decisions: readonly PastDecision[] }) {
  const t = useTranslate();
  if (decisions.length === 0) return <p className="muted">{t("moderation:history.none")}</p>;
  return (
    <ol className="flex flex-col gap-3">
      {decisions.map((decision) => (
        <li key={decision.id} className="panel">
          <DecisionHead decision={decision} />
          {decision.text ? <p className="mt-2 break-words whitespace-pre-line">{decision.text}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function DecisionHead({ decision }: { decision: PastDecision }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusBadge tone={tones[decision.decision]}>{t(`moderation:decision.${decision.decision}`)}</StatusBadge>
      {decision.reason ? <span className="font-semibold">{t(`moderation:reason.${decision.reason}`)}</span> : null}
      <span className="muted text-sm">
        {decision.versionNumber === null ? null : `${t("catalogue:version", { number: decision.versionNumber })} · `}
        {decision.by ? `${decision.by} · ` : null}
        {formatDateTime(locale, decision.at)}
      </span>
    </p>
  );
}
