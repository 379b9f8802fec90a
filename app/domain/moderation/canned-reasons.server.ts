/** Sentences the province keeps ready for a reason; moderators take them over and add what is particular. */
import { and, asc, eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { cannedReason } from "#db/schema/moderation.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ModerationReason } from "#db/vocabulary/moderation";
import type { ProvinceStaff } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { CannedChangeForm, CannedReasonForm } from "./canned-form";

export type Canned = { id: string; reason: ModerationReason; textZh: string; textEn: string };

/** The sentences in force, by reason; those without English are said in Chinese. */
export async function cannedReasons(db: Reader): Promise<Canned[]> {
  const rows = await allCannedReasons(db);
  return rows
    .filter(({ isActive }) => isActive)
    .map(({ id, reason, textZh, textEn }) => ({ id, reason, textZh, textEn: textEn || textZh }));
}

/** All of them, also those switched off, for the page that maintains them. */
export async function allCannedReasons(db: Reader) {
  return db.select().from(cannedReason).orderBy(asc(cannedReason.reason), asc(cannedReason.id));
}

/** Adds a sentence. The same one again is one: refuses `known`. Writes canned_reason and journal. */
export async function addCannedReason(
  tx: Writer,
  staff: ProvinceStaff,
  form: CannedReasonForm,
): Promise<Outcome<undefined, "known">> {
  const same = and(eq(cannedReason.reason, form.reason), eq(cannedReason.textZh, form.textZh));
  if (await one(tx.select({ id: cannedReason.id }).from(cannedReason).where(same))) return refused("known");
  const id = newId("can");
  await tx.insert(cannedReason).values({ id, ...form, updatedAt: Date.now() });
  await record(tx, staff, {
    action: "canned_reason.added",
    subject: { kind: "canned_reason", id },
    after: { ...form },
  });
  return done();
}

/** Changes a sentence. Refuses `stale` when another changed it after the page was drawn. Writes canned_reason and journal. */
export async function changeCannedReason(
  tx: Writer,
  staff: ProvinceStaff,
  { id, seen, ...form }: CannedChangeForm,
): Promise<Outcome<undefined, "not_found" | "stale">> {
  const row = await one(tx.select().from(cannedReason).where(eq(cannedReason.id, id)));
  if (!row) return refused("not_found");
  const before = { reason: row.reason, textZh: row.textZh, textEn: row.textEn };
  if (JSON.stringify(before) === JSON.stringify({ reason: form.reason, textZh: form.textZh, textEn: form.textEn }))
    return done();
  if (row.updatedAt !== seen) return refused("stale");
  // Never the same number twice, also within a millisecond.
  const updatedAt = Math.max(Date.now(), row.updatedAt + 1);
  await tx
    .update(cannedReason)
    .set({ ...form, updatedAt })
    .where(eq(cannedReason.id, id));
  await record(tx, staff, {
    action: "canned_reason.changed",
    subject: { kind: "canned_reason", id },
    before,
    after: { ...form },
  });
  return done();
}

/** Switches a sentence off or on again; decisions that used it keep their words. Writes canned_reason and journal. */
export async function switchCannedReason(
  tx: Writer,
  staff: ProvinceStaff,
  id: string,
  isActive: boolean,
): Promise<Outcome<undefined, "not_found">> {
  const row = await one(tx.select().from(cannedReason).where(eq(cannedReason.id, id)));
  if (!row) return refused("not_found");
  if (row.isActive === isActive) return done();
  const updatedAt = Math.max(Date.now(), row.updatedAt + 1);
  await tx.update(cannedReason).set({ isActive, updatedAt }).where(eq(cannedReason.id, id));
  const action = isActive ? "canned_reason.switched_on" : "canned_reason.switched_off";
  await record(tx, staff, { action, subject: { kind: "canned_reason", id } });
  return done();
}
