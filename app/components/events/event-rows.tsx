import { Link } from "@remix-run/react";
import type { EventKind } from "#db/vocabulary/events";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export type EventRow = { id: string; kind: EventKind; title: string; place: string; startsAt: number };

/** Events as lines: the day first, then what and where. */
export function EventRows({ events }: { events: readonly EventRow[] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-base-300 border-y border-base-300">
      {events.map((event) => (
        <li key={event.id} className="grid gap-x-4 py-3 sm:grid-cols-[10.5rem_1fr]">
          <p className="muted">{formatDate(locale, event.startsAt)}</p>
          <div className="min-w-0">
            <Link to={paths.event(event.id)} className="link-plain font-semibold">
              {event.title}
            </Link>
            <p className="muted text-sm">
              {t(`events:kind.${event.kind}`)} · {event.place}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
