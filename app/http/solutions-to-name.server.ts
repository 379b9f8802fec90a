import type { Reader } from "#db/store.server";
import { parseListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames, searchSolutions } from "~/domain/catalogue/listing.server";

const SHOWN = 20;

/** Published solutions an expert may name, by words; without words, those of the scenario. `ties` marks tied providers. */
export async function solutionsToName(db: Reader, scenarioKey: string, words: string, ties: readonly string[]) {
  const q = words.trim();
  const params = new URLSearchParams(q === "" ? { scenario: scenarioKey } : { q });
  const { query } = parseListingQuery(params, await knownNames(db));
  const { total, items } = await searchSolutions(db, query);
  const found = items.slice(0, SHOWN).map(({ id, slug, title, summary, providerId, providerName }) => ({
    ...{ id, slug, title, summary, providerName },
    isTied: ties.includes(providerId),
  }));
  return { q, total, items: found };
}
