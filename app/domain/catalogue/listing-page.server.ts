/** All that the list of solutions draws for a query. */
import type { Reader } from "#db/store.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { facetList } from "./facet-list";
import { withoutFilter, type FilterName, type ListingQuery } from "./listing-query";
import { searchSolutions, type Listing } from "./listing.server";
import { marksOf } from "./marked-cards.server";
import { publishedCatalogue } from "./published.server";
import { cardOf } from "./solution-card";

/** Shown in place of results when there are none. */
const INSTEAD = 5;

/**
 * One page of the list: cards with the words of the search marked, choices of every filter, scenarios understood and not yet
 * chosen, operators with the text that remains without each, and, when nothing was found, what one filter less finds, the words
 * without their operators, or the filters without the text.
 */
export async function listingPage(db: Reader, query: ListingQuery) {
  const { items, scores: _, counts, understood, terms, operators, ...listing } = await searchSolutions(db, query);
  const reference = await referenceOf(db);
  const marks = await marksOf(db, items, terms);
  const isNew = (key: string) => !query.scenario.includes(key) && !query.without.includes(key);
  return {
    ...listing,
    cards: items.map((each) => ({ ...cardOf(each, reference), marks: marks.get(each.slug) ?? null })),
    ...(await chosenOf(db, query, counts, reference)),
    understood: scenariosNamed(understood.filter(isNew), reference),
    operators: operators.map(({ kind, text, without }) => ({ kind, text, without })),
    instead: listing.total > 0 ? null : await instead(db, query, listing, reference),
  };
}

/** What a query asks for, as the list says it in words, and how many solutions answer all of its text, or any of it. */
export async function searchAsked(db: Reader, query: ListingQuery) {
  const { counts, said, operators, total, fullTotal } = await searchSolutions(db, query);
  const chosen = await chosenOf(db, query, counts, await referenceOf(db));
  return { query, said, operators, total, fullTotal, ...chosen };
}

/** The choices of every filter, and the scenarios the reader says were not meant. */
async function chosenOf(db: Reader, query: ListingQuery, counts: Listing["counts"], reference: Reference) {
  const { providers } = await publishedCatalogue(db);
  return {
    facets: facetList(counts, query, reference, providers),
    notMeant: scenariosNamed(query.without, reference),
  };
}

/** `leftOut`: the filter that was left out, or the operators; null: the text was. */
async function instead(db: Reader, query: ListingQuery, { relaxed, said }: Nothing, reference: Reference) {
  const top = { ...query, after: null };
  const shown = (leftOut: FilterName | "operators" | null, relaxedQuery: ListingQuery, found: Listing) => ({
    leftOut,
    query: relaxedQuery,
    total: found.total,
    cards: found.items.slice(0, INSTEAD).map((each) => cardOf(each, reference)),
  });
  const filter = relaxed[0]?.name;
  if (filter) {
    const open = withoutFilter(top, filter);
    return shown(filter, open, await searchSolutions(db, open));
  }
  if (said !== "" && said !== query.q) {
    const words = { ...top, q: said };
    const found = await searchSolutions(db, words);
    if (found.total > 0) return shown("operators", words, found);
  }
  const everything = { ...top, q: "", without: [] };
  return shown(null, everything, await searchSolutions(db, everything));
}

type Nothing = Pick<Listing, "relaxed" | "said">;

function scenariosNamed(keys: readonly string[], reference: Reference) {
  return keys
    .flatMap((key) => reference.scenarios.get(key) ?? [])
    .map(({ key, nameZh, nameEn }) => ({ key, nameZh, nameEn }));
}
