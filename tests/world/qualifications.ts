/** Qualifications for the world of a test, without their way through the pages. */
import { newId } from "#db/ids.server";
import { qualification } from "#db/schema/catalogue.server";
import type { Store } from "#db/store.server";
import type { QualificationCriterion, QualificationStatus } from "#db/vocabulary/catalogue";
import { requiredCriteria } from "~/domain/catalogue/qualification-status";
import type { Received } from "~/domain/files/received.server";

/** The required qualifications of a provider, all in one status. */
export async function requiredOf(store: Store, providerId: string, status: QualificationStatus): Promise<void> {
  const values = (criterion: QualificationCriterion) => ({
    ...{ id: newId("qua"), providerId, criterion, status, statement: "材料齐全", updatedAt: 1 },
    fileId: null,
  });
  await store.write((tx) => tx.insert(qualification).values(requiredCriteria.map(values)));
}

/** A file as `receive` answers it; the bytes are not on the disk. */
export function aReceived(name = "营业执照.pdf", heldSince: number | null = null): Received {
  const isPdf = name.endsWith(".pdf");
  return {
    ...{ id: newId("fil"), name, bytes: Buffer.from(name), heldSince },
    ...(isPdf
      ? { mediaType: "application/pdf" }
      : { mediaType: "image/webp", small: Buffer.from("s"), width: 1600, height: 900 }),
  };
}
