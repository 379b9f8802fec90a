/** Completions of the search field: needs, scenarios, industries, parks, providers and titles. */
import type { Reader } from "#db/store.server";
import type { Locale } from "#db/vocabulary/identity";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { changedBook, complete, type Completion, type CompletionBook } from "~/domain/search/completions.server";
import { lexiconOf, type Lexicon } from "~/domain/search/lexicon.server";
import { publishedCatalogue, type Catalogue, type PublishedSolution } from "./published.server";

export type SuggestionTarget =
  { kind: "query"; q: string } | { kind: "scenario" | "industry" | "park" | "provider" | "solution"; value: string };

export type Suggestion = { text: string; target: SuggestionTarget };

/** What is looked at, best first, before the kinds share the places out. */
const CONSIDERED = 100;
/** So many of each kind; what a kind leaves free the best of the others take. */
const PLACES: Record<SuggestionTarget["kind"], number> = {
  query: 3,
  scenario: 2,
  solution: 2,
  provider: 1,
  industry: 1,
  park: 1,
};
const MOST = 8;
const MOST_TITLES = 20_000;
const HAN = /\p{Script=Han}/u;
/** Who types 36 most likely means the division. Less than any name: a c alone must not bring eight hundred codes. */
const CODE_WEIGHTS = { division: 1.9, group: 1.8, class: 1.7 };
/** Of one level in the order of the codes. */
const CODE_STEP = 0.00001;

type Named = ReadonlyMap<string, Completion<SuggestionTarget>>;
type Kept = { catalogue: Catalogue; completions: Named; book: CompletionBook<SuggestionTarget> };

const keptByDatabase = new WeakMap<Reader, Kept>();

/**
 * Completions of what was typed, in Chinese, English, pinyin, initials or by the code of an industry: the best of every kind,
 * eight at least if there are. Each leads somewhere else, and is called as the reader would call it.
 */
export async function suggestions(db: Reader, typed: string, locale: Locale = "zh-CN"): Promise<Suggestion[]> {
  const found = onePerTarget(complete(await bookOf(db), typed, CONSIDERED), locale);
  return sharedOut(found).map(({ text, target }) => ({ text, target }));
}

/** After a change of the catalogue only what is new is read aloud and put into its place. */
async function bookOf(db: Reader): Promise<CompletionBook<SuggestionTarget>> {
  const catalogue = await publishedCatalogue(db);
  const kept = keptByDatabase.get(db);
  if (kept?.catalogue === catalogue) return kept.book;
  const all = completionsOf(catalogue, await referenceOf(db), await lexiconOf(db));
  const completions = new Map(all.map((each) => [each.name, kept?.completions.get(each.name) ?? each]));
  const gone = new Set([...(kept?.completions ?? [])].flatMap(([name, each]) => (completions.has(name) ? [] : [each])));
  const come = [...completions].flatMap(([name, each]) => (kept?.completions.has(name) ? [] : [each]));
  const book = changedBook(kept?.book ?? [], gone, come);
  keptByDatabase.set(db, { catalogue, completions, book });
  return book;
}

/** Of several names of one thing the best in the reader's language, else the best, in the place of the best. */
function onePerTarget(found: readonly Completion<SuggestionTarget>[], locale: Locale): Completion<SuggestionTarget>[] {
  const isOwn = ({ text }: Completion<SuggestionTarget>) => HAN.test(text) === (locale === "zh-CN");
  const best = new Map<string, Completion<SuggestionTarget>>();
  for (const each of found) {
    const key = JSON.stringify(each.target);
    const known = best.get(key);
    if (!known || (!isOwn(known) && isOwn(each))) best.set(key, each);
  }
  return [...best.values()];
}

/** A kind with many completions must not hide the others. The order is kept. */
function sharedOut(found: readonly Completion<SuggestionTarget>[]): Completion<SuggestionTarget>[] {
  const taken = new Map<string, number>();
  const hasPlace = ({ target: { kind } }: Completion<SuggestionTarget>) => {
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
    return (taken.get(kind) ?? 0) <= PLACES[kind];
  };
  const placed = new Set(found.filter(hasPlace));
  const others = found.filter((each) => !placed.has(each)).slice(0, Math.max(0, MOST - placed.size));
  return found.filter((each) => placed.has(each) || others.includes(each));
}

function completionsOf(catalogue: Catalogue, reference: Reference, lexicon: Lexicon): Completion<SuggestionTarget>[] {
  const of = (text: string, weight: number, target: SuggestionTarget, isRead = true) => ({
    text,
    weight,
    target,
    isRead,
    name: JSON.stringify([text, weight, target]),
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
    ...lexicon.terms
      .filter(({ meaning }) => meaning.kind === "scenario" || meaning.kind === "hint")
      .map(({ surface, meaning }) => of(surface, meaning.kind === "scenario" ? 8 : 5, { kind: "query", q: surface })),
    ...industries.flatMap(({ code, nameZh, nameEn, level }) =>
      [nameZh, nameEn].map((name) => of(name, level === "division" ? 6 : 3, { kind: "industry", value: code })),
    ),
    ...[...reference.industries.values()].flatMap(({ code, nameZh, nameEn, level }, at) => {
      if (level === "section") return [];
      const weight = CODE_WEIGHTS[level] - at * CODE_STEP;
      return [nameZh, nameEn].map((name) => ({
        ...of(`${code} ${name}`, weight, { kind: "industry", value: code }),
        typedAs: [code, code.slice(1)],
      }));
    }),
    ...[...reference.parks.values()].flatMap(({ slug, shortNameZh, nameZh, nameEn }) =>
      [...new Set([shortNameZh, nameZh, nameEn])].map((name) => of(name, 4, { kind: "park", value: slug })),
    ),
    ...[...catalogue.providers].map(([slug, name]) => of(name, 3, { kind: "provider", value: slug })),
    ...bestOf(catalogue.solutions).map(({ slug, title, quality }) =>
      of(title, 2 + quality, { kind: "solution", value: slug }, false),
    ),
  ];
}

/** Of a very large catalogue the best: titles beyond these are found by searching. */
function bestOf(solutions: readonly PublishedSolution[]): readonly PublishedSolution[] {
  if (solutions.length <= MOST_TITLES) return solutions;
  return [...solutions].sort((a, b) => b.quality - a.quality || b.no - a.no).slice(0, MOST_TITLES);
}
