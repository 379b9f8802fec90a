/** Bytes in DATA_DIR/uploads, one file an id. A file is whole or not there; its row is written after it. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { inArray } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { storedFile } from "#db/schema/support.server";
import type { Reader } from "#db/store.server";
import { env } from "~/env.server";

export const UPLOADS = "uploads";
const PART = ".part";
const HOUR_MS = 3_600_000;
const AT_ONCE = 500;

const ID = /^fil_[0-9a-z]{26}$/;
/** The small copy of a picture lies beside it. */
const SMALL = ".small";

export function isFileId(id: string): boolean {
  return ID.test(id);
}

/** Writes a file under a name of its own, makes sure that it is on the disk, and only then gives it its id. */
export async function keepFile(id: string, bytes: Uint8Array, folder = uploadsFolder()): Promise<void> {
  await keepAt(fileAt(id, folder), bytes, folder);
}

/** The same for the small copy of a picture. */
export async function keepSmall(id: string, bytes: Uint8Array, folder = uploadsFolder()): Promise<void> {
  await keepAt(fileAt(id, folder) + SMALL, bytes, folder);
}

async function keepAt(place: string, bytes: Uint8Array, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const part = join(folder, `${newId("tmp")}${PART}`);
  const file = await open(part, "wx", 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, place);
  // The name itself is on the disk once its folder is.
  const names = await open(folder, "r");
  await names.sync();
  await names.close();
}

/** The bytes, or null when the file is gone. */
export async function readKept(id: string, folder = uploadsFolder()): Promise<Buffer<ArrayBuffer> | null> {
  return readAt(fileAt(id, folder));
}

/** The bytes of the small copy, or null when there is none. */
export async function readSmall(id: string, folder = uploadsFolder()): Promise<Buffer<ArrayBuffer> | null> {
  return readAt(fileAt(id, folder) + SMALL);
}

function readAt(place: string): Promise<Buffer<ArrayBuffer> | null> {
  return readFile(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

/** Removes what was kept for a row that is not written after all, before the next sweep would. */
export async function dropFile(id: string, folder = uploadsFolder()): Promise<void> {
  await rm(fileAt(id, folder), { force: true });
  await rm(fileAt(id, folder) + SMALL, { force: true });
}

/**
 * Removes what an interrupted upload left behind and files that no row names (any more), once they are an hour old: by then
 * nobody is still writing them. Answers how many.
 */
export async function sweepUploads(db: Reader, now: number, folder = uploadsFolder()): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let swept = 0;
  for (let at = 0; at < names.length; at += AT_ONCE) {
    for (const name of await unnamed(db, names.slice(at, at + AT_ONCE))) {
      const changed = await stat(join(folder, name)).catch(() => null);
      if (!changed || now - changed.mtimeMs < HOUR_MS) continue;
      await rm(join(folder, name), { force: true });
      swept += 1;
    }
  }
  return swept;
}

async function unnamed(db: Reader, names: string[]): Promise<string[]> {
  const ids = names.map(idIn).filter(isFileId);
  const rows = await db.select({ id: storedFile.id }).from(storedFile).where(inArray(storedFile.id, ids));
  const named = new Set(rows.map(({ id }) => id));
  return names.filter((name) => name.endsWith(PART) || (isFileId(idIn(name)) && !named.has(idIn(name))));
}

function idIn(name: string): string {
  return name.endsWith(SMALL) ? name.slice(0, -SMALL.length) : name;
}

function uploadsFolder(): string {
  return join(env.dataDir, UPLOADS);
}

/** Ids come from devices: one that is none must never become a path. */
function fileAt(id: string, folder: string): string {
  if (!isFileId(id)) throw new Error("not the id of a file");
  return join(folder, id);
}
