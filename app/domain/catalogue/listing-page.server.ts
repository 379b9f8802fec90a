/** All that the list of solutions draws for a query. */
import type { Reader } from "#db/store.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { facetList } from "./facet-list";
import { withoutFilter, type FilterName, type ListingQuery } from "./listing-query";
import { searchSolutions } from "./listing.server";
import { marksOf } from "./marked-cards.server";
import { publishedCatalogue } from "./published.server";
import { cardOf } from "./solution-card";

/** Shown in place of results when there are none. */
const INSTEAD = 5;

/**
 * One page of the list: cards with the words of the search marked, choices of every filter, scenarios understood and not yet
 * chosen, and, when nothing was found, what one filter less finds, or the filters without the text.
 */
export async function listingPage(db: Reader, query: ListingQuery) {
  const { items, counts, understood, terms, ...listing } = await searchSolutions(db, query);
  const reference = await referenceOf(db);
  const { providers } = await publishedCatalogue(db);
  const marks = await marksOf(db, items, terms);
  const isNew = (key: string) => !query.scenario.includes(key) && !query.without.includes(key);
  return {
    ...listing,
    cards: items.map((each) => ({ ...cardOf(each, reference), marks: marks.get(each.slug) ?? null })),
    facets: facetList(counts, query, reference, providers),
    understood: scenariosNamed(understood.filter(isNew), reference),
    notMeant: scenariosNamed(query.without, reference),
    instead: listing.total > 0 ? null : await instead(db, query, listing.relaxed[0]?.name ?? null, reference),
  };
}

/** `leftOut`: the filter that was left out; null: the text was. */
async function instead(db: Reader, query: ListingQuery, leftOut: FilterName | null, reference: Reference) {
  const relaxed =
    leftOut === null
      ? { ...query, q: "", without: [], after: null }
      : { ...withoutFilter(query, leftOut), after: null };
  const found = await searchSolutions(db, relaxed);
  return {
    leftOut,
    query: relaxed,
    total: found.total,
    cards: found.items.slice(0, INSTEAD).map((each) => cardOf(each, reference)),
  };
}

function scenariosNamed(keys: readonly string[], reference: Reference) {
  return keys
    .flatMap((key) => reference.scenarios.get(key) ?? [])
    .map(({ key, nameZh, nameEn }) => ({ key, nameZh, nameEn }));
}
