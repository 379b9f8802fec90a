import { asc, eq } from "drizzle-orm";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { finding } from "#db/schema/clinic.server";
import { storedFile } from "#db/schema/support.server";
import type { Reader } from "#db/store.server";

export type PhotoOfReport = { id: string; findingId: string; caption: string };

/**
 * The photos of a report in the order of its findings, oldest first within each. Scoped by the report, which the caller has
 * read as its actor.
 */
export function photosOfReport(db: Reader, reportId: string): Promise<PhotoOfReport[]> {
  return db
    .select({ id: storedFile.id, findingId: findingPhoto.findingId, caption: findingPhoto.caption })
    .from(findingPhoto)
    .innerJoin(finding, eq(finding.id, findingPhoto.findingId))
    .innerJoin(storedFile, eq(storedFile.id, findingPhoto.fileId))
    .where(eq(finding.reportId, reportId))
    .orderBy(asc(finding.no), asc(findingPhoto.createdAt), asc(findingPhoto.fileId));
}
