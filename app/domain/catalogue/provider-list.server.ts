/** Open providers as readers see them: the list with its filters, and one provider's page. */
import { and, asc, eq, sql } from "drizzle-orm";
import { keptByMark, untilCommitted } from "#db/kept-reads.server";
import { preparedOnce } from "#db/prepared.server";
import { provider } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import { providerTypes, type ProviderType } from "#db/vocabulary/catalogue";
import { fold } from "~/domain/fields";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { foldText } from "~/domain/search/fold.server";
import { lexiconOf, scenarioOf } from "~/domain/search/lexicon.server";
import type { Part } from "~/domain/search/parts";
import { foldQuery, partsOf } from "~/domain/search/understanding.server";
import { neighboursOf, readCursor, startOf } from "./cursor.server";
import { servesIndustry } from "./facet-columns";
import {
  beginningOf,
  industryNamed,
  wordOf,
  type IgnoredValue,
  type KnownNames,
  type ReadParams,
} from "./listing-query";
import { publishedCatalogue, type PublishedSolution } from "./published.server";

const PER = 20;
/** Characters of a text that are read. */
export const LONGEST_PROVIDER_Q = 64;

export type ProviderQuery = {
  q: string;
  type: ProviderType | null;
  scenario: string | null;
  industry: string | null;
  after: string | null;
};

/** Reads the GET parameters of /providers; what is not understood is left out and named. */
export function parseProviderQuery(params: URLSearchParams, known: KnownNames): ReadParams<ProviderQuery> {
  const ignored: IgnoredValue[] = [];
  const read = <T extends string>(name: string, meant: (typed: string) => T | null): T | null => {
    const typed = fold(params.get(name) ?? "");
    const value = typed === "" ? null : meant(typed);
    if (typed !== "" && value === null) ignored.push({ name, value: beginningOf(typed, 60) });
    return value;
  };
  const q = (params.get("q") ?? "").trim();
  const query = {
    q: beginningOf(q, LONGEST_PROVIDER_Q),
    type: read("type", (typed) => wordOf(providerTypes, typed)),
    scenario: read("scenario", (typed) => (known.scenarios.has(typed.toLowerCase()) ? typed.toLowerCase() : null)),
    industry: read("industry", (typed) => industryNamed(typed, known.industries)),
    after: params.get("after") || null,
  };
  return { query, ignored, isShortened: query.q !== q };
}

const columns = {
  id: provider.organisationId,
  slug: provider.slug,
  name: organisation.name,
  type: provider.type,
  summary: provider.summary,
  website: provider.website,
  foundedOn: provider.foundedOn,
  staff: provider.staff,
  industries: provider.industries,
  scenarios: provider.scenarios,
  certificates: provider.certificates,
  localOffice: provider.localOffice,
  regionCode: organisation.regionCode,
  parkSlug: organisation.parkSlug,
};

/**
 * A page of the open providers: those the text names, then those with most live solutions; `total` is exact. Every word of the
 * text must stand in the profile, or mean a scenario or an industry the provider serves.
 */
export async function publishedProviders(db: Reader, query: ProviderQuery) {
  const all = await asked(db, query);
  const key = JSON.stringify([query.q, query.type, query.scenario, query.industry]);
  const place = query.after === null ? null : readCursor(query.after, key);
  const start = place ? startOf(all, place, ({ slug }) => slug) : 0;
  const items = all.slice(start, start + PER);
  return {
    total: all.length,
    items,
    ...neighboursOf(all, start, PER, key, ({ slug }) => slug),
    from: items.length === 0 ? 0 : start + 1,
    /** A cursor can outlive the page it led to. */
    isPastEnd: place !== null && items.length === 0,
    ignored: query.after !== null && !place ? [{ name: "after", value: beginningOf(query.after, 60) }] : [],
  };
}

async function asked(db: Reader, query: ProviderQuery): Promise<OpenProvider["row"][]> {
  const open = (await openProviders(db)).filter(
    ({ row }) => (query.type === null || row.type === query.type) && serves(row, query),
  );
  if (query.q === "") return open.map(({ row }) => row);
  const words = foldQuery(query.q);
  const parts = partsOf(words, await lexiconOf(db));
  const found = parts.length === 0 ? [] : open.filter((each) => parts.every((part) => isMet(part, each)));
  const [named, others] = [true, false].map((wanted) => found.filter(({ name }) => name.includes(words) === wanted));
  return [...(named ?? []), ...(others ?? [])].map(({ row }) => row);
}

/** It says the word, or serves what the word means. */
function isMet({ text, keys, kind }: Part, { said, row }: OpenProvider): boolean {
  if (said.includes(text)) return true;
  if (kind === "industry") return keys.some((code) => servesIndustry(row.industries, code));
  return keys.some((key) => serves(row, { scenario: scenarioOf(key), industry: null }));
}

type OpenProvider = { row: Awaited<ReturnType<typeof openRows>>[number]; name: string; said: string };

/** All that changes what a list shows: reading and folding it anew for every request cost 25–110 ms. */
const markRow = preparedOnce((db) =>
  db
    .select({
      all: sql<string>`group_concat(json_array(${provider.slug}, ${provider.edit}, ${organisation.name}, ${organisation.parkSlug}, ${organisation.regionCode}))`,
    })
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(eq(provider.status, "open"))
    .prepare(),
);
const rowsMark = untilCommitted(async (db) => (await markRow(db).execute())[0]?.all ?? "");

/** Those with most live solutions first; kept until one of them, or what is published, changes. */
const openProviders = keptByMark(
  async (db) => `${(await publishedCatalogue(db)).version} ${await rowsMark(db)}`,
  readProviders,
);

async function readProviders(db: Reader): Promise<OpenProvider[]> {
  const { solutions } = await publishedCatalogue(db);
  const { scenarios } = await referenceOf(db);
  const namesOf = (key: string) => {
    const named = scenarios.get(key);
    return named ? [named.nameZh, named.nameEn] : [];
  };
  return (await openRows(db, solutions)).map((row) => {
    const served = [...row.scenarios, ...row.solutionScenarios].flatMap(namesOf);
    return { row, name: foldText(row.name), said: foldText([row.name, row.summary, ...served].join("\n")) };
  });
}

async function openRows(db: Reader, solutions: readonly PublishedSolution[]) {
  const ofProvider = byProvider(solutions);
  const rows = await db
    .select(columns)
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(eq(provider.status, "open"))
    .orderBy(asc(organisation.name), asc(provider.slug));
  return rows
    .map((row) => ({ ...row, ...standing(ofProvider.get(row.id) ?? []) }))
    .sort((a, b) => b.solutions - a.solutions);
}

export type ListedProvider = Awaited<ReturnType<typeof publishedProviders>>["items"][number];

/** An open provider with its live solutions, best first; null when it is not open. */
export async function publishedProvider(db: Reader, slug: string) {
  const row = await one(
    db
      .select(columns)
      .from(provider)
      .innerJoin(organisation, eq(organisation.id, provider.organisationId))
      .where(and(eq(provider.slug, slug), eq(provider.status, "open"))),
  );
  if (!row) return null;
  const { solutions } = await publishedCatalogue(db);
  const own = solutions
    .filter(({ providerId }) => providerId === row.id)
    .sort((a, b) => b.quality - a.quality || b.no - a.no);
  return { ...row, acceptedProjects: standing(own).acceptedProjects, listed: own };
}

function byProvider(solutions: readonly PublishedSolution[]): Map<string, PublishedSolution[]> {
  const groups = new Map<string, PublishedSolution[]>();
  for (const each of solutions) {
    const group = groups.get(each.providerId);
    if (group) group.push(each);
    else groups.set(each.providerId, [each]);
  }
  return groups;
}

function standing(own: readonly PublishedSolution[]) {
  return {
    solutions: own.length,
    acceptedProjects: own.reduce((sum, each) => sum + each.acceptedProjects, 0),
    solutionScenarios: [...new Set(own.flatMap(({ scenarios }) => scenarios))],
  };
}

type Serving = { scenarios: string[]; solutionScenarios: string[]; industries: string[] };

/** What the profile names or a live solution shows. */
function serves(
  { scenarios, solutionScenarios, industries }: Serving,
  { scenario, industry }: Pick<ProviderQuery, "scenario" | "industry">,
): boolean {
  if (scenario !== null && !scenarios.includes(scenario) && !solutionScenarios.includes(scenario)) return false;
  return industry === null || servesIndustry(industries, industry);
}
