/** What is chosen, each to be taken away again, and what was not understood at all. */
import { X } from "lucide-react";
import { Note } from "~/components/kit/status";
import type { FacetList } from "~/domain/catalogue/facet-list";
import { facetNames, type FacetName } from "~/domain/catalogue/facets";
import { listingParams, type FilterName, type IgnoredValue, type ListingQuery } from "~/domain/catalogue/listing-query";
import type { Named } from "~/domain/catalogue/solution-card";
import { formatMoney } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useFacetLabel } from "./listing-filters";

export type NamedScenario = Named & { key: string };
export type Chip = { name: FilterName | "without" | "operator"; label: string; without: ListingQuery };

type Understanding = {
  notMeant: readonly NamedScenario[];
  operators: readonly { kind: "phrase" | "excluded"; text: string; without: string }[];
};

/** All choices but the words themselves, in the order of the filters; last what is not meant, "phrases" and -words. */
export function useChips(facets: FacetList, query: ListingQuery, { notMeant, operators }: Understanding): Chip[] {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const label = useFacetLabel();
  const { priceMaxYuan, daysMax } = query;
  const chips: Chip[] = facetNames.flatMap((facet) =>
    facets[facet]
      .filter(({ isChosen }) => isChosen)
      .map((each) => ({ name: facet, label: label(facet, each), without: withoutValue(query, facet, each.value) })),
  );
  if (priceMaxYuan !== null) {
    const price = formatMoney(locale, priceMaxYuan * 100);
    chips.push({
      name: "priceMaxYuan",
      label: t("search:list.chip.price", { price }),
      without: { ...query, priceMaxYuan: null },
    });
  }
  if (daysMax !== null) {
    const days = t("search:list.chip.days", { days: daysMax });
    chips.push({ name: "daysMax", label: days, without: { ...query, daysMax: null } });
  }
  for (const each of notMeant) {
    const without = { ...query, without: query.without.filter((key) => key !== each.key) };
    chips.push({ name: "without", label: t("search:list.chip.without", { name: named(each) }), without });
  }
  for (const { kind, text, without } of operators) {
    const says = t(`search:list.chip.${kind}`, { text });
    chips.push({ name: "operator", label: says, without: { ...query, q: without } });
  }
  return chips;
}

/** Those that a filter of the list stands for. */
export function filtersAmong(chips: readonly Chip[]): Chip[] {
  return chips.filter(({ name }) => name !== "operator");
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

const CHIP = "inline-flex min-h-9 items-center gap-1 rounded-field border px-2.5 text-sm hover:underline";

export function Chips({ chips }: { chips: readonly Chip[] }) {
  const t = useTranslate();
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("search:list.chosen")} className="no-print flex flex-wrap gap-2">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <a
            href={paths.solutions(listingParams(without))}
            aria-label={t("search:list.chosen.remove", { name: label })}
            className={`${CHIP} border-primary bg-accent text-accent-content`}
          >
            {label}
            <X aria-hidden size={15} />
          </a>
        </li>
      ))}
    </ul>
  );
}

type UnderstoodProps = { scenarios: readonly NamedScenario[]; query: ListingQuery };

/** Scenarios the text was understood to mean: each can be made a filter, or be said not to be meant. */
export function Understood({ scenarios, query }: UnderstoodProps) {
  const t = useTranslate();
  const named = useNamed();
  if (scenarios.length === 0) return null;
  const only = (key: string) => paths.solutions(listingParams({ ...query, scenario: [...query.scenario, key] }));
  const not = (key: string) => paths.solutions(listingParams({ ...query, without: [...query.without, key] }));
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      <span id="understood" className="muted text-sm">
        {t("search:list.understood")}
      </span>
      <ul aria-labelledby="understood" className="flex flex-wrap gap-2">
        {scenarios.map((each) => (
          <li key={each.key} className="inline-flex rounded-field border border-dashed border-primary">
            <a
              href={only(each.key)}
              title={t("search:list.understood.only", { name: named(each) })}
              className="inline-flex min-h-9 items-center ps-2.5 pe-1 text-sm text-primary hover:underline"
            >
              {named(each)}
            </a>
            <a
              href={not(each.key)}
              aria-label={t("search:list.understood.not", { name: named(each) })}
              title={t("search:list.understood.not", { name: named(each) })}
              className="inline-flex min-h-9 w-9 items-center justify-center rounded-field text-primary hover:bg-accent"
            >
              <X aria-hidden size={15} />
            </a>
          </li>
        ))}
      </ul>
    </div>
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
