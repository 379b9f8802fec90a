/** Which saved searches one live solution answers, without running any of them over the catalogue. */
import { eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { solutionVersion } from "#db/schema/catalogue.server";
import { one, type Reader } from "#db/store.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { textsAnswered } from "~/domain/search/answering.server";
import { columnsFor, columnsOf, type Columns } from "./facet-columns";
import { passesFilters } from "./facets";
import { parseListingQuery, type ListingQuery } from "./listing-query";
import { publishedCatalogue, type PublishedSolution } from "./published.server";
import { documentOf } from "./search-document";

type Search = { query: string };

const keptByReference = new WeakMap<Reference, LRUCache<string, ListingQuery>>();

/**
 * Those of the searches whose filters the solution passes and all of whose text it says; the same filters and readings as the
 * list of results, so it is among what the list counts as full answers.
 */
export async function searchesAnswered<Kept extends Search>(
  db: Reader,
  solution: PublishedSolution,
  searches: readonly Kept[],
): Promise<Kept[]> {
  const reference = await referenceOf(db);
  const asked = searches.map((search) => ({ search, query: parsed(search.query, reference) }));
  const columnsOfRegion = columnsByRegion(
    solution,
    asked.flatMap(({ query }) => query.industry),
    reference,
  );
  const passing = asked.filter(({ query }) => passesFilters(columnsOfRegion(query.region), 0, query));
  const asking = passing.filter(({ query }) => query.q !== "");
  const { solutions, words } = await publishedCatalogue(db);
  const texts = asking.map(({ query }) => query);
  const version = await one(db.select().from(solutionVersion).where(eq(solutionVersion.id, solution.versionId)));
  const document = version && documentOf({ no: solution.no, version, providerName: solution.providerName }, reference);
  const places = document ? await textsAnswered(db, document, texts, solutions.length, words) : [];
  const answered = new Set(places.map((place) => asking[place]));
  return passing.filter((each) => each.query.q === "" || answered.has(each)).map(({ search }) => search);
}

/** The solution's columns with every industry that any search names, made once for each region they name. */
function columnsByRegion(solution: PublishedSolution, industry: string[], reference: Reference) {
  const base = columnsOf([solution], reference);
  const made = new Map<string | null, Columns>();
  return (region: string | null): Columns => {
    const known = made.get(region) ?? columnsFor(base, { industry: [...new Set(industry)], region }, reference);
    made.set(region, known);
    return known;
  };
}

/** A provider that has nothing listed just now is still the one that was meant: leaving it out would widen the search. */
function parsed(text: string, reference: Reference): ListingQuery {
  const kept = keptByReference.get(reference) ?? new LRUCache<string, ListingQuery>({ max: 20_000 });
  keptByReference.set(reference, kept);
  const known = kept.get(text);
  if (known) return known;
  const { industries, parks, regions } = reference;
  const scenarios = { has: (key: string) => (reference.scenarios.get(key)?.kind ?? "example") !== "example" };
  const names = { industries, parks, regions, scenarios, providers: { has: () => true } };
  const { query } = parseListingQuery(new URLSearchParams(text), names);
  kept.set(text, query);
  return query;
}
