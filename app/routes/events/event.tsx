/** One event: when, where, for how many, and how to take part. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { Note, StatusBadge, type StatusTone } from "~/components/kit/status";
import { eventState, type EventState } from "~/domain/events/event-time";
import { publicEvent, type PublicEvent } from "~/domain/events/events.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { found } from "~/http/guards.server";
import { dayOf, formatClock, formatDate, formatDateTime, formatNumber } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ params }: LoaderFunctionArgs) {
  const { db } = store();
  const event = found(await publicEvent(db, params.id ?? ""));
  const park = (await referenceOf(db)).parks.get(event.parkSlug ?? "");
  return {
    pageTitle: event.title,
    event,
    state: eventState(event, Date.now()),
    park: park ? { slug: park.slug, nameZh: park.nameZh, nameEn: park.nameEn } : null,
  };
}

const tones: Record<EventState, StatusTone> = {
  draft: "quiet",
  published: "active",
  running: "active",
  over: "quiet",
  held: "done",
  cancelled: "quiet",
};

export default function EventPage() {
  const t = useTranslate();
  const locale = useLocale();
  const { event, state, park } = useLoaderData<typeof loader>();
  const people = (count: number) => t("events:people", { count: formatNumber(locale, count) });
  return (
    <>
      <PageHeader
        up={{ to: paths.events(), label: t("events:up") }}
        title={event.title}
        badge={<StatusBadge tone={tones[state]}>{t(`events:status.${state}`)}</StatusBadge>}
        lead={t(`events:kind.${event.kind}`)}
      />
      {state === "cancelled" ? <Note tone="urgent">{t("events:cancelled")}</Note> : null}
      <Facts
        facts={[
          { label: t("events:when"), value: whenOf(t, locale, event) },
          { label: t("events:where"), value: event.place },
          ...(park
            ? [
                {
                  label: t("events:park"),
                  value: (
                    <Link to={paths.park(park.slug)} className="link-plain">
                      {locale === "en" ? park.nameEn : park.nameZh}
                    </Link>
                  ),
                },
              ]
            : []),
          { label: t("events:capacity"), value: people(event.capacity) },
          ...(event.participants === null
            ? []
            : [{ label: t("events:participants"), value: people(event.participants) }]),
        ]}
      />
      {event.summary ? (
        <Section id="about" title={t("events:about")}>
          <p className="measure whitespace-pre-line">{event.summary}</p>
        </Section>
      ) : null}
      {state === "published" || state === "running" ? (
        <Section id="join" title={t("events:join")}>
          <p className="measure">{t("events:join.text")}</p>
        </Section>
      ) : null}
    </>
  );
}

type Times = Pick<PublicEvent, "startsAt" | "endsAt">;

/** The day once when it begins and ends on the same one. */
function whenOf(t: Translate, locale: ReturnType<typeof useLocale>, { startsAt, endsAt }: Times): string {
  if (dayOf(startsAt) !== dayOf(endsAt)) {
    return t("events:when.days", { from: formatDateTime(locale, startsAt), to: formatDateTime(locale, endsAt) });
  }
  return t("events:when.same_day", {
    day: formatDate(locale, startsAt),
    from: formatClock(locale, startsAt),
    to: formatClock(locale, endsAt),
  });
}
