/** The rows of live solutions, read so that a million of them fit in memory: equal lists and names are kept once. */
import { and, asc, eq, gt, inArray, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { Deployment } from "#db/vocabulary/catalogue";

/** Solution published, provider open. */
export const isLive = and(eq(solution.status, "published"), eq(provider.status, "open"));

/**
 * The same for reading on by number. The plus keeps SQLite from the index on status, with which it sorts the whole
 * catalogue anew for every batch: a million listings took hours.
 */
export const isLiveByNumber = and(sql`+${solution.status} = 'published'`, sql`+${provider.status} = 'open'`);

/** So many rows are read before other requests get their turn. */
const BATCH = 10_000;

/** A list as the text it is stored as, so that it is parsed once for all rows that have it. */
const asText = (column: SQLWrapper) => sql<string>`${column}`;

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
  industries: asText(solutionVersion.industries),
  scenarios: asText(solutionVersion.scenarios),
  parks: asText(solutionVersion.parks),
  regions: asText(solutionVersion.regions),
  deployment: asText(solutionVersion.deployment),
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
  confirmedAt: solution.confirmedAt,
};

/** What rows have in common; one for the life of a catalogue in memory. */
export class Shared {
  readonly #lists = new Map<string, readonly string[]>();
  readonly #deployments = new Map<string, readonly Deployment[]>();
  readonly #words = new Map<string, string>();

  list(json: string): readonly string[] {
    return keptOf(this.#lists, json, () => JSON.parse(json));
  }

  deployment(json: string): readonly Deployment[] {
    return keptOf(this.#deployments, json, () => JSON.parse(json));
  }

  word(text: string): string {
    return keptOf(this.#words, text, () => text);
  }
}

function keptOf<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

async function readRows(db: Reader, which: SQL | undefined, limit: number) {
  return db
    .select(columns)
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(and(isLiveByNumber, which))
    .orderBy(asc(solution.no))
    .limit(limit);
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function publishedOf(row: Row, shared: Shared) {
  return {
    ...row,
    providerId: shared.word(row.providerId),
    providerSlug: shared.word(row.providerSlug),
    providerName: shared.word(row.providerName),
    hardware: shared.word(row.hardware),
    industries: shared.list(row.industries),
    scenarios: shared.list(row.scenarios),
    parks: shared.list(row.parks),
    regions: shared.list(row.regions),
    deployment: shared.deployment(row.deployment),
    publishedAt: row.publishedAt ?? 0,
    /** Unconfirmed for so long that it is listed lower (listed.ts). */
    isSunk: false,
    /** The same for so long that no list shows it. */
    isHidden: false,
  };
}

/** A live solution with everything lists, filters and matching ask of it; money in fen, times in ms. */
export type PublishedSolution = ReturnType<typeof publishedOf>;

/** All live solutions by number, in batches, so that a process answers others meanwhile. */
export async function readPublished(db: Reader, shared: Shared): Promise<PublishedSolution[]> {
  const solutions: PublishedSolution[] = [];
  for (;;) {
    const rows = await readRows(db, gt(solution.no, solutions.at(-1)?.no ?? 0), BATCH);
    for (const row of rows) solutions.push(publishedOf(row, shared));
    if (rows.length < BATCH) return solutions;
    await new Promise(setImmediate);
  }
}

/** Those of these numbers that are live, by number. */
export async function readPublishedOf(
  db: Reader,
  shared: Shared,
  numbers: readonly number[],
): Promise<PublishedSolution[]> {
  const rows = await readRows(db, inArray(solution.no, [...numbers]), numbers.length);
  return rows.map((row) => publishedOf(row, shared));
}
