/** What is coming, soonest first, and what was held, latest first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { eventKinds } from "#db/vocabulary/events";
import { EventRows } from "~/components/events/event-rows";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { FilterSelect, ListFilter } from "~/components/scenarios/list-filter";
import { heldEvents, upcomingEvents } from "~/domain/events/events.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "events:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const { db } = store();
  const reference = await referenceOf(db);
  const kind = eventKinds.find((name) => name === asked.get("kind"));
  const park = reference.parks.get(asked.get("park") ?? "")?.slug;
  const after = asked.get("after");
  const filter = { kind, parkSlug: park };
  const { events, next } = await heldEvents(db, filter, { after });
  return {
    kind: kind ?? "",
    park: park ?? "",
    parks: [...reference.parks.values()].map(({ slug, shortNameZh, nameEn }) => ({ slug, shortNameZh, nameEn })),
    upcoming: after ? [] : await upcomingEvents(db, Date.now(), filter, 50),
    held: events,
    first: after ? paths.events({ kind, park }) : null,
    next: next ? paths.events({ kind, park, after: next }) : null,
  };
}

export default function Events() {
  const t = useTranslate();
  const locale = useLocale();
  const { kind, park, parks, upcoming, held, first, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("events:title")} lead={t("events:lead")} />
      <ListFilter submit={t("events:filter")}>
        <FilterSelect
          name="kind"
          label={t("events:kind")}
          all={t("events:kind.all")}
          chosen={kind}
          options={eventKinds.map((name) => ({ value: name, label: t(`events:kind.${name}`) }))}
        />
        <FilterSelect
          name="park"
          label={t("events:park")}
          all={t("events:park.all")}
          chosen={park}
          options={parks.map(({ slug, shortNameZh, nameEn }) => ({
            value: slug,
            label: locale === "en" ? nameEn : shortNameZh,
          }))}
        />
      </ListFilter>
      {first ? null : (
        <Section id="upcoming" title={t("events:upcoming")}>
          {upcoming.length > 0 ? (
            <EventRows events={upcoming} />
          ) : (
            <EmptyState title={t("events:upcoming.none")}>
              <p>{t("events:upcoming.none.text")}</p>
              <LinkButton to={paths.clinic()}>{t("nav:clinic")}</LinkButton>
            </EmptyState>
          )}
        </Section>
      )}
      <Section id="held" title={t("events:held")}>
        {held.length > 0 ? <EventRows events={held} /> : <p className="muted">{t("events:held.none")}</p>}
        <Pager first={first} next={next} label={t("events:pages")} />
      </Section>
    </>
  );
}
