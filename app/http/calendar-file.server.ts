/** A visit as an RFC 5545 file. Times are written in UTC, which every calendar shows in its own zone (docs/decisions/0020). */
import ical, { ICalEventStatus } from "ical-generator";
import type { Locale } from "#db/vocabulary/identity";
import type { VisitEntry } from "~/domain/clinic/visit-calendar.server";
import { env } from "~/env.server";
import type { Translate } from "~/i18n/messages";

type Reader = { kind: "enterprise" | "expert"; locale: Locale; t: Translate };

/** The answer a browser hands on to the calendar; `href` is the reader's page of the case. */
export function calendarFile(entry: VisitEntry, href: string, reader: Reader): Response {
  return new Response(calendarText(entry, new URL(href, env.baseUrl).href, reader), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="visit.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}

export function calendarText(entry: VisitEntry, link: string, { kind, locale, t }: Reader): string {
  const calendar = ical({ prodId: { company: "Shuzhen", product: "Visits", language: "ZH" } });
  const at = new Date(entry.changedAt);
  const place = entry.park && { "zh-CN": entry.park.nameZh, en: entry.park.nameEn }[locale];
  calendar.createEvent({
    // Named by the case, so that a moved visit replaces the entry instead of standing beside it.
    id: `${entry.diagnosisId}@visits.shuzhen`,
    sequence: entry.sequence,
    stamp: at,
    lastModified: at,
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    status: entry.isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: t(`visits:calendar.summary.${kind}`, { enterprise: entry.enterprise, expert: entry.expert?.name ?? "" }),
    location: place ? t("visits:calendar.place", { enterprise: entry.enterprise, park: place }) : entry.enterprise,
    description: descriptionOf(entry, link, t),
    url: link,
  });
  return calendar.toString();
}

function descriptionOf(entry: VisitEntry, link: string, t: Translate): string {
  const { expert, contactName, contactPhone, visitNote } = entry;
  const name = expert && [expert.name, expert.title, expert.organisationName].filter(Boolean).join(" · ");
  return [
    name ? t("visits:calendar.expert", { name }) : "",
    t("visits:calendar.contact", { name: contactName, phone: contactPhone }),
    visitNote ? t("visits:calendar.note", { note: visitNote }) : "",
    t("visits:calendar.link", { link }),
  ]
    .filter(Boolean)
    .join("\n");
}
