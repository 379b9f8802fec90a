/** What was searched for and found, in a sentence; and what to do when nothing was. */
import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { EmptyState } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { listingParams, withoutFilter, type FilterName, type ListingQuery } from "~/domain/catalogue/listing-query";
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { filtersAmong } from "./listing-chips";
import type { Chip, NamedScenario } from "./search-words";
import { SolutionRow } from "./solution-row";

/** The search in words: its text without operators, and its chips; null when it asks for everything. */
export function useWhat(q: string, chips: readonly Chip[]): string | null {
  const t = useTranslate();
  const filters = chips.map(({ label }) => label).join(t("search:facts.and"));
  if (q === "") return filters || null;
  return filters ? t("search:list.what.filters", { q, filters }) : t("search:list.what", { q });
}

type FoundProps = {
  what: string | null;
  total: number;
  fullTotal: number;
  meantTotal: number;
  understood: readonly NamedScenario[];
};

export function Found({ what, total, fullTotal, meantTotal, understood }: FoundProps) {
  const t = useTranslate();
  const named = useNamed();
  if (what === null) return t("search:list.found", { count: total });
  if (total === 0) return t("search:list.found.none", { what });
  const meant = understood.map(named).join(t("search:facts.and"));
  if (fullTotal === 0 && meant && meantTotal > 0) {
    return meantTotal < total
      ? t("search:list.found.meant_partly", { what, meant, count: meantTotal, rest: total - meantTotal })
      : t("search:list.found.meant", { what, meant, count: total });
  }
  if (fullTotal === 0) return t("search:list.found.only_partly", { what, count: total });
  return fullTotal < total
    ? t("search:list.found.partly", { what, count: fullTotal, rest: total - fullTotal })
    : t("search:list.found.query", { what, count: total });
}

export function Corrections({ corrections }: { corrections: readonly { from: string; to: string }[] }) {
  const t = useTranslate();
  if (corrections.length === 0) return null;
  return <Note>{corrections.map((each) => t("search:list.corrected", each)).join(" ")}</Note>;
}

type Instead = {
  /** The filter that was left out, or the operators of the text; null: all of the text was. */
  leftOut: FilterName | "operators" | null;
  query: ListingQuery;
  total: number;
  cards: readonly SolutionCard[];
};

type NothingProps = {
  said: string;
  query: ListingQuery;
  chips: readonly Chip[];
  relaxed: readonly { name: FilterName; total: number }[];
  instead: Instead | null;
  favourites: readonly string[];
};

/** Never an empty page: which filter to leave out and what that gives, or what there is without the text; always a way on. */
export function NothingFound({ said, query, chips, relaxed, instead, favourites }: NothingProps) {
  const t = useTranslate();
  const hasFilters = filtersAmong(chips).length > 0;
  const advice = hasFilters ? "filters" : query.q ? "query" : "all";
  const nameOf = (filter: FilterName) =>
    chips
      .filter(({ name }) => name === filter)
      .map(({ label }) => label)
      .join(t("search:facts.and"));
  function titleOf(leftOut: Instead["leftOut"]): string {
    if (leftOut === "operators") return t("search:list.instead.operators", { q: said });
    if (leftOut !== null) return t("search:list.instead.filter", { name: nameOf(leftOut) });
    return hasFilters ? t("search:list.instead.text", { q: query.q }) : t("search:list.instead");
  }
  return (
    <div className="mt-5 grid gap-8">
      {relaxed.length > 0 ? <Relaxed query={query} relaxed={relaxed} nameOf={nameOf} /> : null}
      {instead && instead.cards.length > 0 ? (
        <InsteadList {...instead} favourites={favourites} title={titleOf(instead.leftOut)} />
      ) : null}
      <EmptyState title={t("search:list.empty")}>
        <p>{t(`search:list.empty.${advice}`)}</p>
        <div className="flex flex-wrap justify-center gap-2">
          {hasFilters ? (
            <LinkButton to={paths.solutions({ q: query.q })}>{t("search:list.filters.clear")}</LinkButton>
          ) : null}
          <LinkButton to={paths.scenarios()}>{t("search:list.empty.browse")}</LinkButton>
          <LinkButton to={paths.match()}>{t("search:list.empty.match")}</LinkButton>
          <LinkButton to={paths.clinic()}>{t("search:list.empty.clinic")}</LinkButton>
        </div>
      </EmptyState>
    </div>
  );
}

type RelaxedProps = Pick<NothingProps, "query" | "relaxed"> & { nameOf: (filter: FilterName) => string };

function Relaxed({ query, relaxed, nameOf }: RelaxedProps) {
  const t = useTranslate();
  return (
    <Note>
      <p>{t("search:list.relaxed")}</p>
      <ul className="grid">
        {relaxed.map(({ name, total }) => (
          <li key={name}>
            <Link
              to={paths.solutions(listingParams(withoutFilter(query, name)))}
              className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
            >
              {t("search:list.relaxed.one", { name: nameOf(name), count: total })}
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}

type InsteadProps = Instead & { title: string; favourites: readonly string[] };

function InsteadList({ title, query, total, cards, favourites }: InsteadProps) {
  const t = useTranslate();
  return (
    <section aria-labelledby="instead">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="instead" className="text-lg [overflow-wrap:anywhere]">
          {title}
        </h2>
        <Link to={paths.solutions(listingParams(query))} className="link-plain py-2">
          {t("search:list.instead.all", { count: total })}
        </Link>
      </div>
      <ul>
        {cards.map((card) => (
          <SolutionRow key={card.slug} card={card} isKept={favourites.includes(card.slug)} />
        ))}
      </ul>
    </section>
  );
}
