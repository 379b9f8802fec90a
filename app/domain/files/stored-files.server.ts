/** The rows of kept files. Who may read a file is the business of what it belongs to. */
import { createHash } from "node:crypto";
import { asc, eq, isNotNull } from "drizzle-orm";
import { storedFile } from "#db/schema/support.server";
import { one, type Reader, type Writer } from "#db/store.server";

export type StoredFile = typeof storedFile.$inferSelect;

export function storedFileOf(db: Reader, id: string): Promise<StoredFile | null> {
  return one(db.select().from(storedFile).where(eq(storedFile.id, id)));
}

type Noted = {
  id: string;
  ownerOrganisationId: string;
  byUserId: string;
  /** As the sender called it; photos of the field kit have no name of their own. */
  name?: string;
  /** Since when it waits for the virus scanner; null: it may be handed out. */
  heldSince?: number | null;
};

type Kept = { bytes: Uint8Array; mediaType: string; small?: Uint8Array; width?: number; height?: number };

/** Writes the row of a file whose bytes are kept already. */
export async function noteFile(
  tx: Writer,
  { id, ownerOrganisationId, byUserId, name = `${id}.jpg`, heldSince = null }: Noted,
  { bytes, mediaType, small, width = 0, height = 0 }: Kept,
): Promise<void> {
  await tx.insert(storedFile).values({
    ...{ id, ownerOrganisationId, name, createdByUserId: byUserId, createdAt: Date.now(), heldSince },
    ...{ mediaType, bytes: bytes.byteLength, width: width || null, height: height || null },
    ...{ hasSmall: small !== undefined, sha256: createHash("sha256").update(bytes).digest("hex") },
  });
}

/** Lets a file go that the scanner found clean. Writes stored_file. */
export async function releaseFile(tx: Writer, id: string): Promise<void> {
  await tx.update(storedFile).set({ heldSince: null }).where(eq(storedFile.id, id));
}

/** Files that wait for the scanner, longest first. */
export function heldFiles(db: Reader, most: number): Promise<StoredFile[]> {
  return db
    .select()
    .from(storedFile)
    .where(isNotNull(storedFile.heldSince))
    .orderBy(asc(storedFile.heldSince), asc(storedFile.id))
    .limit(most);
}

/** Forgets a file; its bytes go with the next sweep, when no reader is in the middle of them. */
export async function forgetFile(tx: Writer, id: string): Promise<void> {
  await tx.delete(storedFile).where(eq(storedFile.id, id));
}
