import { and, asc, count, eq, gt, isNotNull, or, sql, type SQL } from "drizzle-orm";
import type { Column } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import { shanghaiDay, workingDaysBetween } from "~/domain/clinic/working-days";
import { isWithinFence, type Moderator } from "./fence.server";

export type QueueItem = {
  kind: "provider" | "solution";
  /** provider.organisationId or solution.id */
  id: string;
  title: string;
  providerName: string;
  parkSlug: string | null;
  /** Whether readers have known it before: an approved provider, a published solution. */
  isUpdate: boolean;
  submittedAt: number;
  /** Working days it has waited. */
  ageDays: number;
};

export type QueuePage = { items: QueueItem[]; next: string | null };

/**
 * What waits for a decision within the moderator's fence, oldest first: profiles handed in and submitted versions of open
 * providers. `after` is the `next` of the page before.
 */
export async function moderationQueue(
  db: Reader,
  moderator: Moderator,
  { after = null, per = 50 }: { after?: string | null; per?: number } = {},
): Promise<QueuePage> {
  const from = cursorOf(after);
  const [providers, versions] = await Promise.all([
    waitingProviders(db, moderator, from, per + 1),
    waitingVersions(db, moderator, from, per + 1),
  ]);
  const today = shanghaiDay(Date.now());
  const sorted = [...providers, ...versions].sort((a, b) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1));
  const items = sorted
    .slice(0, per)
    .map((item) => ({ ...item, ageDays: workingDaysBetween(shanghaiDay(item.submittedAt), today) }));
  const last = items.at(-1);
  return { items, next: sorted.length > per && last ? `${last.submittedAt}.${last.id}` : null };
}

/** How many profiles and versions wait within the moderator's fence. */
export async function queueSize(db: Reader, moderator: Moderator): Promise<{ providers: number; solutions: number }> {
  const [providers, solutions] = await Promise.all([
    one(
      db
        .select({ n: count() })
        .from(provider)
        .innerJoin(organisation, eq(organisation.id, provider.organisationId))
        .where(and(isProviderWaiting, isWithinFence(db, moderator))),
    ),
    one(
      db
        .select({ n: count() })
        .from(solutionVersion)
        .innerJoin(solution, eq(solution.id, solutionVersion.solutionId))
        .innerJoin(provider, eq(provider.organisationId, solution.providerId))
        .innerJoin(organisation, eq(organisation.id, solution.providerId))
        .where(and(isVersionWaiting, isWithinFence(db, moderator))),
    ),
  ]);
  return { providers: providers?.n ?? 0, solutions: solutions?.n ?? 0 };
}

const isProviderWaiting = and(eq(provider.status, "pending_approval"), isNotNull(provider.submittedAt));
// A suspended provider's versions come back to the queue when it is restored.
const isVersionWaiting = and(eq(solutionVersion.status, "submitted"), eq(provider.status, "open"));

type Cursor = { submittedAt: number; id: string } | null;

function cursorOf(after: string | null): Cursor {
  const found = /^(\d{1,15})\.(\w{1,40})$/.exec(after ?? "");
  return found?.[1] && found[2] ? { submittedAt: Number(found[1]), id: found[2] } : null;
}

function isAfter(cursor: Cursor, at: Column, id: Column): SQL | undefined {
  return cursor ? or(gt(at, cursor.submittedAt), and(eq(at, cursor.submittedAt), gt(id, cursor.id))) : undefined;
}

async function waitingProviders(db: Reader, moderator: Moderator, cursor: Cursor, limit: number) {
  const rows = await db
    .select({
      id: provider.organisationId,
      title: organisation.name,
      providerName: organisation.name,
      parkSlug: organisation.parkSlug,
      approvedAt: provider.approvedAt,
      submittedAt: sql<number>`${provider.submittedAt}`,
    })
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(
      and(
        isProviderWaiting,
        isWithinFence(db, moderator),
        isAfter(cursor, provider.submittedAt, provider.organisationId),
      ),
    )
    .orderBy(asc(provider.submittedAt), asc(provider.organisationId))
    .limit(limit);
  return rows.map(({ approvedAt, ...row }) => ({ ...row, kind: "provider" as const, isUpdate: approvedAt !== null }));
}

async function waitingVersions(db: Reader, moderator: Moderator, cursor: Cursor, limit: number) {
  const rows = await db
    .select({
      id: solution.id,
      title: solutionVersion.title,
      providerName: organisation.name,
      parkSlug: organisation.parkSlug,
      currentVersionId: solution.currentVersionId,
      submittedAt: sql<number>`${solutionVersion.submittedAt}`,
    })
    .from(solutionVersion)
    .innerJoin(solution, eq(solution.id, solutionVersion.solutionId))
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(
      and(isVersionWaiting, isWithinFence(db, moderator), isAfter(cursor, solutionVersion.submittedAt, solution.id)),
    )
    .orderBy(asc(solutionVersion.submittedAt), asc(solution.id))
    .limit(limit);
  return rows.map(({ currentVersionId, ...row }) => ({
    ...row,
    kind: "solution" as const,
    isUpdate: currentVersionId !== null,
  }));
}
