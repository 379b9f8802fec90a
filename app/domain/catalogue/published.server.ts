/** What readers can see of the catalogue: in memory for lists and matching, and as documents of the search index. */
import { and, asc, eq, gt, inArray, type SQL } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader, Store, Writer } from "#db/store.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import {
  isIndexStale,
  removeDocument,
  replaceDocuments,
  writeDocuments,
  type SearchDocument,
} from "~/domain/search/index.server";
import { wordsOf, type Words } from "~/domain/search/words.server";
import {
  changesAfter,
  latestChange,
  listingVersion,
  markChanged,
  markEverythingChanged,
  type Position,
} from "./changes.server";
import {
  isLiveByNumber,
  readPublished,
  readPublishedOf,
  Shared,
  type PublishedSolution,
} from "./published-rows.server";
import { provinceDay } from "./freshness";
import { listedOn } from "./listed";
import { documentOf } from "./search-document";

export { catalogueVersion, markEverythingChanged } from "./changes.server";
export type { PublishedSolution } from "./published-rows.server";

export type Catalogue = {
  /** Another one after every change of what is published, and every midnight. */
  version: string;
  /** What is listed today, by number, so the oldest first. */
  solutions: readonly PublishedSolution[];
  /** Live, but unconfirmed for so long that no list shows it; by slug. */
  hidden: ReadonlyMap<string, PublishedSolution>;
  byId: ReadonlyMap<string, PublishedSolution>;
  bySlug: ReadonlyMap<string, PublishedSolution>;
  byNo: ReadonlyMap<number, PublishedSolution>;
  /** Slugs of providers with a live solution, with their names. */
  providers: ReadonlyMap<string, string>;
  /** Words to understand mistyped queries with; made on first use. */
  words(): Words;
};

type Live = PublishedSolution[];
type Kept = {
  version: string;
  position: Position | null;
  shared: Shared;
  live: Promise<Live>;
  catalogue: Promise<Catalogue>;
};

/** Beyond this, reading everything is quicker than reading on. */
const MOST_READ_ON = 500;
/** Titles of so many solutions tell the words of a catalogue; of a million they would take minutes. */
const MOST_WORDS_OF = 20_000;

const INDEXED_AT_ONCE = 500;

const keptByDatabase = new WeakMap<object, Kept>();

/**
 * All live solutions (solution published, provider open) that are listed today, kept in memory per database until refreshIndex,
 * refreshProviderIndex or rebuildIndex is committed by any process, or a day ends in the province. Do not change what it
 * answers.
 */
export async function publishedCatalogue(db: Reader): Promise<Catalogue> {
  const position = await latestChange(db);
  const day = provinceDay(Date.now());
  const version = listingVersion(position, day);
  const kept = keptByDatabase.get(db);
  if (kept?.version === version) return kept.catalogue;
  const shared = kept?.shared ?? new Shared();
  const live = kept ? readOn(db, kept, position) : readPublished(db, shared);
  const catalogue = live.then(async (all) => catalogueOf(all, day, version, await referenceOf(db)));
  const reading = { version, position, shared, live, catalogue };
  keptByDatabase.set(db, reading);
  // A failed read must not be kept.
  catalogue.catch(() => keptByDatabase.get(db) === reading && keptByDatabase.delete(db));
  return catalogue;
}

/** Only what changed since; nothing on another day, everything when that is unknown or much. */
async function readOn(db: Reader, kept: Kept, position: Position | null): Promise<Live> {
  if (kept.position?.seq === position?.seq && kept.position?.mark === position?.mark) return kept.live;
  const numbers = kept.position && position ? await changesAfter(db, kept.position) : null;
  if (!numbers || numbers.length > MOST_READ_ON) return readPublished(db, new Shared());
  const live = await kept.live;
  const changed = new Set(numbers);
  const unchanged = live.filter(({ no }) => !changed.has(no));
  return merged(unchanged, await readPublishedOf(db, kept.shared, numbers));
}

/** Both are by number; what is new usually comes last. */
function merged(unchanged: PublishedSolution[], read: readonly PublishedSolution[]): PublishedSolution[] {
  const isInOrder = (unchanged.at(-1)?.no ?? 0) < (read[0]?.no ?? Infinity);
  for (const each of read) unchanged.push(each);
  return isInOrder ? unchanged : unchanged.sort((a, b) => a.no - b.no);
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

/** Writes the documents of these solutions anew, as far as `isChanged`; what readers see of the catalogue is the same. */
export async function rewriteDocuments(
  tx: Writer,
  numbers: readonly number[],
  isChanged: (document: SearchDocument) => boolean = () => true,
): Promise<void> {
  for (let at = 0; at < numbers.length; at += INDEXED_AT_ONCE) {
    const which = inArray(solution.no, numbers.slice(at, at + INDEXED_AT_ONCE));
    for await (const batch of documents(tx, which)) await writeDocuments(tx, batch.filter(isChanged));
  }
}

/** Indexes everything anew, after an import or when the tokens of the index changed. */
export async function rebuildIndex(tx: Writer): Promise<void> {
  await replaceDocuments(tx, documents(tx));
  await markEverythingChanged(tx);
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
  for await (const batch of documents(tx, which)) await writeDocuments(tx, batch);
  await markChanged(
    tx,
    affected.map(({ no }) => no),
  );
}

async function documentsOf(tx: Writer, which: SQL | undefined, after: number, limit: number) {
  const reference = await referenceOf(tx);
  const rows = await tx
    .select({ no: solution.no, version: solutionVersion, providerName: organisation.name })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(and(isLiveByNumber, which, gt(solution.no, after)))
    .orderBy(asc(solution.no))
    .limit(limit);
  return rows.map((row) => documentOf(row, reference));
}

/** Batch by batch, by number. */
async function* documents(tx: Writer, which?: SQL) {
  for (let after = 0; ;) {
    const batch = await documentsOf(tx, which, after, INDEXED_AT_ONCE);
    yield batch;
    if (batch.length < INDEXED_AT_ONCE) return;
    after = batch.at(-1)?.no ?? Infinity;
  }
}

function catalogueOf(
  live: readonly PublishedSolution[],
  day: number,
  version: string,
  reference: Reference,
): Catalogue {
  const { solutions, hidden } = listedOn(live, day);
  let words: Words | undefined;
  const byId = lazily(() => new Map(solutions.map((each) => [each.id, each])));
  const bySlug = lazily(() => new Map(solutions.map((each) => [each.slug, each])));
  const byNo = lazily(() => new Map(solutions.map((each) => [each.no, each])));
  const providers = lazily(() => new Map(solutions.map((each) => [each.providerSlug, each.providerName])));
  return {
    version,
    solutions,
    hidden: new Map(hidden.map((each) => [each.slug, each])),
    get byId() {
      return byId();
    },
    get bySlug() {
      return bySlug();
    },
    get byNo() {
      return byNo();
    },
    get providers() {
      return providers();
    },
    words() {
      return (words ??= wordsIn(spreadSample(solutions, MOST_WORDS_OF), reference));
    },
  };
}

function wordsIn(read: readonly PublishedSolution[], reference: Reference): Words {
  return wordsOf(
    namedIn(read, reference),
    read.map(({ title }) => title),
    read,
  );
}

/** Made when first asked for: a change of the catalogue costs only what is read afterwards. */
function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** About `most` at most, evenly from the whole: by number, so that a change leaves the others in it. */
function spreadSample<Item extends { no: number }>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.ceil(items.length / most);
  return step <= 1 ? items : items.filter(({ no }) => no % step === 0);
}

function namedIn(solutions: readonly PublishedSolution[], reference: Reference): string[] {
  const scenarios = [...reference.scenarios.values()]
    .filter(({ kind }) => kind !== "example")
    .map(({ nameZh }) => nameZh);
  return [...new Set([...scenarios, ...solutions.flatMap(({ keywords }) => keywords)])];
}
