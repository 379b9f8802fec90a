/** The programme's public figures, each with its definition; the olive; the cities side by side. */
import { useLoaderData } from "@remix-run/react";
import { FigureGrid } from "~/components/insight/figure-grid";
import { DefinitionTable } from "~/components/insight/definition-table";
import { OliveChange, OliveShapes, OliveTable } from "~/components/insight/olive";
import { PrefectureTable } from "~/components/insight/prefecture-table";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { figureKeys, SMALLEST_SHOWN } from "~/domain/insight/figures";
import { figuresByPrefecture, publicFigures } from "~/domain/insight/figures.server";
import { levelsByYear } from "~/domain/insight/level-years.server";
import { prefecturesOf } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { useTranslate } from "~/i18n/use-translate";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "insight:title" };

export async function loader() {
  const { db } = store();
  const reference = await referenceOf(db);
  const byPrefecture = await figuresByPrefecture(db);
  return {
    figures: await publicFigures(db),
    years: await levelsByYear(db),
    prefectures: prefecturesOf(reference).flatMap((region) => {
      const figures = byPrefecture.find(({ code }) => code === region.code);
      return figures ? [{ nameZh: region.nameZh, nameEn: region.nameEn, ...figures }] : [];
    }),
  };
}

export default function Insight() {
  const t = useTranslate();
  const { figures, years, prefectures } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("insight:title")} lead={t("insight:lead", { count: SMALLEST_SHOWN })} />
      <Section id="figures" title={t("insight:figures")}>
        <FigureGrid values={figures} keys={figureKeys} />
      </Section>
      <Section id="olive" title={t("insight:olive.title")} lead={t("insight:olive.lead")}>
        {years.length === 0 ? (
          <EmptyState title={t("insight:olive.none")} />
        ) : (
          <>
            <OliveChange years={years} />
            <div className="mt-4 grid items-start gap-6 lg:grid-cols-[1fr_1fr]">
              <OliveShapes years={years} beside />
              <OliveTable years={years} />
            </div>
            <p className="measure muted mt-3 text-sm">{t("insight:olive.note")}</p>
          </>
        )}
      </Section>
      <Section id="prefectures" title={t("insight:prefectures")} lead={t("insight:prefectures.lead")}>
        <PrefectureTable prefectures={prefectures} />
      </Section>
      <Section id="definitions" title={t("insight:definitions")}>
        <DefinitionTable />
      </Section>
    </>
  );
}
