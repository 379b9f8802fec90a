/** The olive: levels of the diagnosed enterprises as one symmetric shape a year, with a table of the same figures. */
import { Table, type Column } from "~/components/kit/table";
import { LEVELS, SMALLEST_SHOWN, type LevelYear } from "~/domain/insight/figures";
import { formatNumber, formatShare } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { largestShare, oliveShape, sharesOf, type OliveShape } from "./olive-shape";

const SIZE = { centreX: 130, top: 6, bandHeight: 40, maxHalfWidth: 80 };
const VIEW = "0 0 260 212";

/** One shape a year, all on one scale, the latest one solid, read out as a sentence each. `beside`: next to its table. */
export function OliveShapes({ years, beside }: { years: readonly LevelYear[]; beside?: true }) {
  const largest = largestShare(years.map((year) => year.counts));
  return (
    <ul className={`grid grid-cols-2 gap-x-4 gap-y-6 ${beside ? "" : "md:grid-cols-4"}`}>
      {years.map((year, index) => (
        <li key={year.year}>
          <YearShape year={year} largest={largest} isLatest={index === years.length - 1} />
        </li>
      ))}
    </ul>
  );
}

function YearShape({ year, largest, isLatest }: { year: LevelYear; largest: number; isLatest: boolean }) {
  const t = useTranslate();
  const locale = useLocale();
  const shape = oliveShape(year.counts, largest, SIZE);
  const say = (share: number | null) =>
    share === null ? t("insight:hidden", { count: SMALLEST_SHOWN }) : formatShare(locale, share);
  const parts = shape.rungs.map(({ level, share }) => t("insight:olive.part", { level, share: say(share) }));
  return (
    <figure>
      <svg
        viewBox={VIEW}
        role="img"
        aria-label={t("insight:olive.label", {
          year: year.year,
          parts: new Intl.ListFormat(locale, { type: "unit" }).format(parts),
        })}
        className="w-full"
      >
        <path
          d={shape.outline}
          className={isLatest ? "fill-primary" : "fill-accent stroke-primary"}
          strokeWidth="1.5"
        />
        <Rungs shape={shape} />
      </svg>
      <figcaption className="text-center">
        <strong className="block">{yearName(t, year)}</strong>
        {year.total === null ? null : (
          <span className="muted text-sm">{t("insight:olive.total", { count: formatNumber(locale, year.total) })}</span>
        )}
      </figcaption>
    </figure>
  );
}

/** Lines between the levels, and their shares at the side; on a phone the table says them. */
function Rungs({ shape }: { shape: OliveShape }) {
  const locale = useLocale();
  return (
    <>
      {shape.bands.map((y) => (
        <line key={y} x1="38" x2="222" y1={y} y2={y} className="stroke-base-100" strokeWidth="2" />
      ))}
      {shape.rungs.map(({ level, share, y }) => (
        <g key={level} aria-hidden className="fill-base-content text-[13px] max-md:hidden">
          <text x="4" y={y + 4}>
            {level}
          </text>
          <text x="256" y={y + 4} textAnchor="end">
            {share === null ? "·" : formatShare(locale, share)}
          </text>
        </g>
      ))}
    </>
  );
}

function yearName(t: Translate, { year, isPresent }: LevelYear): string {
  return t(isPresent ? "insight:olive.year.present" : "insight:olive.year", { year });
}

/** The same as figures: a row for each level from the top, a column for each year. */
export function OliveTable({ years }: { years: readonly LevelYear[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const hidden = t("insight:hidden", { count: SMALLEST_SHOWN });
  const cell = (count: number | null) =>
    count === null ? <span className="muted">{hidden}</span> : formatNumber(locale, count);
  const share = (year: LevelYear, level: number) => sharesOf(year.counts)[level] ?? null;
  const rows = [...[...LEVELS].reverse().map((level) => ({ level })), { level: null }];
  const columns: Column<{ level: number | null }>[] = [
    {
      head: t("insight:olive.level.head"),
      cell: ({ level }) => (
        <span className="whitespace-nowrap">
          {level === null ? t("insight:olive.all") : t("insight:olive.level", { level })}
        </span>
      ),
    },
    ...years.map((year) => ({
      head: yearName(t, year),
      number: true as const,
      cell: ({ level }: { level: number | null }) =>
        level === null ? (
          cell(year.total)
        ) : (
          <>
            {cell(year.counts[level] ?? null)}
            {share(year, level) === null ? null : (
              <span className="muted block text-sm">{formatShare(locale, share(year, level) ?? 0)}</span>
            )}
          </>
        ),
    })),
  ];
  return (
    <Table caption={t("insight:olive.table")} rows={rows} columns={columns} keyOf={({ level }) => String(level)} />
  );
}

/** What changed from the first to the last year, in a sentence; nothing where a share is hidden. */
export function OliveChange({ years }: { years: readonly LevelYear[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const first = years[0];
  const last = years.at(-1);
  if (!first || !last || first === last) return null;
  const upper = ({ counts }: LevelYear) =>
    sharesOf(counts)
      .slice(2)
      .reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const values = {
    first: first.year,
    last: last.year,
    from: formatShare(locale, upper(first)),
    to: formatShare(locale, upper(last)),
  };
  return <p className="measure font-semibold">{t("insight:olive.change", values)}</p>;
}
