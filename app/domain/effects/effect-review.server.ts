/** The park's side of an effect: confirm what the enterprise confirmed, or send it back with words. */
import { and, eq } from "drizzle-orm";
import { effect } from "#db/schema/clinic-after.server";
import { one, type Writer } from "#db/store.server";
import type { ParkStaff } from "~/domain/identity/actor";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import { recordEffect } from "./effect-journal.server";
import { moveOf } from "./effect-status";

/** Confirming needs no words; not confirming needs them. */
export type Decision = { act: "park_confirm"; edit: number } | { act: "reject"; edit: number; text: string };

/**
 * Decides on an effect of the staff's own park. Refuses one of another park ("not_found"), a form drawn before another change
 * ("stale"), and one that is not waiting for the park ("not_possible"). Writes effect and journal; tells the enterprise and
 * the colleagues.
 */
export async function decideEffect(
  tx: Writer,
  staff: ParkStaff,
  id: string,
  decision: Decision,
): Promise<Outcome<undefined, "not_found" | "stale" | "not_possible">> {
  const row = await one(
    tx
      .select()
      .from(effect)
      .where(and(eq(effect.id, id), eq(effect.parkSlug, staff.parkSlug))),
  );
  if (!row || row.status === "open") return refused("not_found");
  if (row.edit !== decision.edit) return refused("stale");
  const status = moveOf(decision.act, row.status, "park");
  if (status === null) return refused("not_possible");
  const text = decision.act === "reject" ? decision.text : "";
  const confirmed = status === "confirmed" ? { confirmedByParkAt: Date.now(), confirmedByUserId: staff.userId } : {};
  await tx
    .update(effect)
    .set({ status, rejection: text, edit: row.edit + 1, ...confirmed })
    .where(eq(effect.id, id));
  await recordEffect(tx, staff, row, {
    action: status === "confirmed" ? "effect.confirmed" : "effect.rejected",
    before: { status: row.status },
    after: { status, text },
  });
  const kind = status === "confirmed" ? "effect.confirmed" : "effect.rejected";
  const params = { park: staff.organisationName, text };
  await tell(tx, { organisationId: row.enterpriseId }, { kind, params, href: paths.enterprise.effect(id) }, staff);
  await tell(tx, { parkSlug: staff.parkSlug }, { kind, params, href: paths.parkDesk.effect(id) }, staff);
  return done();
}
