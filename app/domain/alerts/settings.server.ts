/** At what pace a person is told of new solutions, and of which no more. */
import { and, eq, isNull } from "drizzle-orm";
import { alertItem, alertSetting } from "#db/schema/alerts.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { AlertCadence, AlertKind } from "#db/vocabulary/notices";
import { setSearchAlert } from "~/domain/catalogue/saved-searches.server";
import type { Outcome } from "~/domain/outcome";
import { DEFAULT_CADENCE } from "./alert-form";

/** The pace in force: once a day for whom no choice is kept. */
export async function cadenceOf(db: Reader, userId: string): Promise<AlertCadence> {
  const { cadence } = alertSetting;
  const row = await one(db.select({ cadence }).from(alertSetting).where(eq(alertSetting.userId, userId)));
  return row?.cadence ?? DEFAULT_CADENCE;
}

/** Keeps the pace; "never" also drops what was waiting to be told. Writes alert_setting and alert_item. */
export async function setCadence(tx: Writer, userId: string, cadence: AlertCadence, at = Date.now()): Promise<void> {
  const row = { cadence, updatedAt: at };
  await tx
    .insert(alertSetting)
    .values({ userId, ...row })
    .onConflictDoUpdate({ target: alertSetting.userId, set: row });
  if (cadence !== "never") return;
  await tx.delete(alertItem).where(and(eq(alertItem.userId, userId), isNull(alertItem.toldAt)));
}

/**
 * Whether a person is told of new results of one of their searches; "no" also drops what was waiting to be told. Refuses what is
 * not theirs. Writes saved_search and alert_item.
 */
export async function tellOfSearch(
  tx: Writer,
  userId: string,
  { id, isAlert }: { id: string; isAlert: boolean },
): Promise<Outcome<undefined, "not_found">> {
  const outcome = await setSearchAlert(tx, userId, { id, isAlert });
  if (outcome.ok && !isAlert) await dropWaiting(tx, userId, { kind: "search", reason: id });
  return outcome;
}

/** What waits to be told for one reason is told no more. Writes alert_item. */
export async function dropWaiting(
  tx: Writer,
  userId: string,
  { kind, reason }: { kind: AlertKind; reason: string },
): Promise<void> {
  const isForIt = and(eq(alertItem.kind, kind), eq(alertItem.reason, reason));
  await tx.delete(alertItem).where(and(eq(alertItem.userId, userId), isForIt, isNull(alertItem.toldAt)));
}
