/** One week of an expert's times, day by day: what is free, what is booked and by whom. Seven columns on a desk. */
import { Link } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { PostForm } from "~/components/kit/form";
import { StatusBadge } from "~/components/kit/status";
import { daysLater } from "~/domain/clinic/shanghai-time";
import type { ShownTime } from "~/domain/clinic/slots.server";
import { dayOf, formatClock, formatWeekday } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export function WeekOfTimes({ monday, times }: { monday: string; times: readonly ShownTime[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const days = Array.from({ length: 7 }, (_, index) => daysLater(monday, index));
  return (
    <ol className="grid gap-3 lg:grid-cols-7">
      {days.map((day) => {
        const ofDay = times.filter(({ startsAt }) => dayOf(startsAt) === day);
        return (
          <li key={day} className="rounded-box border border-base-300 p-3">
            <h3 className="text-base">{formatWeekday(locale, day)}</h3>
            {ofDay.length > 0 ? (
              <ul className="mt-2 flex flex-col gap-3">
                {ofDay.map((time) => (
                  <OneTime key={time.id} time={time} />
                ))}
              </ul>
            ) : (
              <p className="muted text-sm">{t("visits:times.none")}</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function OneTime({ time }: { time: ShownTime }) {
  const t = useTranslate();
  const locale = useLocale();
  const range = { from: formatClock(locale, time.startsAt), to: formatClock(locale, time.endsAt) };
  return (
    <li className="flex items-start justify-between gap-2 lg:flex-col">
      <div className="min-w-0">
        <p className="font-semibold tabular-nums">{t("visits:times.range", range)}</p>
        <Standing time={time} />
      </div>
      {time.visit ? null : (
        <PostForm form={{ id: `remove-${time.id}` }} className="inline-flex">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="slotId" value={time.id} />
          <RemoveButton label={t("visits:times.remove", { ...range, day: formatWeekday(locale, time.startsAt) })} />
        </PostForm>
      )}
    </li>
  );
}

function Standing({ time }: { time: ShownTime }) {
  const t = useTranslate();
  if (time.visit) {
    return (
      <>
        <StatusBadge tone="active">{t("visits:times.booked")}</StatusBadge>
        <Link to={paths.expert.diagnosis(time.visit.diagnosisId)} className="link-plain mt-1 block break-words">
          {time.visit.enterprise}
        </Link>
      </>
    );
  }
  return time.isCovered ? (
    <p className="muted text-sm">{t("visits:times.covered")}</p>
  ) : (
    <StatusBadge tone="done">{t("visits:times.free")}</StatusBadge>
  );
}

function RemoveButton({ label }: { label: string }) {
  return (
    <button type="submit" aria-label={label} title={label} className="btn btn-ghost min-h-11 min-w-11 px-2">
      <Trash2 aria-hidden size={18} />
    </button>
  );
}
