import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import { isWithinFence, type Moderator } from "./fence.server";
import { promised, type Promised } from "./promise";
import { REVIEW_DAYS } from "./promise-days";
import { isAsked, NO_FILTER, type QueueFilter } from "./queue-filter";
import { secondLooksOf } from "./second-look.server";
import { countWarnings, providerWarnings, riskyWordsInForce, solutionWarnings } from "./warnings.server";

export type QueueKey = { kind: "provider" | "solution"; id: string };

type Waiting = QueueKey & {
  /** Whether readers have known it before: an approved provider, a published solution. */
  isUpdate: boolean;
  submittedAt: number;
};

export type QueueItem = Waiting &
  Promised & {
    title: string;
    providerName: string;
    parkSlug: string | null;
    /** As bulk actions name it: kind, id and what exactly the moderator saw. */
    seen: string;
    /** How often it was returned since the last approval. */
    returned: number;
    /** It was returned twice, the last time by this moderator: others have to look. */
    isForOthers: boolean;
    warnings: number;
  };

export type QueueCounts = Record<"all" | "provider" | "solution" | "new" | "again" | "late", number>;
export type QueuePage = { items: QueueItem[]; next: string | null; counts: QueueCounts };

/** So many listings are looked through for warnings when only those are asked for. */
const MOST_SEARCHED = 400;

/**
 * What waits for a decision within the moderator's fence: profiles handed in and submitted versions of open providers. The
 * promise is the same for all, so the oldest first are those past it first. `after` is the `next` of the page before.
 */
export async function moderationQueue(
  db: Reader,
  moderator: Moderator,
  { after = null, per = 50, filter = NO_FILTER }: { after?: string | null; per?: number; filter?: QueueFilter } = {},
): Promise<QueuePage> {
  const now = Date.now();
  const line = await waitingLine(db, moderator);
  const asked = line.filter((item) => isAsked(filter, item, now));
  const from = startOf(asked, after);
  const found = filter.warned
    ? (await detailed(db, moderator, asked.slice(from, from + MOST_SEARCHED), now)).filter(
        ({ warnings }) => warnings > 0,
      )
    : await detailed(db, moderator, asked.slice(from, from + per), now);
  const items = found.slice(0, per);
  const last = items.at(-1);
  const hasMore = filter.warned ? found.length > per : asked.length > from + per;
  return { items, next: hasMore && last ? cursorOf(last) : null, counts: countsOf(line, now) };
}

/** How many profiles and versions wait within the moderator's fence. */
export async function queueSize(db: Reader, moderator: Moderator): Promise<{ providers: number; solutions: number }> {
  const line = await waitingLine(db, moderator);
  const solutions = line.filter(({ kind }) => kind === "solution").length;
  return { providers: line.length - solutions, solutions };
}

export type Place = { before: QueueKey | null; after: QueueKey | null; at: number; of: number };

/** Where an item stands in the line as it is filtered, and its neighbours; null when it does not wait. Warnings are not looked for. */
export async function placeInQueue(
  db: Reader,
  moderator: Moderator,
  key: QueueKey,
  filter: QueueFilter,
): Promise<Place | null> {
  const now = Date.now();
  const line = (await waitingLine(db, moderator)).filter((item) => isKey(item, key) || isAsked(filter, item, now));
  const at = line.findIndex((item) => isKey(item, key));
  if (at < 0) return null;
  return { before: line[at - 1] ?? null, after: line[at + 1] ?? null, at: at + 1, of: line.length };
}

/** The items of a bulk action as they stand now, in the order of the queue; what does not wait within the fence is left out. */
export async function queueItems(db: Reader, moderator: Moderator, keys: readonly QueueKey[]): Promise<QueueItem[]> {
  const wanted = new Set(keys.map(keyOf));
  const line = (await waitingLine(db, moderator)).filter((item) => wanted.has(keyOf(item)));
  return detailed(db, moderator, line, Date.now());
}

export function keyOf({ kind, id }: QueueKey): string {
  return `${kind}.${id}`;
}

function isKey(item: QueueKey, key: QueueKey): boolean {
  return item.kind === key.kind && item.id === key.id;
}

function countsOf(line: readonly (Waiting & { isAgain: boolean })[], now: number): QueueCounts {
  const count = (fits: (item: (typeof line)[number]) => boolean) => line.filter(fits).length;
  return {
    all: line.length,
    provider: count(({ kind }) => kind === "provider"),
    solution: count(({ kind }) => kind === "solution"),
    new: count(({ isAgain }) => !isAgain),
    again: count(({ isAgain }) => isAgain),
    late: count(({ submittedAt }) => promised(submittedAt, REVIEW_DAYS, now).lateDays > 0),
  };
}

function cursorOf({ submittedAt, id }: Waiting): string {
  return `${submittedAt}.${id}`;
}

/** The first item behind the one a cursor names, also when that one has left the line; 0 for a made-up cursor. */
function startOf(line: readonly Waiting[], after: string | null): number {
  const found = /^(\d{1,15})\.(\w{1,40})$/.exec(after ?? "");
  if (!found?.[1] || !found[2]) return 0;
  const [at, id] = [Number(found[1]), found[2]];
  const start = line.findIndex((item) => item.submittedAt > at || (item.submittedAt === at && item.id > id));
  return start < 0 ? line.length : start;
}

const isProviderWaiting = and(eq(provider.status, "pending_approval"), isNotNull(provider.submittedAt));
// A suspended provider's versions come back to the queue when it is restored.
const isVersionWaiting = and(eq(solutionVersion.status, "submitted"), eq(provider.status, "open"));

/** Everything that waits, oldest first, with no more of it than filters and counts need. */
async function waitingLine(db: Reader, moderator: Moderator) {
  const isWithin = isWithinFence(db, moderator);
  const [providers, versions] = await Promise.all([
    db
      .select({
        id: provider.organisationId,
        isKnown: sql<number>`${provider.approvedAt} IS NOT NULL`,
        isAgain: wasDecided("provider", sql`${provider.organisationId}`),
        submittedAt: sql<number>`${provider.submittedAt}`,
      })
      .from(provider)
      .innerJoin(organisation, eq(organisation.id, provider.organisationId))
      .where(and(isProviderWaiting, isWithin)),
    db
      .select({
        id: solution.id,
        isKnown: sql<number>`${solution.currentVersionId} IS NOT NULL`,
        isAgain: wasDecided("solution", sql`${solution.id}`),
        submittedAt: sql<number>`${solutionVersion.submittedAt}`,
      })
      .from(solutionVersion)
      .innerJoin(solution, eq(solution.id, solutionVersion.solutionId))
      .innerJoin(provider, eq(provider.organisationId, solution.providerId))
      .innerJoin(organisation, eq(organisation.id, solution.providerId))
      .where(and(isVersionWaiting, isWithin)),
  ]);
  const line = [
    ...providers.map((row) => ({ ...row, kind: "provider" as const })),
    ...versions.map((row) => ({ ...row, kind: "solution" as const })),
  ];
  return line
    .map(({ isKnown, isAgain, ...row }) => ({ ...row, isUpdate: Boolean(isKnown), isAgain: Boolean(isAgain) }))
    .sort((a, b) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1));
}

function wasDecided(kind: QueueKey["kind"], id: ReturnType<typeof sql>) {
  return sql<number>`EXISTS (SELECT 1 FROM decision d WHERE d.subjectKind = ${kind} AND d.subjectId = ${id})`;
}

/** The items with all a row of the queue says. */
async function detailed(db: Reader, moderator: Moderator, line: readonly Waiting[], now: number): Promise<QueueItem[]> {
  const [words, looks, providers, versions] = await Promise.all([
    riskyWordsInForce(db),
    secondLooksOf(db, line),
    providersOf(db, line),
    versionsOf(db, line),
  ]);
  const items: QueueItem[] = [];
  for (const waiting of line) {
    const { kind, id, isUpdate, submittedAt } = waiting;
    const row = kind === "provider" ? providers.get(id) : versions.get(id);
    if (!row) continue;
    const { returned, notBy } = looks(waiting);
    const shared = { kind, id, isUpdate, submittedAt, returned, isForOthers: notBy === moderator.userId };
    const { name: providerName, parkSlug } = row;
    const said =
      "version" in row
        ? {
            title: row.version.title,
            seen: `solution.${id}.${row.version.id}.${row.version.edit}`,
            warnings: countWarnings(
              await solutionWarnings(db, moderator, { version: row.version, providerId: row.providerId, words }),
            ),
          }
        : {
            title: providerName,
            seen: `provider.${id}.${row.provider.edit}`,
            warnings: countWarnings(providerWarnings(row.provider, words)),
          };
    items.push({ ...shared, ...promised(submittedAt, REVIEW_DAYS, now), ...said, providerName, parkSlug });
  }
  return items;
}

const idsOf = (line: readonly Waiting[], kind: QueueKey["kind"]) =>
  line.filter((item) => item.kind === kind).map(({ id }) => id);

async function providersOf(db: Reader, line: readonly Waiting[]) {
  const ids = idsOf(line, "provider");
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .select({ provider, name: organisation.name, parkSlug: organisation.parkSlug })
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(inArray(provider.organisationId, ids))
    .orderBy(asc(provider.organisationId));
  return new Map(rows.map((row) => [row.provider.organisationId, row]));
}

async function versionsOf(db: Reader, line: readonly Waiting[]) {
  const ids = idsOf(line, "solution");
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .select({
      version: solutionVersion,
      providerId: solution.providerId,
      name: organisation.name,
      parkSlug: organisation.parkSlug,
    })
    .from(solutionVersion)
    .innerJoin(solution, eq(solution.id, solutionVersion.solutionId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(and(eq(solutionVersion.status, "submitted"), inArray(solutionVersion.solutionId, ids)))
    .orderBy(desc(solutionVersion.number));
  return new Map(rows.map((row) => [row.version.solutionId, row]));
}
