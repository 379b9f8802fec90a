/** Three things a person must be sure of: it is kept here, how much is not sent, and when all was. */
import { CircleCheck, CloudOff, HardDrive, RefreshCw, TriangleAlert, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { formatClock } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import type { Kept } from "./device";
import type { Kit, Snapshot } from "./kit";

type StatusLineProps = { shown: Snapshot; kept: Kept; kit: Kit; isOfflineReady: boolean | null };

export function StatusLine({ shown, kept, kit, isOfflineReady }: StatusLineProps) {
  const t = useTranslate();
  const locale = useLocale();
  const unsent = kept.drafts.length + kit.unsentPhotos(kept).length;
  const sentAt = kept.sentAt === null ? "" : formatClock(locale, kept.sentAt);
  return (
    <div className="sticky top-0 z-10 -mx-4 mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-y border-base-300 bg-base-100 px-4 py-2 text-base">
      <div className="flex flex-1 flex-wrap gap-x-4 gap-y-1">
        {/* Not read out: it changes with every keystroke. */}
        {shown.isStorageBroken ? null : (
          <Sign icon={<HardDrive aria-hidden size={20} />}>
            {t(shown.isKept ? "field:kept.saved" : "field:kept.writing")}
          </Sign>
        )}
        <div role="status" className="flex flex-wrap gap-x-4 gap-y-1">
          {shown.isStorageBroken ? (
            <Sign icon={<TriangleAlert aria-hidden size={20} className="text-error" />}>{t("field:kept.broken")}</Sign>
          ) : null}
          {unsent > 0 ? (
            <Sign icon={<Upload aria-hidden size={20} />} isStrong>
              {t("field:unsent", { count: unsent })}
            </Sign>
          ) : (
            <Sign icon={<CircleCheck aria-hidden size={20} />}>{t("field:all_sent", { time: sentAt })}</Sign>
          )}
          {shown.link === "offline" ? (
            <Sign icon={<CloudOff aria-hidden size={20} />} isStrong>
              {t("field:link.offline")}
            </Sign>
          ) : null}
          {shown.link === "failed" ? (
            <Sign icon={<TriangleAlert aria-hidden size={20} />}>{t("field:link.failed")}</Sign>
          ) : null}
        </div>
      </div>
      <button type="button" className="btn min-h-12" onClick={kit.sync}>
        <RefreshCw aria-hidden size={18} />
        {t(shown.link === "sending" ? "field:link.sending" : "field:send_now")}
      </button>
      {isOfflineReady === null ? null : (
        <p className="muted basis-full text-sm">{t(isOfflineReady ? "field:offline.ready" : "field:offline.not")}</p>
      )}
    </div>
  );
}

function Sign({ icon, children, isStrong }: { icon: ReactNode; children: ReactNode; isStrong?: true }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 ${isStrong ? "rounded-field bg-warning px-2 font-semibold text-warning-content" : ""}`}
    >
      {icon}
      {children}
    </span>
  );
}
