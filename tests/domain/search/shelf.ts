/** A small made-up shelf of documents to search in. */
import { rankDocuments, type Ranked } from "~/domain/search/ranking.server";
import { replaceDocuments, type SearchDocument } from "~/domain/search/index.server";
import { wordsOf } from "~/domain/search/words.server";
import { testStore } from "../../world/store";

export type Shelf = {
  store: ReturnType<typeof testStore>;
  search(q: string): Promise<Ranked>;
  /** Titles found, best first: by tier, then by score. */
  titles(q: string): Promise<string[]>;
};

export function document(no: number, title: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { no, title, tags: [], summary: "", industries: [], who: "", places: [], ...more };
}

export async function shelf(documents: SearchDocument[]): Promise<Shelf> {
  const store = testStore();
  await store.write((tx) => replaceDocuments(tx, documents));
  const words = () =>
    wordsOf(
      documents.flatMap(({ tags }) => tags),
      documents.map(({ title }) => title),
    );
  const search = (q: string) => rankDocuments(store.db, q, documents.length, words);
  const titles = async (q: string) => {
    const { hits } = await search(q);
    const best = hits.sort((a, b) => a.tier - b.tier || b.score - a.score || a.no - b.no);
    return best.map(({ no }) => documents.find((each) => each.no === no)?.title ?? "?");
  };
  return { store, search, titles };
}
