/** Four small bar charts of the same weeks, side by side; the table below them says the same. */
import type { WeekFigures } from "~/domain/insight/provider-figures.server";
import { reachMeasures } from "~/domain/insight/reach";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export const weekMeasures = ["leads", ...reachMeasures] as const;
export type WeekMeasure = (typeof weekMeasures)[number];

const SIZE = { width: 390, height: 128, floor: 104, top: 20 };

export function WeekCharts({ weeks }: { weeks: readonly WeekFigures[] }) {
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {weekMeasures.map((measure) => (
        <li key={measure} className="panel min-w-0">
          <WeekChart weeks={weeks} measure={measure} />
        </li>
      ))}
    </ul>
  );
}

/** The present week, which is not over, is outlined. */
function WeekChart({ weeks, measure }: { weeks: readonly WeekFigures[]; measure: WeekMeasure }) {
  const t = useTranslate();
  const locale = useLocale();
  const total = weeks.reduce((sum, week) => sum + week[measure], 0);
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
        <strong>{t(`reach:measure.${measure}`)}</strong>
        <span className="text-sm">{t("reach:chart.total", { count: formatNumber(locale, total) })}</span>
        <span className="muted basis-full text-sm">{t(`reach:measure.${measure}.hint`)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={useChartLabel(weeks, measure, total)}
        className="mt-2 w-full"
      >
        <line x1="0" x2={SIZE.width} y1={SIZE.floor} y2={SIZE.floor} className="stroke-base-300" />
        <Bars weeks={weeks} measure={measure} />
      </svg>
    </figure>
  );
}

function Bars({ weeks, measure }: { weeks: readonly WeekFigures[]; measure: WeekMeasure }) {
  const locale = useLocale();
  const counts = weeks.map((week) => week[measure]);
  const largest = Math.max(1, ...counts);
  const step = SIZE.width / weeks.length;
  const isNamed = (at: number) => counts[at] === largest && counts.indexOf(largest) === at;
  return weeks.map(({ week }, at) => {
    const height = ((SIZE.floor - SIZE.top) * (counts[at] ?? 0)) / largest;
    const isPresent = at === weeks.length - 1;
    return (
      <g key={week} aria-hidden>
        <rect
          x={at * step + step * 0.18}
          y={SIZE.floor - height}
          width={step * 0.64}
          height={height}
          className={isPresent ? "fill-accent stroke-primary" : "fill-primary"}
        />
        {isNamed(at) ? (
          <text
            x={at * step + step / 2}
            y={SIZE.floor - height - 6}
            textAnchor={at < 1 ? "start" : isPresent ? "end" : "middle"}
            className="fill-base-content text-[14px]"
          >
            {formatNumber(locale, largest)}
          </text>
        ) : null}
        {at % 4 === 0 ? (
          <text
            x={at * step + step / 2}
            y={SIZE.height - 6}
            textAnchor={at === 0 ? "start" : isPresent ? "end" : "middle"}
            className="fill-base-content text-[14px]"
          >
            {week.slice(5)}
          </text>
        ) : null}
      </g>
    );
  });
}

function useChartLabel(weeks: readonly WeekFigures[], measure: WeekMeasure, total: number): string {
  const t = useTranslate();
  const locale = useLocale();
  const name = t(`reach:measure.${measure}`);
  const top = weeks.toSorted((a, b) => b[measure] - a[measure])[0];
  if (!top || total === 0) return t("reach:chart.nothing", { measure: name });
  return t("reach:chart.label", {
    measure: name,
    total: formatNumber(locale, total),
    week: formatDate(locale, top.week),
    largest: formatNumber(locale, top[measure]),
  });
}
