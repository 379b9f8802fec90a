import type { effect } from "#db/schema/clinic-after.server";
import type { Writer } from "#db/store.server";
import type { EnterpriseMember, ParkStaff } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";

export type EffectRow = typeof effect.$inferSelect;

type Fact = { action: string; before?: Record<string, unknown>; after?: Record<string, unknown> };

/** Journals a change of an effect under its enterprise and park. Kept public pages look at entries of this kind. */
export async function recordEffect(
  tx: Writer,
  actor: EnterpriseMember | ParkStaff,
  row: Pick<EffectRow, "id" | "enterpriseId" | "parkSlug">,
  fact: Fact,
): Promise<void> {
  await record(tx, actor, {
    ...fact,
    subject: { kind: "effect", id: row.id },
    ownerOrganisationId: row.enterpriseId,
    parkSlug: row.parkSlug,
  });
}
