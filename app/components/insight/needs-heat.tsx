/** Unmet needs as a table of shades on wide screens and as a list on narrow ones; each number is written in its cell. */
import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { ScrollingTable } from "~/components/kit/table";
import type { NeedsRow, NeedsTable } from "~/domain/insight/needs-table";
import { formatList, formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Named = { nameZh: string; nameEn: string };
export type NamedPlace = Named & { code: string | null };
export type NamedRow = NeedsRow & Named;
type Props = Pick<NeedsTable, "totals" | "total" | "largest"> & {
  places: readonly NamedPlace[];
  rows: readonly NamedRow[];
  scenario: string | null;
  region: string | null;
};

const HIDDEN = "·";
/** Dark text stays readable on each. */
const shades = ["bg-primary/10", "bg-primary/20", "bg-primary/30", "bg-primary/40"] as const;

function useTo({ scenario, region }: Pick<Props, "scenario" | "region">) {
  return {
    create: (industry: string, place: string | null = null) => {
      const isPark = region !== null && place !== null;
      const where = isPark ? { park: place } : { region: place ?? region };
      return paths.providerDesk.solutionNew({ scenario, industry, ...where });
    },
    city: (code: string) => paths.providerDesk.needs({ scenario, region: code }),
  };
}

export function NeedsHeat(props: Props) {
  const t = useTranslate();
  const { places, rows, totals, total, region } = props;
  const to = useTo(props);
  const nameOf = usePlaceName();
  return (
    <ScrollingTable
      caption={t("reach:needs.table")}
      className="relative rounded-box border border-base-300 max-md:hidden"
      tableClassName="desk-table text-sm"
    >
      <thead>
        <tr>
          <th scope="col" className="min-w-44 align-bottom">
            {t("reach:needs.industry")}
          </th>
          <th scope="col" className="number align-bottom">
            {t("reach:needs.all")}
          </th>
          {places.map((place) => (
            <th
              key={place.code ?? "outside"}
              scope="col"
              className="number max-w-32 min-w-16 px-2! align-bottom whitespace-normal"
            >
              {region === null && place.code !== null ? (
                <Link to={to.city(place.code)} className="link-plain">
                  {nameOf(place)}
                </Link>
              ) : (
                nameOf(place)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <HeatRow key={row.industry} row={row} {...props} />
        ))}
        <tr>
          <th scope="row" className="text-start">
            {t("reach:needs.all")}
          </th>
          <Count count={total} />
          {places.map((place, at) => (
            <Count key={place.code ?? "outside"} count={totals[at] ?? null} />
          ))}
        </tr>
      </tbody>
    </ScrollingTable>
  );
}

function HeatRow({ row, places, largest, ...asked }: { row: NamedRow } & Props) {
  const t = useTranslate();
  const named = useNamed();
  const to = useTo(asked);
  return (
    <tr>
      <th scope="row" className="text-start font-normal">
        {named(row)}
        <Link
          to={to.create(row.industry)}
          aria-label={t("reach:needs.create.label", { industry: named(row) })}
          className="link-plain block w-fit py-1 text-sm"
        >
          {t("reach:needs.create")}
        </Link>
      </th>
      <Count count={row.total} />
      {places.map((place, at) => (
        <Count key={place.code ?? "outside"} count={row.counts[at] ?? null} largest={largest} />
      ))}
    </tr>
  );
}

function Count({ count, largest }: { count: number | null; largest?: number }) {
  const locale = useLocale();
  if (count === null) return <td className="number muted px-2!">{HIDDEN}</td>;
  const shade = largest ? shades[Math.min(shades.length - 1, Math.floor((count / largest) * shades.length))] : "";
  return <td className={`number px-2! ${shade}`}>{formatNumber(locale, count)}</td>;
}

export function NeedsList(props: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const nameOf = usePlaceName();
  const to = useTo(props);
  return (
    <ul className="grid gap-3 md:hidden">
      {props.rows.map((row) => (
        <li key={row.industry} className="panel grid gap-2">
          <h2 className="flex flex-wrap items-baseline justify-between gap-x-4 text-base font-semibold">
            {named(row)}
            <span>{row.total === null ? HIDDEN : formatNumber(locale, row.total)}</span>
          </h2>
          <ul className="flex flex-wrap gap-x-4 text-sm">
            {props.places.map((place, at) => {
              const count = row.counts[at] ?? null;
              if (count === null) return null;
              return (
                <li key={place.code ?? "outside"}>
                  {t("reach:needs.list.line", { place: nameOf(place), count: formatNumber(locale, count) })}
                </li>
              );
            })}
          </ul>
          <p>
            <LinkButton small to={to.create(row.industry)}>
              {t("reach:needs.create")}
            </LinkButton>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Places of which only the sum may be shown. */
export function OtherPlaces({ places }: { places: readonly (NamedPlace & { total: number })[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const nameOf = usePlaceName();
  if (places.length === 0) return null;
  const names = places.map((place) =>
    t("reach:needs.list.line", { place: nameOf(place), count: formatNumber(locale, place.total) }),
  );
  return <p className="mt-3 text-sm">{t("reach:needs.others", { names: formatList(locale, names) })}</p>;
}

function usePlaceName() {
  const t = useTranslate();
  const named = useNamed();
  return (place: NamedPlace) => (place.code === null ? t("reach:needs.outside") : named(place));
}
