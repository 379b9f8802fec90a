/** Pictures and papers of a version of a solution. They belong to the version: what readers see changes with an approval alone. */
import { asc, eq, inArray } from "drizzle-orm";
import { versionFile } from "#db/schema/catalogue.server";
import { storedFile } from "#db/schema/support.server";
import type { Reader, Writer } from "#db/store.server";

const shown = {
  id: versionFile.fileId,
  kind: versionFile.kind,
  caption: versionFile.caption,
  name: storedFile.name,
  bytes: storedFile.bytes,
  width: storedFile.width,
  height: storedFile.height,
  heldSince: storedFile.heldSince,
};

/** All files of a version in their order, those that wait for the virus scanner too: only their owner is told of them. */
export function filesOfVersion(db: Reader, versionId: string) {
  return db
    .select(shown)
    .from(versionFile)
    .innerJoin(storedFile, eq(storedFile.id, versionFile.fileId))
    .where(eq(versionFile.versionId, versionId))
    .orderBy(asc(versionFile.position), asc(versionFile.fileId));
}

export type FileOfVersion = Awaited<ReturnType<typeof filesOfVersion>>[number];

/** What readers and moderators are shown: what may be handed out. */
export async function shownFiles(db: Reader, versionId: string) {
  const files = await filesOfVersion(db, versionId);
  return files.flatMap(({ heldSince, ...file }) => (heldSince === null ? [file] : []));
}

export type ShownFile = Awaited<ReturnType<typeof shownFiles>>[number];

/** Gives a version made from another the same pictures and papers; the bytes lie there once. Writes version_file. */
export async function copyVersionFiles(tx: Writer, fromVersionId: string, toVersionId: string): Promise<void> {
  const rows = await tx.select().from(versionFile).where(eq(versionFile.versionId, fromVersionId));
  if (rows.length === 0) return;
  await tx.insert(versionFile).values(rows.map((row) => ({ ...row, versionId: toVersionId })));
}

/** The versions that show a file. */
export async function versionsWithFile(db: Reader, fileId: string): Promise<string[]> {
  const rows = await db
    .select({ versionId: versionFile.versionId })
    .from(versionFile)
    .where(inArray(versionFile.fileId, [fileId]));
  return rows.map(({ versionId }) => versionId);
}
