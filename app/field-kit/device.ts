/** What is kept on the device, one database a person: another user of the same phone never opens it. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { FieldBook, FieldState } from "~/domain/clinic/field";
import { edited, type Draft, type Edit } from "./drafts";

export type KeptCase = { caseId: string; book: FieldBook; state: FieldState; sentAt: number | null };

export type KeptPhoto = {
  id: string;
  caseId: string;
  findingId: string;
  /** Null once the server has it. */
  blob: Blob | null;
  /** A small picture as a data: address, shown without a network also when the photo is sent. */
  thumb: string;
  takenAt: number;
  /** Why the server did not take it. */
  refusal: string | null;
};

type Schema = DBSchema & {
  cases: { key: string; value: KeptCase };
  drafts: { key: [string, string, string]; value: Draft; indexes: { case: string } };
  photos: { key: string; value: KeptPhoto; indexes: { case: string } };
};

export type Device = IDBPDatabase<Schema>;

export function openDevice(userId: string): Promise<Device> {
  return openDB<Schema>(`field-${userId}`, 1, {
    upgrade(db) {
      db.createObjectStore("cases", { keyPath: "caseId" });
      db.createObjectStore("drafts", { keyPath: ["caseId", "kind", "key"] }).createIndex("case", "caseId");
      db.createObjectStore("photos", { keyPath: "id" }).createIndex("case", "caseId");
    },
  });
}

export type Kept = { book: FieldBook; state: FieldState; sentAt: number | null; drafts: Draft[]; photos: KeptPhoto[] };

/** All of one case as of one moment, or null when it was never opened on this device. */
export async function readKept(db: Device, caseId: string): Promise<Kept | null> {
  const tx = db.transaction(["cases", "drafts", "photos"]);
  const [kept, drafts, photos] = await Promise.all([
    tx.objectStore("cases").get(caseId),
    tx.objectStore("drafts").index("case").getAll(caseId),
    tx.objectStore("photos").index("case").getAll(caseId),
  ]);
  if (!kept) return null;
  const { book, state, sentAt } = kept;
  return { book, state, sentAt, drafts, photos: photos.sort((a, b) => a.takenAt - b.takenAt) };
}

/** Drafts and photos of all cases that the server does not have yet. */
export async function countUnsent(db: Device): Promise<number> {
  const [drafts, photos] = await Promise.all([db.count("drafts"), db.getAll("photos")]);
  return drafts + photos.filter(({ blob }) => blob !== null).length;
}

/** Keeps what was typed; what else the draft knows stays as the device has it, whichever tab wrote it. */
export async function keepEdit(db: Device, caseId: string, edit: Edit): Promise<void> {
  const tx = db.transaction(["cases", "drafts"], "readwrite");
  const drafts = tx.objectStore("drafts");
  const [draft, kept] = await Promise.all([
    drafts.get([caseId, edit.kind, edit.key]),
    tx.objectStore("cases").get(caseId),
  ]);
  if (kept) await drafts.put(edited(draft, caseId, edit, kept.state, Date.now()));
  await tx.done;
}

const MARKER_S = 365 * 24 * 3600;

/** Whose kit this browser opened last; null after a sign-in, until the kit has spoken with the server. */
export function markedUser(): string | null {
  return /(?:^|;\s*)field=(usr_\w+)\.\d+/.exec(document.cookie)?.[1] ?? null;
}

/** Tells the server how much a sign-out would erase. */
export function markDevice(userId: string, unsent: number): void {
  document.cookie = `field=${userId}.${Math.min(unsent, 99_999)}; path=/; max-age=${MARKER_S}; samesite=lax`;
}

/** Twenty-six letters and digits, as the server's own ids have. */
export function deviceId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(13));
  return `${prefix}_${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
