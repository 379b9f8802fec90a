/** What readers can see of the catalogue: in memory for lists and matching, and as documents of the search index. */
import { and, asc, eq, type SQL } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { setting } from "#db/schema/scenarios.server";
import { one, type Reader, type Store, type Writer } from "#db/store.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { isIndexStale, removeDocument, replaceDocuments, writeDocuments } from "~/domain/search/index.server";
import { wordsOf, type Words } from "~/domain/search/words.server";
import { documentOf } from "./search-document";

const VERSION = "catalogue.version";
const isLive = and(eq(solution.status, "published"), eq(provider.status, "open"));

const columns = {
  id: solution.id,
  no: solution.no,
  slug: solution.slug,
  versionId: solutionVersion.id,
  providerId: solution.providerId,
  providerSlug: provider.slug,
  providerName: organisation.name,
  title: solutionVersion.title,
  summary: solutionVersion.summary,
  industries: solutionVersion.industries,
  scenarios: solutionVersion.scenarios,
  parks: solutionVersion.parks,
  regions: solutionVersion.regions,
  deployment: solutionVersion.deployment,
  priceModel: solutionVersion.priceModel,
  priceMinFen: solutionVersion.priceMinFen,
  priceMaxFen: solutionVersion.priceMaxFen,
  firstYearCostFen: solutionVersion.firstYearCostFen,
  deployDays: solutionVersion.deployDays,
  levelFrom: solutionVersion.levelFrom,
  levelTo: solutionVersion.levelTo,
  hardware: solutionVersion.hardware,
  ai: solutionVersion.ai,
  trial: solutionVersion.trial,
  keywords: solutionVersion.keywords,
  acceptedProjects: solution.acceptedProjects,
  medianDays: solution.medianDays,
  quality: solution.quality,
  publishedAt: solution.publishedAt,
};

async function readPublished(db: Reader) {
  const rows = await db
    .select(columns)
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(isLive)
    .orderBy(asc(solution.no));
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt ?? 0 }));
}

/** A live solution with everything lists, filters and matching ask of it; money in fen, times in ms. */
export type PublishedSolution = Awaited<ReturnType<typeof readPublished>>[number];

export type Catalogue = {
  /** Another one after every change of what is published. */
  version: string;
  /** By number, so the oldest first. */
  solutions: readonly PublishedSolution[];
  byId: ReadonlyMap<string, PublishedSolution>;
  bySlug: ReadonlyMap<string, PublishedSolution>;
  byNo: ReadonlyMap<number, PublishedSolution>;
  /** Slugs of providers with a live solution, with their names. */
  providers: ReadonlyMap<string, string>;
  /** Words to understand mistyped queries with; made on first use. */
  words(): Words;
};

type Kept = { version: string; catalogue: Promise<Catalogue> };

const keptByDatabase = new WeakMap<object, Kept>();

/**
 * All live solutions (solution published, provider open), kept in memory per database until refreshIndex,
 * refreshProviderIndex or rebuildIndex is committed by any process. Do not change what it answers.
 */
export async function publishedCatalogue(db: Reader): Promise<Catalogue> {
  const version = await catalogueVersion(db);
  const kept = keptByDatabase.get(db);
  if (kept?.version === version) return kept.catalogue;
  const reading = { version, catalogue: readCatalogue(db, version) };
  keptByDatabase.set(db, reading);
  // A failed read must not be kept.
  reading.catalogue.catch(() => keptByDatabase.get(db) === reading && keptByDatabase.delete(db));
  return reading.catalogue;
}

/** Changes whenever what is published does; keys caches of pages and counts. */
export async function catalogueVersion(db: Reader): Promise<string> {
  return (await one(db.select().from(setting).where(eq(setting.key, VERSION))))?.value ?? "";
}

/**
 * Puts one solution into the index or takes it out, by its present status and its provider's. Call it in the transaction
 * that changed either, or the current version. Writes the search index and the catalogue's version.
 */
export async function refreshIndex(tx: Writer, solutionId: string): Promise<void> {
  await refresh(tx, eq(solution.id, solutionId));
}

/** The same for all solutions of a provider, after its own status or name changed. */
export async function refreshProviderIndex(tx: Writer, providerId: string): Promise<void> {
  await refresh(tx, eq(solution.providerId, providerId));
}

/** Indexes everything anew, after an import or when the tokens of the index changed. */
export async function rebuildIndex(tx: Writer): Promise<void> {
  await replaceDocuments(tx, await documents(tx));
  await markChanged(tx);
}

/** Rebuilds when the index was made with another dictionary; call it once when a process starts. Answers whether it did. */
export async function rebuildIfStale(store: Pick<Store, "db" | "write">): Promise<boolean> {
  if (!(await isIndexStale(store.db))) return false;
  return store.write(async (tx) => {
    if (!(await isIndexStale(tx))) return false;
    await rebuildIndex(tx);
    return true;
  });
}

async function refresh(tx: Writer, which: SQL): Promise<void> {
  const affected = await tx.select({ no: solution.no }).from(solution).where(which);
  for (const { no } of affected) await removeDocument(tx, no);
  await writeDocuments(tx, await documents(tx, which));
  await markChanged(tx);
}

async function documents(tx: Writer, which?: SQL) {
  const reference = await referenceOf(tx);
  const rows = await tx
    .select({ no: solution.no, version: solutionVersion, providerName: organisation.name })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(and(isLive, which))
    .orderBy(asc(solution.no));
  return rows.map((row) => documentOf(row, reference));
}

/** Never a counter: a number given to a transaction that rolled back would come again for other content. */
async function markChanged(tx: Writer): Promise<void> {
  const value = newId("cat");
  await tx.insert(setting).values({ key: VERSION, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}

async function readCatalogue(db: Reader, version: string): Promise<Catalogue> {
  const solutions = await readPublished(db);
  const reference = await referenceOf(db);
  let words: Words | undefined;
  return {
    version,
    solutions,
    byId: new Map(solutions.map((each) => [each.id, each])),
    bySlug: new Map(solutions.map((each) => [each.slug, each])),
    byNo: new Map(solutions.map((each) => [each.no, each])),
    providers: new Map(solutions.map((each) => [each.providerSlug, each.providerName])),
    words: () =>
      (words ??= wordsOf(
        namedIn(solutions, reference),
        solutions.map(({ title }) => title),
      )),
  };
}

function namedIn(solutions: readonly PublishedSolution[], reference: Reference): string[] {
  const scenarios = [...reference.scenarios.values()]
    .filter(({ kind }) => kind !== "example")
    .map(({ nameZh }) => nameZh);
  return [...new Set([...scenarios, ...solutions.flatMap(({ keywords }) => keywords)])];
}
