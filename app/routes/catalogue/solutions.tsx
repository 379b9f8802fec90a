/** The catalogue: one search, left filters, rows with the four facts, pages by cursor. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { SlidersHorizontal } from "lucide-react";
import { solutionSorts } from "#db/vocabulary/catalogue";
import { Corrections, Guesses, NothingFound } from "~/components/catalogue/listing-advice";
import { Chips, IgnoredNote, useChips } from "~/components/catalogue/listing-chips";
import { FILTERS_ID, LISTING_FORM, ListingFilters } from "~/components/catalogue/listing-filters";
import { FactsLegend } from "~/components/catalogue/four-facts";
import { ListPages } from "~/components/catalogue/list-pages";
import { SearchField } from "~/components/catalogue/search-field";
import { SolutionRow } from "~/components/catalogue/solution-row";
import type { PageHandle } from "~/components/layout/page-handle";
import { facetList } from "~/domain/catalogue/facet-list";
import { listingParams, parseListingQuery, type ListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames, searchSolutions } from "~/domain/catalogue/listing.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { cardOf } from "~/domain/catalogue/solution-card";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "search:list.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = store();
  const { query, ignored } = parseListingQuery(new URL(request.url).searchParams, await knownNames(db));
  const { items, counts, scenarioKeys, ...listing } = await searchSolutions(db, query);
  const reference = await referenceOf(db);
  const { providers } = await publishedCatalogue(db);
  const { t } = await translateFor(request);
  return {
    ...listing,
    query,
    ignored: [...ignored, ...listing.ignored],
    cards: items.map((each) => cardOf(each, reference)),
    facets: facetList(counts, query, reference, providers),
    guesses: scenarioKeys
      .flatMap((key) => reference.scenarios.get(key) ?? [])
      .map(({ key, nameZh, nameEn }) => ({ key, nameZh, nameEn })),
    ...(query.q ? { pageTitle: t("search:list.title.query", { q: query.q }) } : {}),
  };
}

const COMPARE_FORM = "compare";

export default function Solutions() {
  const t = useTranslate();
  const { query, facets, ...found } = useLoaderData<typeof loader>();
  const chips = useChips(facets, query);
  return (
    <>
      <SearchHead query={query} />
      <div className="mt-5 grid gap-8 lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <ListingFilters facets={facets} query={query} />
        <section id="results" aria-label={t("search:list.results")} className="min-w-0 scroll-mt-4">
          <div className="grid gap-3">
            <p className="text-lg font-semibold" role="status">
              <Found query={query} total={found.total} fullTotal={found.fullTotal} />
            </p>
            <Corrections corrections={found.corrections} />
            <IgnoredNote ignored={found.ignored} />
            <Guesses guesses={found.guesses} query={query} fullTotal={found.fullTotal} />
            <Chips chips={chips} />
            <a href={`#${FILTERS_ID}`} className="btn min-h-11 w-fit border-base-300 bg-base-100 lg:hidden">
              <SlidersHorizontal aria-hidden size={18} />
              {chips.length > 0 ? t("search:list.filters.count", { count: chips.length }) : t("search:list.filters")}
            </a>
            {found.total > 1 ? <Sorts query={query} /> : null}
          </div>
          {found.total === 0 ? (
            <NothingFound query={query} hasFilters={chips.length > 0} />
          ) : (
            <Rows {...found} query={query} />
          )}
        </section>
      </div>
    </>
  );
}

function SearchHead({ query }: { query: ListingQuery }) {
  const t = useTranslate();
  return (
    <>
      <h1 className="text-2xl">{t("search:list.title")}</h1>
      <Form id={LISTING_FORM} method="get" action={paths.solutions()} role="search" className="no-print mt-3">
        <SearchField q={query.q} />
        {query.sort === "relevance" ? null : <input type="hidden" name="sort" value={query.sort} />}
        {query.per === 20 ? null : <input type="hidden" name="per" value={query.per} />}
      </Form>
    </>
  );
}

function Found({ query: { q }, total, fullTotal }: { query: ListingQuery; total: number; fullTotal: number }) {
  const t = useTranslate();
  if (q === "") return t("search:list.found", { count: total });
  if (fullTotal < total) return t("search:list.found.partly", { q, count: total, full: fullTotal });
  return t("search:list.found.query", { q, count: total });
}

/** Every order is an address; the present one is marked and needs no link. */
function Sorts({ query }: { query: ListingQuery }) {
  const t = useTranslate();
  return (
    <nav
      aria-label={t("search:list.sort")}
      className="no-print flex flex-wrap items-center gap-x-1 border-b border-base-300"
    >
      {solutionSorts.map((sort) => (
        <Link
          key={sort}
          to={paths.solutions(listingParams({ ...query, sort }))}
          aria-current={sort === query.sort ? "true" : undefined}
          className={`inline-flex min-h-11 items-center border-b-2 px-2.5 text-sm ${sort === query.sort ? "border-primary font-semibold text-primary" : "border-transparent hover:border-base-300"}`}
        >
          {t(`search:list.sort.${sort}`)}
        </Link>
      ))}
    </nav>
  );
}

type Page = Pick<
  ReturnType<typeof useLoaderData<typeof loader>>,
  "cards" | "from" | "total" | "next" | "previous" | "query"
>;

function Rows({ cards, from, next, previous, query }: Page) {
  const t = useTranslate();
  return (
    <>
      <ul className="mt-5">
        {cards.map((card) => (
          <SolutionRow key={card.slug} card={card} heading="h2" compareForm={COMPARE_FORM} />
        ))}
      </ul>
      <Form
        id={COMPARE_FORM}
        method="get"
        action={paths.compare([])}
        className="no-print sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-base-300 bg-base-100 py-2"
      >
        <button type="submit" className="btn min-h-11 border-base-300 bg-base-100">
          {t("search:row.compare.go")}
        </button>
        <span className="muted text-sm max-sm:sr-only">{t("search:row.compare.hint")}</span>
      </Form>
      <ListPages
        from={from}
        shown={cards.length}
        next={next && paths.solutions(listingParams(query, next))}
        previous={from > 1 ? paths.solutions(listingParams(query, previous)) : null}
      />
      <div className="mt-4">
        <FactsLegend />
      </div>
    </>
  );
}
