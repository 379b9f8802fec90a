/** Completions of the search field: needs, scenarios, industries, parks, providers and titles. */
import type { Reader } from "#db/store.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { complete, completionBook, type Completion, type CompletionBook } from "~/domain/search/completions.server";
import { lexiconTerms } from "~/domain/search/lexicon.server";
import { publishedCatalogue, type Catalogue } from "./published.server";

export type SuggestionTarget =
  { kind: "query"; q: string } | { kind: "scenario" | "industry" | "park" | "provider" | "solution"; value: string };

export type Suggestion = { text: string; target: SuggestionTarget };

const MOST = 8;

const keptBooks = new WeakMap<Catalogue, CompletionBook<SuggestionTarget>>();

/** The best eight completions of what was typed, in Chinese, English, pinyin or initials. */
export async function suggestions(db: Reader, typed: string): Promise<Suggestion[]> {
  const catalogue = await publishedCatalogue(db);
  const book = keptBooks.get(catalogue) ?? completionBook(completionsOf(catalogue, await referenceOf(db)));
  keptBooks.set(catalogue, book);
  return complete(book, typed, MOST).map(({ text, target }) => ({ text, target }));
}

function completionsOf(catalogue: Catalogue, reference: Reference): Completion<SuggestionTarget>[] {
  const of = (text: string, weight: number, target: SuggestionTarget, isRead = true) => ({
    text,
    weight,
    target,
    isRead,
  });
  const scenarios = [...reference.scenarios.values()].filter(({ kind }) => kind !== "example");
  const industries = [...reference.industries.values()].filter(
    ({ level }) => level === "division" || level === "group",
  );
  return [
    ...scenarios.flatMap(({ key, nameZh, nameEn }) => [
      of(nameZh, 10, { kind: "scenario", value: key }),
      of(nameEn, 10, { kind: "scenario", value: key }),
    ]),
    ...lexiconTerms()
      .filter(({ meaning }) => meaning.kind === "scenario" || meaning.kind === "hint")
      .map(({ surface, meaning }) => of(surface, meaning.kind === "scenario" ? 8 : 5, { kind: "query", q: surface })),
    ...industries.flatMap(({ code, nameZh, nameEn, level }) =>
      [nameZh, nameEn].map((name) => of(name, level === "division" ? 6 : 3, { kind: "industry", value: code })),
    ),
    ...[...reference.parks.values()].flatMap(({ slug, shortNameZh, nameZh, nameEn }) =>
      [...new Set([shortNameZh, nameZh, nameEn])].map((name) => of(name, 4, { kind: "park", value: slug })),
    ),
    ...[...catalogue.providers].map(([slug, name]) => of(name, 3, { kind: "provider", value: slug })),
    ...catalogue.solutions.map(({ slug, title, quality }) =>
      of(title, 2 + quality, { kind: "solution", value: slug }, false),
    ),
  ];
}
