/** At what pace a person is told of new solutions. */
import { and, eq, isNull } from "drizzle-orm";
import { alertItem, alertSetting } from "#db/schema/alerts.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { AlertCadence } from "#db/vocabulary/notices";
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
