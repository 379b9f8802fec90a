/** The GET parameters of /solutions and /api/v1/solutions. What is not understood is left out and named, never an error. */
import { deployments, solutionSorts, type Deployment, type SolutionSort } from "#db/vocabulary/catalogue";
import { plainYuan } from "~/domain/fields";

export const pageSizes = [20, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

export type ListingQuery = {
  q: string;
  /** GB/T 4754 codes of any level. */
  industry: string[];
  scenario: string[];
  deploy: Deployment[];
  park: string | null;
  region: string | null;
  priceMaxYuan: number | null;
  daysMax: number | null;
  provider: string | null;
  ai: boolean;
  /** Scenarios the text was understood to mean and the reader says it does not. */
  without: string[];
  sort: SolutionSort;
  after: string | null;
  per: PageSize;
};

/** A parameter that was left out, as it was typed. */
export type IgnoredValue = { name: string; value: string };

/** `isShortened`: the text was; what it says beyond the length that is read is the first `q` left out. */
export type ReadParams<Query> = { query: Query; ignored: IgnoredValue[]; isShortened: boolean };

type Names = { has(name: string): boolean };
export type KnownNames = { industries: Names; scenarios: Names; parks: Names; regions: Names; providers: Names };

const MOST_VALUES = 50;
/** Characters of a text that are read. */
export const LONGEST_Q = 200;
const LONGEST_SHOWN = 60;
const MOST_YUAN = 1_000_000_000;
/** Nothing is deployed in no time; a price can be none. */
const LEAST_DAYS = 1;
export const MOST_DAYS = 3650;
/** Anything else was never one: it is named here, whole characters of it. */
const CURSOR = /^[\w-]+$/;
/** The reference data has this one section of GB/T 4754. */
const SECTION = "C";

/**
 * Reads the parameters; at most 50 different values are considered. Full-width digits and letters are folded, and what is one
 * of a closed list is known in any case, an industry also without its letter; the query has it as the list writes it.
 */
export function parseListingQuery(params: URLSearchParams, known: KnownNames): ReadParams<ListingQuery> {
  const reading = readingOf(params);
  const query: ListingQuery = {
    q: reading.text("q", LONGEST_Q),
    // Before what may repeat: many values of a filter must not lose the reader's page.
    after: reading.first("after", (value) => (CURSOR.test(value) ? value : null)),
    industry: reading.some("industry", (value) => industryNamed(value, known.industries)),
    scenario: reading.some("scenario", (value) => keep(value.toLowerCase(), known.scenarios)),
    deploy: reading.some("deploy", (value) => wordOf(deployments, value)),
    park: reading.first("park", (value) => keep(value.toLowerCase(), known.parks)),
    region: reading.first("region", (value) => keep(value, known.regions)),
    priceMaxYuan: reading.first("price_max", (value) => amountOf(value, 0, MOST_YUAN)),
    daysMax: reading.first("days_max", (value) => amountOf(value, LEAST_DAYS, MOST_DAYS)),
    provider: reading.first("provider", (value) => keep(value, known.providers)),
    ai: reading.first("ai", (value) => (value === "1" ? true : null)) ?? false,
    without: reading.some("without", (value) => keep(value.toLowerCase(), known.scenarios)),
    sort: reading.first("sort", (value) => wordOf(solutionSorts, value)) ?? "relevance",
    per: reading.first("per", (value) => pageSizes.find((size) => String(size) === value) ?? null) ?? pageSizes[0],
  };
  return { query, ignored: reading.ignored, isShortened: reading.isShortened() };
}

/** The query as parameters again, defaults left out; `after` only when given, since any other change starts at the top. */
export function listingParams(query: ListingQuery, after: string | null = null) {
  return {
    q: query.q,
    scenario: query.scenario,
    industry: query.industry,
    deploy: query.deploy,
    park: query.park,
    region: query.region,
    price_max: query.priceMaxYuan,
    days_max: query.daysMax,
    provider: query.provider,
    ai: query.ai ? "1" : null,
    without: query.without,
    sort: query.sort === "relevance" ? null : query.sort,
    per: query.per === pageSizes[0] ? null : query.per,
    after,
  };
}

const NO_FILTERS = {
  scenario: [],
  industry: [],
  deploy: [],
  park: null,
  region: null,
  priceMaxYuan: null,
  daysMax: null,
  provider: null,
  ai: false,
} satisfies Partial<ListingQuery>;

export type FilterName = keyof typeof NO_FILTERS;

/** What narrows the list besides the text. */
export function filtersOf(query: ListingQuery): FilterName[] {
  const isChosen = (value: ListingQuery[FilterName]) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
  const names: FilterName[] = ["scenario", "industry", "deploy", "park", "region"];
  names.push("priceMaxYuan", "daysMax", "provider", "ai");
  return names.filter((name) => isChosen(query[name]));
}

/** The query with one filter left open. */
export function withoutFilter(query: ListingQuery, name: FilterName): ListingQuery {
  return { ...query, [name]: NO_FILTERS[name] };
}

type Said<T> = { typed: string; value: T };

function readingOf(params: URLSearchParams) {
  const ignored: IgnoredValue[] = [];
  let considered = 0;
  let isShortened = false;
  const ignore = (name: string, value: string) => ignored.push({ name, value: beginningOf(value, LONGEST_SHOWN) });

  /** What was understood, in order; a value given again says nothing new. */
  function all<T>(name: string, read: (value: string) => T | null): Said<T>[] {
    // A GET form sends its empty fields along: they are no choice.
    const seen = new Set([""]);
    return params.getAll(name).flatMap((typed) => {
      const value = typed.normalize("NFKC").trim();
      if (seen.has(value)) return [];
      seen.add(value);
      const understood = considered++ < MOST_VALUES ? read(value) : null;
      if (understood === null) ignore(name, typed);
      return understood === null ? [] : [{ typed, value: understood }];
    });
  }
  return {
    ignored,
    isShortened: () => isShortened,
    some: <T>(name: string, read: (value: string) => T | null): T[] => [
      ...new Set(all(name, read).map(({ value }) => value)),
    ],
    first<T>(name: string, read: (value: string) => T | null): T | null {
      const [first, ...others] = all(name, read);
      for (const { typed, value } of others) if (value !== first?.value) ignore(name, typed);
      return first?.value ?? null;
    },
    /** As it was typed; what does not fit is named, as is any further text. */
    text(name: string, most: number): string {
      const [first = "", ...others] = new Set(
        params
          .getAll(name)
          .map((typed) => typed.trim())
          .filter(Boolean),
      );
      const text = beginningOf(first, most);
      const rest = first.slice(text.length).trim();
      isShortened = rest !== "";
      for (const left of rest ? [rest, ...others] : others) ignore(name, left);
      return text.trim();
    },
  };
}

/** At most so many characters of a text. None is cut in half: JSON has no word for half of one, and other systems choke on it. */
export function beginningOf(text: string, most: number): string {
  const characters = [...text.slice(0, most * 2)].slice(0, most).join("");
  return characters.replace(/[\uD800-\uDBFF]$/, "");
}

/** The code of an industry as people give it: in any case, with or without the letter of its section. Null when unknown. */
export function industryNamed(typed: string, known: Names): string | null {
  if (typed === "") return null;
  const code = typed.toUpperCase();
  return [code, SECTION + code].find((each) => known.has(each)) ?? null;
}

function keep(value: string, names: Names): string | null {
  return names.has(value) ? value : null;
}

/** A word of a closed list, written in any case; null is none of them. */
export function wordOf<Word extends string>(words: readonly Word[], value: string): Word | null {
  const small = value.toLowerCase();
  return words.find((word) => word === small) ?? null;
}

function amountOf(value: string, least: number, most: number): number | null {
  const plain = plainYuan(value);
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return null;
  const amount = Number(plain);
  return amount >= least && amount <= most ? amount : null;
}
