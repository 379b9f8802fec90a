/** What a moderator looks at: a provider or a solution within the fence, never an owner's draft. */
import { and, asc, desc, eq, gt, like, ne, or } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { ProviderStatus } from "#db/vocabulary/catalogue";
import { isInUse } from "~/domain/catalogue/own-solution.server";
import { decisionsOnProvider, decisionsOnSolution } from "./decision-rules";
import { fencedProvider, fencedSolution, isWithinFence, type Moderator } from "./fence.server";
import { decisionsAbout } from "./history.server";
import { comparisonOf, isAnswered } from "./solution-review";
import { notesOf, openPoints } from "./version-comments.server";

/** A provider's profile with its submitted solutions, earlier decisions and those open now; null outside the fence. */
export async function moderatedProvider(db: Reader, moderator: Moderator, id: string) {
  const found = await fencedProvider(db, moderator, id);
  if (!found) return null;
  const [solutions, decisions] = await Promise.all([
    submittedSolutions(db, id),
    decisionsAbout(db, { kind: "provider", id }),
  ]);
  return { ...found, solutions, decisions, open: decisionsOnProvider(found.provider) };
}

/**
 * A solution as the moderator decides on it: the submitted version that waits, else the live one, else the last decided;
 * what changed since it was last judged and since the live version; the points of earlier reviews and the moderator's own notes;
 * earlier decisions and those open now. Null outside the fence or never submitted.
 */
export async function moderatedSolution(db: Reader, moderator: Moderator, id: string) {
  const found = await fencedSolution(db, moderator, id);
  if (!found) return null;
  const versions = await db
    .select()
    .from(solutionVersion)
    .where(and(eq(solutionVersion.solutionId, id), wasHandedIn))
    .orderBy(desc(solutionVersion.number));
  const live = versions.find((version) => version.id === found.solution.currentVersionId) ?? null;
  const waiting = versions.find((version) => version.status === "submitted") ?? null;
  const seen = waiting ?? live ?? versions[0];
  if (!seen) return null;
  const [points, notes, decisions] = await Promise.all([
    openPoints(db, id),
    notesOf(db, moderator, seen.id),
    decisionsAbout(db, { kind: "solution", id }),
  ]);
  return {
    ...found,
    seen,
    live,
    waiting: waiting && { id: waiting.id, number: waiting.number, submittedAt: waiting.submittedAt },
    comparison: comparisonOf(seen, live?.id ?? null, versions),
    points: points.map((point) => {
      const then = versions.find((version) => version.id === point.versionId);
      return { ...point, isAnswered: then !== undefined && isAnswered(point.field, then, seen) };
    }),
    notes,
    decisions,
    open: decisionsOnSolution({
      status: found.solution.status,
      hasWaiting: waiting !== null && found.provider.status === "open",
    }),
  };
}

/** Drafts are their owner's alone, also those put away, and so is what was taken back. */
const wasHandedIn = and(ne(solutionVersion.status, "draft"), isInUse);

async function submittedSolutions(db: Reader, providerId: string) {
  const rows = await db
    .select({
      id: solution.id,
      status: solution.status,
      title: solutionVersion.title,
      versionStatus: solutionVersion.status,
      submittedAt: solutionVersion.submittedAt,
    })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.solutionId, solution.id))
    .where(and(eq(solution.providerId, providerId), wasHandedIn))
    .orderBy(asc(solution.createdAt), asc(solution.id), desc(solutionVersion.number));
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!newest.has(row.id)) newest.set(row.id, row);
  // What waits for a decision comes first.
  const isWaiting = (row: (typeof rows)[number]) => Number(row.versionStatus === "submitted");
  return [...newest.values()].sort((a, b) => isWaiting(b) - isWaiting(a));
}

export type DirectoryFilter = { q?: string; status?: ProviderStatus | null; after?: string | null; per?: number };

/** All providers within the fence by name, so that any can be opened, also long after its approval. */
export async function moderatedProviders(db: Reader, moderator: Moderator, filter: DirectoryFilter = {}) {
  const per = filter.per ?? 50;
  const [name, id] = splitCursor(filter.after ?? null);
  const rows = await db
    .select({
      id: provider.organisationId,
      name: organisation.name,
      status: provider.status,
      type: provider.type,
      parkSlug: organisation.parkSlug,
    })
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(
      and(
        isWithinFence(db, moderator),
        filter.status ? eq(provider.status, filter.status) : undefined,
        filter.q ? like(organisation.name, `%${filter.q.replace(/[%_]/g, "")}%`) : undefined,
        name !== null
          ? or(gt(organisation.name, name), and(eq(organisation.name, name), gt(organisation.id, id)))
          : undefined,
      ),
    )
    .orderBy(asc(organisation.name), asc(organisation.id))
    .limit(per + 1);
  const items = rows.slice(0, per);
  const last = items.at(-1);
  return { items, next: rows.length > per && last ? `${last.id}~${last.name}` : null };
}

function splitCursor(after: string | null): [name: string | null, id: string] {
  const at = after?.indexOf("~") ?? -1;
  return after && at > 0 ? [after.slice(at + 1), after.slice(0, at)] : [null, ""];
}
