/** What was measured on site, and what is missing for the level aimed at, on paper. */
import type { ShownLevels } from "~/domain/clinic/frozen";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { formatNumber } from "~/i18n/format";
import type { Block } from "./paper";
import { caption, nameIn, section, type ReportWords } from "./report-words";

const MAX_SCORE = 100;

export function levelBlocks({ levels }: ReportOnPage, words: ReportWords): Block[] {
  const { t } = words;
  const head = section(t("reports:part.levels"));
  return levels
    ? [head, ...measured(levels, words)]
    : [head, { kind: "text", text: t("reports:levels_missing"), isMuted: true }];
}

function measured(levels: ShownLevels, words: ReportWords): Block[] {
  const { t, locale } = words;
  const score = (value: number, max: number) => t("reports:score_of", { score: formatNumber(locale, value), max });
  const dimensions = levels.dimensions.map((one) => [nameIn(words, one), score(one.score, one.maxScore)]);
  const byScenario = levels.scenarioDimension;
  return [
    { kind: "text", text: `${t("clinic:level", { level: levels.level })}  ${score(levels.score, MAX_SCORE)}` },
    {
      kind: "text",
      text: t("reports:scheme", { title: nameIn(words, levels.schemeTitle), no: levels.issuingNo ?? "" }),
      isMuted: true,
    },
    caption(t("reports:dimension_table")),
    {
      kind: "table",
      head: [t("reports:dimension"), t("reports:points")],
      widths: [1, 1],
      rows: byScenario ? [...dimensions, [nameIn(words, byScenario), t("papers:by_scenario")]] : dimensions,
    },
    caption(t("reports:scenario_table")),
    {
      kind: "table",
      head: [t("reports:scenario"), t("reports:scenario_level")],
      widths: [1, 1],
      rows: levels.scenarios.map((one) => [nameIn(words, one), t("clinic:level", { level: one.level })]),
    },
  ];
}

export function gapBlocks({ levels, assessment, report }: ReportOnPage, words: ReportWords): Block[] {
  const { t } = words;
  const from = levels?.level ?? assessment?.level ?? null;
  const to = report.targetLevel;
  const gap = levels?.gap ?? null;
  const lead: Block =
    from === null || to === null
      ? { kind: "text", text: t("reports:not_written"), isMuted: true }
      : { kind: "text", text: t("reports:gap_lead", { from, to }) };
  const isNeeded = gap !== null && to !== null && to >= gap.level;
  return [section(t("reports:part.gap")), lead, ...(isNeeded ? missingFor(gap, words) : [])];
}

const parts = ["points", "scenes", "constrained"] as const;

function missingFor(gap: NonNullable<ShownLevels["gap"]>, { t, locale }: ReportWords): Block[] {
  const items = parts
    .filter((part) => gap[part].missing > 0)
    .map((part) =>
      t(`reports:gap_${part}`, {
        missing: formatNumber(locale, gap[part].missing),
        has: formatNumber(locale, gap[part].has),
        needs: formatNumber(locale, gap[part].needs),
      }),
    );
  return [
    { kind: "text", text: t("reports:gap_next", { level: gap.level }) },
    { kind: "list", items: items.length > 0 ? items : [t("reports:gap_none")] },
  ];
}
