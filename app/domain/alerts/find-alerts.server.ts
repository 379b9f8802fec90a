/** Turns changes of the catalogue into what people are to be told. */
import { and, desc, eq, gte, inArray, or } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { alertItem } from "#db/schema/alerts.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import type { Reader, Store } from "#db/store.server";
import { latestChange } from "~/domain/catalogue/changes.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { dayOf } from "~/i18n/format";
import { changedSince, lastHandled, noteHandled } from "./handled.server";
import { whomToTell, type Concern } from "./whom-to-tell.server";

/** Of an import, so many of the newest are news; a whole catalogue loaded at once is not. */
const MOST_AT_ONCE = 500;
const INSERTED_AT_ONCE = 100;
const DAY_MS = 86_400_000;

type Changed = { id: string; newSince: number };

/**
 * Notes for every solution that became live or changed since the last run whom it concerns, each person once for each reason
 * and solution, ever. How far it came is moved on only after all of it is written, so a run that was killed is done again and
 * finds its own notes there. The first run ever looks back one day. Writes alert_item and done_once; answers how many
 * solutions it looked at.
 */
export async function findAlerts(store: Pick<Store, "db" | "write">, now: number): Promise<number> {
  const newest = (await latestChange(store.db))?.seq ?? 0;
  const handled = await lastHandled(store.db);
  if (handled?.seq === newest) return 0;
  const numbers = handled && (await changedSince(store.db, handled));
  const changed = await changedSolutions(store.db, numbers, handled?.at ?? now - DAY_MS);
  const { byId } = await publishedCatalogue(store.db);
  for (const { id, newSince } of changed) {
    const live = byId.get(id);
    if (!live) continue;
    const concerns = await whomToTell(store.db, live, { newSince, day: dayOf(now) });
    if (concerns.length > 0) await store.write((tx) => note(tx, id, concerns, now));
  }
  await store.write((tx) => noteHandled(tx, { seq: newest, at: now }));
  return changed.length;
}

/** By number, or, where the log does not say, what was decided on since; the newest of them. */
async function changedSolutions(db: Reader, numbers: readonly number[] | null, since: number): Promise<Changed[]> {
  if (numbers?.length === 0) return [];
  const { id, no, publishedAt, currentVersionId } = solution;
  const rows = await db
    .select({ id, publishedAt, decidedAt: solutionVersion.decidedAt })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, currentVersionId))
    .where(
      and(
        eq(solution.status, "published"),
        numbers ? inArray(no, [...numbers]) : or(gte(solutionVersion.decidedAt, since), gte(publishedAt, since)),
      ),
    )
    .orderBy(desc(no))
    .limit(MOST_AT_ONCE);
  return rows.map((row) => ({ id: row.id, newSince: Math.max(row.publishedAt ?? 0, row.decidedAt ?? 0) }));
}

async function note(
  tx: Parameters<Parameters<Store["write"]>[0]>[0],
  solutionId: string,
  concerns: readonly Concern[],
  at: number,
): Promise<void> {
  const rows = concerns.map((concern) => ({ id: newId("alt"), ...concern, solutionId, createdAt: at }));
  for (let from = 0; from < rows.length; from += INSERTED_AT_ONCE) {
    await tx
      .insert(alertItem)
      .values(rows.slice(from, from + INSERTED_AT_ONCE))
      .onConflictDoNothing();
  }
}
