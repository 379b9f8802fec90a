import type { MonthFigures } from "~/domain/moderation/statistics";
import { formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

const SIZE = { width: 600, height: 150, floor: 124, top: 18 };

/** Decisions month by month as bars, the returned ones as their darker part; the table beside it says the same. */
export function MonthChart({ months }: { months: readonly MonthFigures[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const largest = Math.max(1, ...months.map(({ decided }) => decided));
  const step = SIZE.width / months.length;
  const heightOf = (count: number) => ((SIZE.floor - SIZE.top) * count) / largest;
  const parts = months.map(({ month, decided }) => t("moderation:statistics.chart.part", { month, decided }));
  return (
    <figure className="max-w-3xl">
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={t("moderation:statistics.chart", { parts: formatList(locale, parts) })}
        className="w-full"
      >
        <line x1="0" x2={SIZE.width} y1={SIZE.floor} y2={SIZE.floor} className="stroke-base-300" />
        {months.map(({ month, decided, returned }, index) => {
          const x = index * step + step * 0.2;
          return (
            <g key={month} aria-hidden>
              <rect
                x={x}
                y={SIZE.floor - heightOf(decided)}
                width={step * 0.6}
                height={heightOf(decided)}
                className="fill-accent stroke-primary"
              />
              <rect
                x={x}
                y={SIZE.floor - heightOf(returned)}
                width={step * 0.6}
                height={heightOf(returned)}
                className="fill-primary"
              />
              <text
                x={x + step * 0.3}
                y={SIZE.floor - heightOf(decided) - 5}
                textAnchor="middle"
                className="fill-base-content text-[13px]"
              >
                {decided}
              </text>
              <text
                x={x + step * 0.3}
                y={SIZE.height - 8}
                textAnchor="middle"
                className="fill-base-content text-[13px]"
              >
                {month.slice(5)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="muted flex flex-wrap gap-x-5 text-sm">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 border border-primary bg-accent" />
          {t("moderation:statistics.legend.decided")}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 bg-primary" />
          {t("moderation:statistics.legend.returned")}
        </span>
      </figcaption>
    </figure>
  );
}
