/** One development zone: what it is, its figures, the solutions that serve it, its events and cases. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FollowLink } from "~/components/alerts/follows";
import { EventRows } from "~/components/events/event-rows";
import { LinkButton } from "~/components/kit/button";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { Tag } from "~/components/kit/status";
import { CaseRows } from "~/components/projects/case-rows";
import { ParkFigureList } from "~/components/scenarios/park-figures";
import { LeadingIndustries } from "~/components/scenarios/park-rows";
import { SolutionHighlights } from "~/components/scenarios/solution-highlights";
import { solutionsForPlace } from "~/domain/catalogue/highlights.server";
import { heldEvents, upcomingEvents } from "~/domain/events/events.server";
import { figuresByPark, noParkFigures } from "~/domain/insight/figures.server";
import { caseLine } from "~/domain/projects/case-line";
import { publicCases } from "~/domain/projects/cases.server";
import type { Park, Region } from "~/domain/scenarios/reference";
import { placesAround, regionLineage } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { found } from "~/http/guards.server";
import { localeOf } from "~/http/locale.server";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

const SHOWN = 6;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = store();
  const reference = await referenceOf(db);
  const park = found(reference.parks.get(params.slug ?? ""));
  const around = placesAround(reference, { parkSlug: park.slug, regionCode: park.regionCode });
  const filter = { parkSlug: park.slug };
  const coming = await upcomingEvents(db, Date.now(), filter, SHOWN);
  const { events: held } = await heldEvents(db, filter, { per: SHOWN - Math.min(coming.length, SHOWN - 1) });
  const { cases } = await publicCases(db, filter, { per: 4 });
  return {
    pageTitle: (await localeOf(request)) === "en" ? park.nameEn : park.nameZh,
    park,
    places: regionLineage(reference, park.regionCode),
    figures: (await figuresByPark(db)).get(park.slug) ?? noParkFigures(),
    highlights: await solutionsForPlace(db, around, 4),
    events: [...coming, ...held],
    cases: cases.map((shown) => caseLine(reference, shown)),
  };
}

export default function ParkPage() {
  const t = useTranslate();
  const { pageTitle, park, places, figures, highlights, events, cases } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        up={{ to: paths.parks(), label: t("scenarios:park.up") }}
        title={pageTitle}
        badge={<Tag>{t(`scenarios:parks.level.${park.level}`)}</Tag>}
        lead={<LeadingIndustries park={park} />}
        actions={
          <>
            <LinkButton to={paths.clinic()} tone="primary">
              {t("scenarios:park.clinic")}
            </LinkButton>
            <LinkButton to={paths.match({ park: park.slug })}>{t("scenarios:park.match")}</LinkButton>
            <FollowLink kind="park" thing={park.slug} />
          </>
        }
      />
      <ParkFigureList figures={figures} solutions={highlights.total} />
      <Section id="solutions" title={t("scenarios:park.solutions")} lead={t("scenarios:park.solutions.note")}>
        <SolutionHighlights
          highlights={highlights}
          none={t("scenarios:park.solutions.none")}
          all={paths.solutions({ park: park.slug })}
        />
      </Section>
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        <div>
          <Section id="events" title={t("scenarios:park.events")}>
            {events.length === 0 ? (
              <p className="muted">{t("scenarios:park.events.none")}</p>
            ) : (
              <EventRows events={events} />
            )}
            {events.length < SHOWN ? null : (
              <p className="mt-3">
                <LinkButton to={paths.events({ park: park.slug })}>{t("scenarios:park.events.all")}</LinkButton>
              </p>
            )}
          </Section>
        </div>
        {cases.length === 0 ? null : (
          <div>
            <Section id="cases" title={t("scenarios:park.cases")}>
              <CaseRows cases={cases} />
              <p className="mt-3">
                <LinkButton to={paths.cases({ park: park.slug })}>{t("scenarios:park.cases.all")}</LinkButton>
              </p>
            </Section>
          </div>
        )}
      </div>
      <Section id="facts" title={t("scenarios:park.facts")}>
        <ParkFacts park={park} places={places} />
      </Section>
    </>
  );
}

function ParkFacts({ park, places }: { park: Park; places: Region[] }) {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const chinese = (text: string) => (text ? <span lang="zh-CN">{text}</span> : null);
  const aliases = [...(locale === "en" ? [park.nameZh] : []), ...park.aliasesZh].join("、");
  return (
    <Facts
      facts={[
        { label: t("scenarios:park.place"), value: places.map(named).join(" · ") },
        { label: t("scenarios:park.kind"), value: chinese(park.kind) },
        { label: t("scenarios:park.code"), value: park.code ?? t("scenarios:park.code.none") },
        ...(aliases ? [{ label: t("scenarios:park.aliases"), value: chinese(aliases) }] : []),
        { label: t("scenarios:park.certainty"), value: t(`scenarios:park.certainty.${park.confidence}`) },
      ]}
    />
  );
}
