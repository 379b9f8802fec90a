/** Findings that no listing answers well, by industry and place: where a new solution is wanted. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Choice } from "~/components/insight/choice";
import { NeedsHeat, NeedsList, OtherPlaces, type NamedPlace } from "~/components/insight/needs-heat";
import { Button, LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { SMALLEST_SHOWN } from "~/domain/insight/figures";
import { needAsked } from "~/domain/insight/need-asked";
import { needsTable } from "~/domain/insight/needs-table";
import { GOOD_SCORE, unmetNeeds } from "~/domain/insight/unmet-needs.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { requireProvider } from "~/http/guards.server";
import { formatDateTime, formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "reach:needs.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireProvider(request);
  const { db } = store();
  const reference = await referenceOf(db);
  const { cube, reportsAt } = await unmetNeeds(db, Date.now());
  const asked = needAsked(new URL(request.url).searchParams, reference);
  const scenario = cube.scenarios.find((key) => key === asked.scenario) ?? null;
  const region = cube.prefectures.find((code) => code === asked.region) ?? null;
  const { places, rows, others, ...table } = needsTable(cube, { scenario, region });
  const named = <Row extends { nameZh: string; nameEn: string }>(row: Row | undefined, code: string) => ({
    nameZh: row?.nameZh ?? code,
    nameEn: row?.nameEn ?? code,
  });
  const placeNamed = (code: string | null): NamedPlace => {
    const park = reference.parks.get(code ?? "");
    if (park) return { code, nameZh: park.shortNameZh, nameEn: park.nameEn };
    return { code, ...named(reference.regions.get(code ?? ""), code ?? "") };
  };
  return {
    ...table,
    ...{ scenario, region, reportsAt, goodScore: GOOD_SCORE },
    places: places.map(placeNamed),
    others: others.map(({ place, total }) => ({ ...placeNamed(place), total })),
    rows: rows.map((row) => ({ ...row, ...named(reference.industries.get(row.industry), row.industry) })),
    scenarios: cube.scenarios.map((key) => ({ key, ...named(reference.scenarios.get(key), key) })),
    regions: cube.prefectures.map((key) => ({ key, ...named(reference.regions.get(key), key) })),
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ProviderNeeds() {
  const t = useTranslate();
  const locale = useLocale();
  const loaded = useLoaderData<typeof loader>();
  const { rows, total, reportsAt, goodScore } = loaded;
  const few = { count: SMALLEST_SHOWN };
  return (
    <>
      <PageHeader
        title={t("reach:needs.title")}
        lead={t("reach:needs.lead", { score: goodScore })}
        up={{ to: paths.providerDesk.home(), label: t("supervision:provider.title") }}
        actions={<LinkButton to={paths.providerDesk.figures()}>{t("reach:needs.figures")}</LinkButton>}
      />
      <NeedsFilter {...loaded} />
      <p className="mb-1 text-lg font-semibold" role="status">
        {total === null ? t("reach:needs.few", few) : t("reach:needs.total", { count: formatNumber(locale, total) })}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t("reach:needs.none")}>{t("reach:needs.none.text")}</EmptyState>
      ) : (
        <>
          <p className="muted mb-3 text-sm">{t("reach:needs.hidden", few)}</p>
          <NeedsHeat {...loaded} />
          <NeedsList {...loaded} />
          <OtherPlaces places={loaded.others} />
        </>
      )}
      <p className="muted mt-4 text-sm">{t("reach:needs.delay", { time: formatDateTime(locale, reportsAt) })}</p>
    </>
  );
}

function NeedsFilter({ scenario, region, scenarios, regions }: Loaded) {
  const t = useTranslate();
  const named = useNamed();
  const ofAll = (label: string) => ({ value: "", label });
  return (
    <form method="get" className="no-print mb-6 grid gap-3 sm:flex sm:flex-wrap sm:items-end">
      <Choice
        name="scenario"
        label={t("reach:needs.scenario")}
        chosen={scenario}
        options={[
          ofAll(t("reach:needs.scenario.all")),
          ...scenarios.map((each) => ({ value: each.key, label: named(each) })),
        ]}
      />
      <Choice
        name="region"
        label={t("reach:needs.place")}
        chosen={region}
        options={[
          ofAll(t("reach:needs.place.all")),
          ...regions.map((each) => ({ value: each.key, label: t("reach:needs.place.in", { name: named(each) }) })),
        ]}
      />
      <Button tone="plain">{t("reach:filter.submit")}</Button>
    </form>
  );
}
