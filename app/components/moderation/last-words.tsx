import { useTranslate } from "~/i18n/use-translate";
import type { PastDecision } from "./decision-history";

/** The words that have to be answered, where they have to be answered. */
export function LastWords({ decision }: { decision: PastDecision }) {
  const t = useTranslate();
  return (
    <blockquote className="my-2 border-s-4 border-error ps-3 whitespace-pre-line">
      {decision.reason ? <strong className="block">{t(`moderation:reason.${decision.reason}`)}</strong> : null}
      {decision.text}
    </blockquote>
  );
}
