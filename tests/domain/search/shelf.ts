/** A small made-up shelf of documents to search in. */
import { LOOSE_TIER, type Hits } from "~/domain/search/hits";
import { rankDocuments, type Ranked } from "~/domain/search/ranking.server";
import { replaceDocuments, type SearchDocument } from "~/domain/search/index.server";
import { wordsOf } from "~/domain/search/words.server";
import { referenceStore } from "../../world/reference";

export type Shelf = {
  store: ReturnType<typeof referenceStore>;
  /** As if the catalogue had `size` listings. */
  search(q: string, size?: number): Promise<Ranked>;
  /** Titles found, best first: by tier, then by score. */
  titles(q: string): Promise<string[]>;
};

export function document(no: number, title: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { no, title, scenarios: [], tags: [], summary: "", industries: [], who: "", places: [], ...more };
}

export async function shelf(documents: SearchDocument[]): Promise<Shelf> {
  const store = referenceStore();
  await store.write((tx) => replaceDocuments(tx, [documents]));
  const words = () =>
    wordsOf(
      documents.flatMap(({ tags }) => tags),
      documents.map(({ title }) => title),
      documents.map(({ title, summary, scenarios }) => ({ title, summary, scenarios })),
    );
  const search = (q: string, size = documents.length) => rankDocuments(store.db, q, size, words);
  const band = ({ tier }: { tier: number }) => Math.min(tier, LOOSE_TIER);
  const titles = async (q: string) => {
    const { hits } = await search(q);
    const best = rowsOf(hits).sort((a, b) => band(a) - band(b) || b.score - a.score || a.no - b.no);
    return best.map(({ no }) => documents.find((each) => each.no === no)?.title ?? "?");
  };
  return { store, search, titles };
}

/** Hits as rows, which read better in a test. */
export function rowsOf({ nos, tiers, scores }: Hits): { no: number; tier: number; score: number }[] {
  return Array.from(nos, (no, at) => ({ no, tier: tiers[at] ?? -1, score: scores[at] ?? Number.NaN }));
}
