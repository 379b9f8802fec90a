/** The rows of kept files. Who may read a file is the business of what it belongs to. */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { storedFile } from "#db/schema/support.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { KeptImage } from "./images.server";

export type StoredFile = typeof storedFile.$inferSelect;

export function storedFileOf(db: Reader, id: string): Promise<StoredFile | null> {
  return one(db.select().from(storedFile).where(eq(storedFile.id, id)));
}

/** Writes the row of an image whose bytes are kept already. */
export async function noteFile(
  tx: Writer,
  { id, ownerOrganisationId, byUserId }: { id: string; ownerOrganisationId: string; byUserId: string },
  image: KeptImage,
): Promise<void> {
  await tx.insert(storedFile).values({
    ...{ id, ownerOrganisationId, name: `${id}.jpg`, createdByUserId: byUserId, createdAt: Date.now() },
    ...{ mediaType: image.mediaType, bytes: image.bytes.byteLength, width: image.width, height: image.height },
    sha256: createHash("sha256").update(image.bytes).digest("hex"),
  });
}

/** Forgets a file; its bytes go with the next sweep, when no reader is in the middle of them. */
export async function forgetFile(tx: Writer, id: string): Promise<void> {
  await tx.delete(storedFile).where(eq(storedFile.id, id));
}
