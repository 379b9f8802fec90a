import { eq } from "drizzle-orm";
import { organisation } from "#db/schema/identity.server";
import type { Writer } from "#db/store.server";

/** Sets the park whose staff moderate a provider. Whoever calls it has checked that the park exists. Writes organisation. */
export async function setHomePark(tx: Writer, providerId: string, parkSlug: string): Promise<void> {
  await tx.update(organisation).set({ parkSlug }).where(eq(organisation.id, providerId));
}
