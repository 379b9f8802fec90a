/** A search in words: what is chosen, each with the search without it. */
import type { Locale } from "#db/vocabulary/identity";
import type { FacetList, FacetValue } from "~/domain/catalogue/facet-list";
import { facetNames, type FacetName } from "~/domain/catalogue/facets";
import type { FilterName, ListingQuery } from "~/domain/catalogue/listing-query";
import type { Named } from "~/domain/catalogue/solution-card";
import { formatMoney } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";

type Language = { t: Translate; locale: Locale };
export type NamedScenario = Named & { key: string };
export type Chip = { name: FilterName | "without" | "operator"; label: string; without: ListingQuery };
export type SearchChosen = {
  facets: FacetList;
  query: ListingQuery;
  notMeant: readonly NamedScenario[];
  operators: readonly { kind: "phrase" | "excluded"; text: string; without: string }[];
};

/** All choices but the words themselves, in the order of the filters; last what is not meant, "phrases" and -words. */
export function chipsOf(language: Language, { facets, query, notMeant, operators }: SearchChosen): Chip[] {
  const { t } = language;
  const chosen = facetNames.flatMap((facet) =>
    facets[facet]
      .filter(({ isChosen }) => isChosen)
      .map((each): Chip => ({
        name: facet,
        label: facetLabel(language, facet, each),
        without: withoutValue(query, facet, each.value),
      })),
  );
  const others = notMeant.map((each): Chip => {
    const without = { ...query, without: query.without.filter((key) => key !== each.key) };
    return { name: "without", label: t("search:list.chip.without", { name: named(language, each) }), without };
  });
  const said = operators.map(({ kind, text, without }): Chip => {
    return { name: "operator", label: t(`search:list.chip.${kind}`, { text }), without: { ...query, q: without } };
  });
  return [...chosen, ...limitChips(language, query), ...others, ...said];
}

function limitChips({ t, locale }: Language, query: ListingQuery): Chip[] {
  const { priceMaxYuan, daysMax } = query;
  const chips: Chip[] = [];
  if (priceMaxYuan !== null) {
    const price = t("search:list.chip.price", { price: formatMoney(locale, priceMaxYuan * 100) });
    chips.push({ name: "priceMaxYuan", label: price, without: { ...query, priceMaxYuan: null } });
  }
  if (daysMax !== null) {
    const days = t("search:list.chip.days", { days: daysMax });
    chips.push({ name: "daysMax", label: days, without: { ...query, daysMax: null } });
  }
  return chips;
}

/** The text of a search, its chips, or both. */
export function searchName(t: Translate, q: string, chips: readonly Pick<Chip, "label">[]): string {
  const filters = chips.map(({ label }) => label).join(t("search:facts.and"));
  return q && filters ? t("catalogue:saved.prefill", { q, filters }) : q || filters;
}

/** The name of a choice: reference data and providers have one, ways of deployment are said by the page. */
export function facetLabel(language: Language, facet: FacetName, { name, value }: FacetValue): string {
  const { t } = language;
  if (name) return named(language, name);
  if (facet === "ai") return t("search:list.chip.ai");
  return value === "saas" || value === "on_premises" || value === "hybrid" || value === "edge"
    ? t(`catalogue:deployment.${value}`)
    : value;
}

function named({ locale }: Language, { nameZh, nameEn }: Named): string {
  return locale === "en" ? nameEn : nameZh;
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
