/** What was measured on site, by dimension and scenario, and what is missing for the level aimed at. */
import { Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { ShownLevels } from "~/domain/clinic/frozen";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";

const MAX_SCORE = 100;

export function ReportLevels({ page: { levels } }: { page: Pick<ReportOnPage, "levels"> }) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  return (
    <Section id="levels" title={t("reports:part.levels")}>
      {levels ? (
        <>
          <p className="text-lg">
            <strong>{t("clinic:level", { level: levels.level })}</strong>{" "}
            {t("reports:score_of", { score: formatNumber(locale, levels.score), max: MAX_SCORE })}
          </p>
          <p className="muted mb-3 text-sm">
            {t("reports:scheme", { title: named(levels.schemeTitle), no: levels.issuingNo ?? "" })}
          </p>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Dimensions levels={levels} />
            <Scenarios levels={levels} />
          </div>
        </>
      ) : (
        <p className="muted">{t("reports:levels_missing")}</p>
      )}
    </Section>
  );
}

function Dimensions({ levels }: { levels: ShownLevels }) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const rows = levels.dimensions.map((dimension) => ({
    key: dimension.key,
    name: named(dimension),
    share: dimension.maxScore > 0 ? dimension.score / dimension.maxScore : 0,
    words: t("reports:score_of", { score: formatNumber(locale, dimension.score), max: dimension.maxScore }),
  }));
  const byScenario = levels.scenarioDimension;
  const all = byScenario
    ? [...rows, { key: "scenarios", name: named(byScenario), share: null, words: t("reports:by_scenario") }]
    : rows;
  return (
    <Table
      caption={t("reports:dimension_table")}
      rows={all}
      keyOf={({ key }) => key}
      columns={[
        { head: t("reports:dimension"), cell: ({ name }) => name },
        {
          head: t("reports:points"),
          cell: ({ share, words }) => (
            <>
              {words}
              {share === null ? null : <Bar share={share} />}
            </>
          ),
        },
      ]}
    />
  );
}

function Bar({ share }: { share: number }) {
  return (
    <span aria-hidden className="mt-1 block h-1.5 w-full max-w-48 rounded-full bg-base-300">
      <span className="block h-full rounded-full bg-primary" style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  );
}

function Scenarios({ levels }: { levels: ShownLevels }) {
  const t = useTranslate();
  const named = useNamed();
  return (
    <Table
      caption={t("reports:scenario_table")}
      rows={levels.scenarios}
      keyOf={({ key }) => key}
      columns={[
        { head: t("reports:scenario"), cell: (scenario) => named(scenario) },
        { head: t("reports:scenario_level"), cell: ({ level }) => t("clinic:level", { level }) },
      ]}
    />
  );
}

export function ReportGap({ page: { levels, assessment, report } }: { page: ReportOnPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const from = levels?.level ?? assessment?.level ?? null;
  const to = report.targetLevel;
  const gap = levels?.gap ?? null;
  const isNeeded = gap !== null && to !== null && to >= gap.level;
  const missing = gap ? (["points", "scenes", "constrained"] as const).filter((part) => gap[part].missing > 0) : [];
  return (
    <Section id="gap" title={t("reports:part.gap")}>
      {from === null || to === null ? (
        <p className="muted">{t("reports:not_written")}</p>
      ) : (
        <p>{t("reports:gap_lead", { from, to })}</p>
      )}
      {isNeeded ? (
        <>
          <p className="mt-2">{t("reports:gap_next", { level: gap.level })}</p>
          <ul className="list-disc ps-6">
            {missing.map((part) => (
              <li key={part}>
                {t(`reports:gap_${part}`, {
                  missing: formatNumber(locale, gap[part].missing),
                  has: formatNumber(locale, gap[part].has),
                  needs: formatNumber(locale, gap[part].needs),
                })}
              </li>
            ))}
            {missing.length === 0 ? <li>{t("reports:gap_none")}</li> : null}
          </ul>
        </>
      ) : null}
    </Section>
  );
}
