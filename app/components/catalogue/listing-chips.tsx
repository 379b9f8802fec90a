/** What is chosen, each to be taken away again, and what was not understood at all. */
import { X } from "lucide-react";
import { Note } from "~/components/kit/status";
import type { FacetList } from "~/domain/catalogue/facet-list";
import { listingParams, type IgnoredValue, type ListingQuery } from "~/domain/catalogue/listing-query";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { chipsOf, type Chip, type NamedScenario, type SearchChosen } from "./search-words";

type Understanding = Pick<SearchChosen, "notMeant" | "operators">;

/** All choices but the words themselves, in the page's language. */
export function useChips(facets: FacetList, query: ListingQuery, understanding: Understanding): Chip[] {
  const language = { t: useTranslate(), locale: useLocale() };
  return chipsOf(language, { facets, query, ...understanding });
}

/** Those that a filter of the list stands for. */
export function filtersAmong(chips: readonly Chip[]): Chip[] {
  return chips.filter(({ name }) => name !== "operator");
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
