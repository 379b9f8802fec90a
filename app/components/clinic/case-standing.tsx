/** Who holds a case, by when, and how late it is: words and an icon, never colour alone. */
import { CalendarClock, CircleAlert, CirclePause, UserRound } from "lucide-react";
import type { Holder, Where } from "~/domain/clinic/promises";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export type Parties = {
  /** The reader's own part: it says "you" then. */
  viewer: Holder;
  park: string;
  enterprise: string;
  expert: string | null;
};

export function CaseStanding({ where, parties }: { where: Where; parties: Parties }) {
  if (where.holder === null) return null;
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-1">
      <HeldBy holder={where.holder} parties={parties} />
      <DueWords where={where} />
    </div>
  );
}

function HeldBy({ holder, parties }: { holder: Holder; parties: Parties }) {
  const t = useTranslate();
  const isViewer = holder === parties.viewer;
  return (
    <span className={`flex items-start gap-1.5 ${isViewer ? "font-semibold text-primary" : ""}`}>
      <UserRound aria-hidden size={18} className="mt-1 shrink-0" />
      {isViewer
        ? t("clinic:held.by_you")
        : t("clinic:held.by", { name: nameOf(holder, parties, t(`clinic:holder.${holder}`)) })}
    </span>
  );
}

function nameOf(holder: Holder, parties: Parties, office: string): string {
  if (holder === "park") return parties.park;
  if (holder === "enterprise") return parties.enterprise;
  return holder === "expert" ? (parties.expert ?? office) : office;
}

/** The promise in words: kept, standing still, or broken and where it has gone. */
export function DueWords({ where }: { where: Where }) {
  const t = useTranslate();
  const locale = useLocale();
  if (where.isPaused) {
    return (
      <span className="flex items-start gap-1.5">
        <CirclePause aria-hidden size={18} className="mt-1 shrink-0" />
        {t("clinic:due.paused")}
      </span>
    );
  }
  if (where.dueOn === null) return null;
  const date = formatDate(locale, where.dueOn);
  const isLate = where.lateDays > 0;
  const Icon = isLate ? CircleAlert : CalendarClock;
  return (
    <span className={`flex items-start gap-1.5 ${isLate ? "late" : ""}`}>
      <Icon aria-hidden size={18} className="mt-1 shrink-0" />
      <span>
        {isLate ? t("clinic:due.late", { count: where.lateDays, date }) : t("clinic:due.in_time", { date })}
        {where.escalatedTo ? t(`clinic:due.escalated.${where.escalatedTo}`) : null}
        {where.isDueCertain ? null : (
          <span className="muted block text-sm font-normal">{t("clinic:due.uncertain")}</span>
        )}
      </span>
    </span>
  );
}
