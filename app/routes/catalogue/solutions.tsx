/** The catalogue: one search, left filters, rows with the four facts, pages by cursor. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { SlidersHorizontal } from "lucide-react";
import { solutionSorts } from "#db/vocabulary/catalogue";
import { FavouriteForm, FavouritesLink } from "~/components/catalogue/favourite-button";
import { Corrections, Found, NothingFound, useWhat } from "~/components/catalogue/listing-advice";
import { Chips, filtersAmong, Understood, useChips } from "~/components/catalogue/listing-chips";
import { LeftOutNotes, leftOutOf } from "~/components/catalogue/left-out-notes";
import { FILTERS_ID, LISTING_FORM, ListingFilters } from "~/components/catalogue/listing-filters";
import { FactsLegend } from "~/components/catalogue/four-facts";
import { ListPages } from "~/components/catalogue/list-pages";
import { SaveSearch, useSearchName } from "~/components/catalogue/save-search";
import { SearchField } from "~/components/catalogue/search-field";
import { SolutionRow } from "~/components/catalogue/solution-row";
import type { PageHandle } from "~/components/layout/page-handle";
import { listingPage } from "~/domain/catalogue/listing-page.server";
import { listingParams, LONGEST_Q, parseListingQuery, type ListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames } from "~/domain/catalogue/listing.server";
import { isSearchSaved, savedQuery } from "~/domain/catalogue/saved-searches.server";
import { seenBySlug } from "~/domain/insight/reach.server";
import { favouritesOf } from "~/http/favourites.server";
import { filledParams } from "~/http/filled-params.server";
import { notFound, signedIn } from "~/http/guards.server";
import { noteSeen } from "~/http/seen.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths, withQuery } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "search:list.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const { db } = store();
  const { query, ignored, isShortened } = parseListingQuery(filledParams(request), await knownNames(db));
  const { isPastEnd, ...page } = await listingPage(db, query);
  if (isPastEnd) throw notFound();
  const shown = await seenBySlug(
    db,
    page.cards.map(({ slug }) => slug),
  );
  await noteSeen(args, { shown, ...(query.after === null && { query: query.q }) });
  const who = await signedIn(request);
  const asked = savedQuery(query);
  const { t } = await translateFor(request);
  return {
    ...page,
    query,
    isShortened,
    ignored: [...ignored, ...page.ignored],
    favourites: await favouritesOf(request),
    /** Everything is no search. */
    saving: asked ? { query: asked, isSaved: who && (await isSearchSaved(db, who.userId, asked)) } : null,
    here: paths.solutions(listingParams(query, query.after)),
    ...(query.q ? { pageTitle: t("search:list.title.query", { q: query.q }) } : {}),
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const COMPARE_FORM = "compare";

export default function Solutions() {
  const t = useTranslate();
  const { query, facets, saving, here, favourites, ...found } = useLoaderData<typeof loader>();
  const chips = useChips(facets, query, found);
  const chosen = filtersAmong(chips).length;
  const what = useWhat(found.said, chips);
  const refused = { price: leftOutOf(found.ignored, "price_max"), days: leftOutOf(found.ignored, "days_max") };
  const searchName = useSearchName(found.said, chips);
  return (
    <>
      <SearchHead query={query} kept={favourites.length} />
      <div className="mt-5 grid gap-8 lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <ListingFilters facets={facets} query={query} refused={refused} />
        <section id="results" aria-label={t("search:list.results")} className="min-w-0 scroll-mt-4">
          <FavouriteForm to={here} />
          <div className="grid gap-3">
            <p className="text-lg font-semibold [overflow-wrap:anywhere]" role="status">
              <Found {...found} what={what} />
            </p>
            <Corrections corrections={found.corrections} />
            <LeftOutNotes ignored={found.ignored} isShortened={found.isShortened} most={LONGEST_Q} />
            <Understood scenarios={found.understood} query={query} />
            <Chips chips={chips} />
            <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
              <a href={`#${FILTERS_ID}`} className="btn min-h-11 w-fit border-base-300 bg-base-100 lg:hidden">
                <SlidersHorizontal aria-hidden size={18} />
                {chosen > 0 ? t("search:list.filters.count", { count: chosen }) : t("search:list.filters")}
              </a>
              {saving ? <SaveSearch name={searchName} {...saving} /> : null}
            </div>
            {found.total > 1 ? <Sorts query={query} /> : null}
          </div>
          {found.total === 0 ? (
            <NothingFound {...found} query={query} chips={chips} favourites={favourites} />
          ) : (
            <Rows {...found} query={query} favourites={favourites} />
          )}
        </section>
      </div>
    </>
  );
}

function SearchHead({ query, kept }: { query: ListingQuery; kept: number }) {
  const t = useTranslate();
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-2xl">{t("search:list.title")}</h1>
        <FavouritesLink kept={kept} />
      </div>
      <Form id={LISTING_FORM} method="get" action={paths.solutions()} role="search" className="no-print mt-2">
        <SearchField q={query.q} />
        {query.without.map((key) => (
          <input key={key} type="hidden" name="without" value={key} />
        ))}
        {query.sort === "relevance" ? null : <input type="hidden" name="sort" value={query.sort} />}
        {query.per === 20 ? null : <input type="hidden" name="per" value={query.per} />}
      </Form>
    </>
  );
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
      <Link to={paths.howWeRank()} className="link-plain ms-auto inline-flex min-h-11 items-center px-2.5 text-sm">
        {t("matching:rank.link")}
      </Link>
    </nav>
  );
}

type Page = Pick<Loaded, "cards" | "from" | "next" | "previous" | "query" | "favourites">;

function Rows({ cards, from, next, previous, query, favourites }: Page) {
  const t = useTranslate();
  const list = withQuery("", listingParams(query, query.after)).slice(1);
  return (
    <>
      <ul className="mt-5">
        {cards.map(({ marks, ...card }) => (
          <SolutionRow
            key={card.slug}
            card={card}
            heading="h2"
            compareForm={COMPARE_FORM}
            isKept={favourites.includes(card.slug)}
            marks={marks ?? undefined}
          />
        ))}
      </ul>
      <Form
        id={COMPARE_FORM}
        method="get"
        action={paths.compare([])}
        className="no-print sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-base-300 bg-base-100 py-2"
      >
        {list === "" ? null : <input type="hidden" name="list" value={list} />}
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
