/** The mark of a provider on its public page. */
import { eq } from "drizzle-orm";
import { provider } from "#db/schema/catalogue.server";
import { storedFile } from "#db/schema/support.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { Received } from "~/domain/files/received.server";
import { forgetFile, noteFile } from "~/domain/files/stored-files.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { isProviderClosed } from "./provider-status";

/** A provider's logo with its size, or null; `isHeld` while the virus scanner has not seen it. */
export async function logoOf(db: Reader, providerId: string) {
  const row = await one(
    db
      .select({
        id: storedFile.id,
        width: storedFile.width,
        height: storedFile.height,
        heldSince: storedFile.heldSince,
      })
      .from(provider)
      .innerJoin(storedFile, eq(storedFile.id, provider.logoFileId))
      .where(eq(provider.organisationId, providerId)),
  );
  return row && { id: row.id, width: row.width ?? 1, height: row.height ?? 1, isHeld: row.heldSince !== null };
}

/**
 * Shows another logo, or none. The one before is forgotten. Refuses `closed` when the provider was refused or terminated.
 * Writes stored_file, provider and journal.
 */
export async function changeLogo(
  tx: Writer,
  member: ProviderMember,
  file: Received | null,
): Promise<Outcome<undefined, "not_found" | "closed">> {
  const own = eq(provider.organisationId, member.organisationId);
  const before = await one(tx.select().from(provider).where(own));
  if (!before) return refused("not_found");
  if (isProviderClosed(before.status)) return refused("closed");
  if (!file && before.logoFileId === null) return done();
  const owner = { ownerOrganisationId: member.organisationId, byUserId: member.userId };
  if (file) await noteFile(tx, { ...owner, id: file.id, name: file.name, heldSince: file.heldSince }, file);
  await tx
    .update(provider)
    .set({ logoFileId: file?.id ?? null })
    .where(own);
  if (before.logoFileId !== null) await forgetFile(tx, before.logoFileId);
  await record(tx, member, {
    action: "provider.logo_changed",
    subject: { kind: "provider", id: member.organisationId },
    ownerOrganisationId: member.organisationId,
    parkSlug: member.parkSlug,
  });
  return done();
}
