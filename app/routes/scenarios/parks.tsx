/** All development zones by city, found by name, place or leading industry. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { FilterSelect, FilterText, ListFilter } from "~/components/scenarios/list-filter";
import { ParkRows } from "~/components/scenarios/park-rows";
import { figuresByPark, noParkFigures } from "~/domain/insight/figures.server";
import { parkLevels, parksByPrefecture, parksMatching } from "~/domain/scenarios/park-list";
import { prefecturesOf } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "scenarios:parks.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const { db } = store();
  const reference = await referenceOf(db);
  const figures = await figuresByPark(db);
  const prefectures = prefecturesOf(reference);
  const q = (asked.get("q") ?? "").slice(0, 100);
  const region = prefectures.find((prefecture) => prefecture.code === asked.get("region"))?.code ?? "";
  const level = parkLevels.find((name) => name === asked.get("level"));
  const parks = parksMatching(reference, { q, region, level });
  return {
    q,
    region,
    level: level ?? "",
    prefectures,
    all: reference.parks.size,
    programme: [...reference.parks.values()].filter((park) => park.inProgramme).length,
    found: parks.length,
    groups: parksByPrefecture(reference, parks).map(({ prefecture, parks: inIt }) => ({
      prefecture,
      parks: inIt.map((park) => ({ ...park, figures: figures.get(park.slug) ?? noParkFigures() })),
    })),
  };
}

export default function Parks() {
  const t = useTranslate();
  const named = useNamed();
  const { q, region, level, prefectures, all, programme, found, groups } = useLoaderData<typeof loader>();
  const isNarrowed = q !== "" || region !== "" || level !== "";
  return (
    <>
      <PageHeader title={t("scenarios:parks.title")} lead={t("scenarios:parks.lead", { count: all, programme })} />
      <ListFilter submit={t("scenarios:parks.filter")}>
        <FilterText name="q" label={t("scenarios:parks.q")} typed={q} />
        <FilterSelect
          name="region"
          label={t("scenarios:parks.region")}
          all={t("common:all")}
          chosen={region}
          options={prefectures.map((prefecture) => ({ value: prefecture.code, label: named(prefecture) }))}
        />
        <FilterSelect
          name="level"
          label={t("scenarios:parks.level")}
          all={t("common:all")}
          chosen={level}
          options={parkLevels.map((name) => ({ value: name, label: t(`scenarios:parks.level.${name}`) }))}
        />
      </ListFilter>
      {isNarrowed ? (
        <p className="mb-4 flex flex-wrap items-center gap-x-4" role="status">
          {t("scenarios:parks.found", { count: found })}
          <Link to={paths.parks()} className="link-plain py-2">
            {t("scenarios:parks.clear")}
          </Link>
        </p>
      ) : null}
      {isNarrowed ? null : <JumpLinks />}
      {groups.length === 0 ? (
        <EmptyState title={t("scenarios:parks.none")}>
          <p>{t("scenarios:parks.none.text")}</p>
        </EmptyState>
      ) : null}
      {groups.map(({ prefecture, parks }) => (
        <Section
          key={prefecture?.code ?? "all"}
          id={`prefecture-${prefecture?.code ?? "all"}`}
          title={prefecture ? named(prefecture) : t("scenarios:parks.province_wide")}
          actions={<span className="muted">{t("scenarios:parks.count", { count: parks.length })}</span>}
        >
          <ParkRows parks={parks} />
        </Section>
      ))}
      <p className="muted mt-6 text-sm">{t("scenarios:parks.map_note")}</p>
    </>
  );
}

/** A hundred rows are a long page: straight to one's own city. */
function JumpLinks() {
  const t = useTranslate();
  const named = useNamed();
  const { groups } = useLoaderData<typeof loader>();
  return (
    <nav aria-label={t("scenarios:parks.jump")} className="no-print mb-6">
      <ul className="flex flex-wrap gap-x-5">
        {groups.map(({ prefecture }) =>
          prefecture ? (
            <li key={prefecture.code}>
              <a href={`#prefecture-${prefecture.code}`} className="link-plain inline-block py-2">
                {named(prefecture)}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}
