/** What is chosen, each to be taken away again; what was understood otherwise, and what was not understood at all. */
import { Link } from "@remix-run/react";
import { X } from "lucide-react";
import { Note } from "~/components/kit/status";
import type { FacetList } from "~/domain/catalogue/facet-list";
import { facetNames, type FacetName } from "~/domain/catalogue/facets";
import { listingParams, type IgnoredValue, type ListingQuery } from "~/domain/catalogue/listing-query";
import { formatMoney } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useFacetLabel } from "./listing-filters";

type Chip = { label: string; without: ListingQuery };

/** All choices but the text itself, in the order of the filters. */
export function useChips(facets: FacetList, query: ListingQuery): Chip[] {
  const t = useTranslate();
  const locale = useLocale();
  const label = useFacetLabel();
  const chosen = facetNames.flatMap((facet) =>
    facets[facet]
      .filter(({ isChosen }) => isChosen)
      .map((each) => ({ label: label(facet, each), without: withoutValue(query, facet, each.value) })),
  );
  const { priceMaxYuan, daysMax } = query;
  const limits = [
    ...(priceMaxYuan === null
      ? []
      : [
          {
            label: t("search:list.chip.price", { price: formatMoney(locale, priceMaxYuan * 100) }),
            without: { ...query, priceMaxYuan: null },
          },
        ]),
    ...(daysMax === null
      ? []
      : [{ label: t("search:list.chip.days", { days: daysMax }), without: { ...query, daysMax: null } }]),
  ];
  return [...chosen, ...limits];
}

function withoutValue(query: ListingQuery, facet: FacetName, value: string): ListingQuery {
  const others = <T extends string>(values: readonly T[]) => values.filter((each) => each !== value);
  switch (facet) {
    case "scenario":
      return { ...query, scenario: others(query.scenario) };
    case "industry":
      return { ...query, industry: others(query.industry) };
    case "deploy":
      return { ...query, deploy: others(query.deploy) };
    case "ai":
      return { ...query, ai: false };
    case "region":
    case "park":
    case "provider":
      return { ...query, [facet]: null };
  }
}

export function Chips({ chips }: { chips: readonly Chip[] }) {
  const t = useTranslate();
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("search:list.chosen")} className="no-print flex flex-wrap gap-2">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <Link
            to={paths.solutions(listingParams(without))}
            aria-label={t("search:list.chosen.remove", { name: label })}
            className="inline-flex min-h-9 items-center gap-1 rounded-field border border-primary bg-accent px-2.5 text-sm text-accent-content hover:underline"
          >
            {label}
            <X aria-hidden size={15} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

const MOST_NAMED = 5;

/** Parameters that were left out, in their own words. */
export function IgnoredNote({ ignored }: { ignored: readonly IgnoredValue[] }) {
  const t = useTranslate();
  if (ignored.length === 0) return null;
  const values = ignored.slice(0, MOST_NAMED).map((each) => t("search:list.ignored.one", each));
  return (
    <Note tone="waiting">
      <span className="[overflow-wrap:anywhere]">
        {t("search:list.ignored", { values: values.join(t("search:facts.and")) })}
      </span>
      {ignored.length > MOST_NAMED ? ` ${t("search:list.ignored.more", { count: ignored.length - MOST_NAMED })}` : null}
    </Note>
  );
}
