/** Writes what was counted, and throws away what need not be kept. */
import { and, inArray, lt, sql } from "drizzle-orm";
import { solution } from "#db/schema/catalogue.server";
import { searchReach, solutionReach } from "#db/schema/reach.server";
import type { Reader, Store, Writer } from "#db/store.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { dayAt, mondayOf } from "~/domain/clinic/shanghai-time";
import { LEAST_SEARCHES, seenOf, weeksUntil, type SeenSolution } from "./reach";
import type { Counted, ReachCounter } from "./reach-counter.server";

/** A statement may hold 32,766 values. */
const ROWS_AT_ONCE = 1_000;

/** The listings with these slugs, as far as they are listed. */
export async function seenBySlug(db: Reader, slugs: readonly string[]): Promise<SeenSolution[]> {
  const { bySlug } = await publishedCatalogue(db);
  return slugs.flatMap((slug) => {
    const listed = bySlug.get(slug);
    return listed ? [seenOf(listed)] : [];
  });
}

/**
 * Adds what a process counted to the rows of all processes, in one transaction. Solutions that are no longer there are left
 * out. What could not be written is counted next time. Writes solution_reach and search_reach.
 */
export async function writeReach(store: Store, counter: ReachCounter): Promise<void> {
  const counted = counter.take();
  if (counted.solutions.length === 0) return;
  try {
    await store.write((tx) => addCounted(tx, counted));
  } catch (error) {
    counter.giveBack(counted);
    throw error;
  }
}

async function addCounted(tx: Writer, counted: Counted): Promise<void> {
  const ids = [...new Set([...counted.solutions, ...counted.searches].map(({ solutionId }) => solutionId))];
  const there = new Set<string>();
  for (const some of batches(ids)) {
    const rows = await tx.select({ id: solution.id }).from(solution).where(inArray(solution.id, some));
    for (const { id } of rows) there.add(id);
  }
  const isThere = ({ solutionId }: { solutionId: string }) => there.has(solutionId);
  for (const rows of batches(counted.solutions.filter(isThere))) {
    await tx
      .insert(solutionReach)
      .values(rows)
      .onConflictDoUpdate({
        target: [solutionReach.solutionId, solutionReach.day],
        set: {
          views: sql`${solutionReach.views} + excluded.views`,
          shown: sql`${solutionReach.shown} + excluded.shown`,
          matches: sql`${solutionReach.matches} + excluded.matches`,
        },
      });
  }
  for (const rows of batches(counted.searches.filter(isThere))) {
    await tx
      .insert(searchReach)
      .values(rows)
      .onConflictDoUpdate({
        target: [searchReach.solutionId, searchReach.week, searchReach.query],
        set: { times: sql`${searchReach.times} + excluded.times` },
      });
  }
}

/**
 * Throws away searches of weeks that are no longer shown, and of weeks that are over those that were too rare to show. Writes
 * search_reach.
 */
export async function sweepSearches(store: Store, now: number): Promise<void> {
  const first = weeksUntil(now)[0] ?? "";
  const present = mondayOf(dayAt(now));
  await store.write(async (tx) => {
    await tx.delete(searchReach).where(lt(searchReach.week, first));
    await tx.delete(searchReach).where(and(lt(searchReach.week, present), lt(searchReach.times, LEAST_SEARCHES)));
  });
}

function batches<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, at) => rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE));
}
