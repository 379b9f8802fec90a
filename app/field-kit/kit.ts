/** The kit of one case in one tab: what is on the screen, kept on the device with every keystroke, sent when it can be. */
import type { FieldFinding, TypedAnswer } from "~/domain/clinic/field";
import {
  countUnsent,
  deviceId,
  keepEdit,
  markDevice,
  openDevice,
  readKept,
  type Device,
  type Kept,
  type KeptPhoto,
} from "./device";
import { edited, emptyFinding, resolved, type Draft, type Edit } from "./drafts";
import { shrink } from "./photos";
import { exchange, type Outcome } from "./sync";

export type Link = "idle" | "sending" | Exclude<Outcome, "sent">;

export type Snapshot = {
  /** Null until the case was brought to this device. */
  kept: Kept | null;
  link: Link;
  /** Everything typed is written on the device. */
  isKept: boolean;
  /** The device refuses to keep what is typed: full, or private browsing. */
  isStorageBroken: boolean;
};

export type Kit = ReturnType<typeof openKit>;

const AFTER_TYPING_MS = 1_500;
const POLL_MS = 30_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

export function openKit(userId: string, caseId: string) {
  const listeners = new Set<() => void>();
  const others = new BroadcastChannel(`field-${userId}`);
  const device = openDevice(userId);
  /** Typed and not yet written. */
  const pending = new Map<string, Edit>();
  let snapshot: Snapshot = { kept: null, link: "idle", isKept: true, isStorageBroken: false };
  let writing: Promise<void> | null = null;
  let exchanging: Promise<void> | null = null;
  let isAskedAgain = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(change: Partial<Snapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  device.catch(() => show({ isStorageBroken: true }));

  async function refresh(): Promise<void> {
    const db = await device;
    const kept = await readKept(db, caseId);
    show({ kept: kept && [...pending.values()].reduce(withEdit, kept), isKept: pending.size === 0 });
    // Signed out, or somebody else signed in: their mark is not ours to write.
    if (kept && snapshot.link !== "signed_out") markDevice(userId, await countUnsent(db));
  }

  function withEdit(kept: Kept, edit: Edit): Kept {
    const isIt = (draft: Draft) => draft.kind === edit.kind && draft.key === edit.key;
    const draft = edited(kept.drafts.find(isIt), caseId, edit, kept.state, Date.now());
    return { ...kept, drafts: [...kept.drafts.filter((one) => !isIt(one)), draft] };
  }

  function write(edit: Edit): void {
    if (!snapshot.kept) return;
    pending.set(`${edit.kind} ${edit.key}`, edit);
    show({ kept: withEdit(snapshot.kept, edit), isKept: false });
    writing ??= writePending().finally(() => (writing = null));
    plan(AFTER_TYPING_MS);
  }

  /** The newest of each object; what is typed meanwhile goes in the next round. */
  async function writePending(): Promise<void> {
    const db = await device;
    while (pending.size > 0) {
      for (const [name, edit] of pending) {
        const isWritten = await tried(() => keepEdit(db, caseId, edit));
        if (!isWritten) return;
        if (pending.get(name) === edit) pending.delete(name);
      }
    }
    await changed();
  }

  /** Whether the device did it; when not, that is said and what was typed stays on the screen. */
  async function tried(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      show({ isStorageBroken: false });
      return true;
    } catch {
      show({ isStorageBroken: true });
      return false;
    }
  }

  async function changed(): Promise<void> {
    await refresh();
    others.postMessage("changed");
  }

  function plan(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void sync(), delayMs);
  }

  function sync(): Promise<void> {
    isAskedAgain = exchanging !== null;
    exchanging ??= exchangeNow().finally(() => (exchanging = null));
    return exchanging;
  }

  async function exchangeNow(): Promise<void> {
    clearTimeout(timer);
    // Also what the device could not take a moment ago.
    writing ??= writePending().finally(() => (writing = null));
    await writing;
    do {
      isAskedAgain = false;
      show({ link: "sending" });
      // Whatever went wrong, it is tried again; nothing leaves the device before the server has it.
      const outcome = await exchange(await device, userId, caseId).catch((): Outcome => "failed");
      failures = outcome === "sent" ? 0 : failures + 1;
      show({ link: outcome === "sent" ? "idle" : outcome });
      await changed();
    } while (isAskedAgain);
    plan(failures === 0 ? POLL_MS : Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS));
  }

  /** Work on the device's own rows, then on the screen and to the server. */
  async function change(work: (db: Device) => Promise<unknown>): Promise<void> {
    await writing;
    const db = await device;
    if (!(await tried(() => work(db)))) return;
    await changed();
    plan(AFTER_TYPING_MS);
  }

  others.onmessage = () => void refresh();
  const now = () => void sync();
  const whenSeen = () => document.visibilityState === "visible" && now();
  window.addEventListener("online", now);
  window.addEventListener("focus", now);
  document.addEventListener("visibilitychange", whenSeen);
  window.addEventListener("offline", () => show({ link: "offline" }));
  void refresh().then(now);

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    sync: now,
    answer: (key: string, value: TypedAnswer) => write({ kind: "answer", key, value }),
    finding: (key: string, value: FieldFinding) => write({ kind: "finding", key, value }),
    /** A new finding; answers its id. */
    addFinding(): string {
      const key = deviceId("fnd");
      write({ kind: "finding", key, value: emptyFinding });
      return key;
    },
    /** Ends a conflict with what the reader chose. */
    resolve: (edit: Edit) =>
      change(async (db) => {
        const state = snapshot.kept?.state;
        if (state) await db.put("drafts", resolved(caseId, edit, state, Date.now()));
      }),
    /** Takes a draft off the device; what the server has stays. Photos of a finding it never had go too. */
    discard: (draft: Draft) =>
      change(async (db) => {
        await db.delete("drafts", [caseId, draft.kind, draft.key]);
        const isOnServer = snapshot.kept?.state.findings.some(({ id }) => id === draft.key);
        if (draft.kind !== "finding" || isOnServer) return;
        for (const photo of snapshot.kept?.photos ?? [])
          if (photo.findingId === draft.key) await db.delete("photos", photo.id);
      }),
    /** What was taken out elsewhere is written anew, with its photos. */
    writeAnew: (draft: Extract<Draft, { kind: "finding" }>) =>
      change(async (db) => {
        const key = deviceId("fnd");
        await db.put("drafts", { ...draft, key, seen: 0, base: null, sent: null, problem: null });
        await db.delete("drafts", [caseId, draft.kind, draft.key]);
        for (const photo of snapshot.kept?.photos ?? [])
          if (photo.findingId === draft.key && photo.blob)
            await db.put("photos", { ...photo, findingId: key, refusal: null });
      }),
    /** False when the device cannot read the file as a picture. */
    async addPhoto(findingId: string, file: Blob): Promise<boolean> {
      const shrunk = await shrink(file).catch(() => null);
      if (!shrunk) return false;
      const photo = { id: deviceId("fil"), caseId, findingId, takenAt: Date.now(), refusal: null, ...shrunk };
      await change((db) => db.put("photos", photo));
      return true;
    },
    /** Also asks the server: an upload may have arrived without its answer. */
    removePhoto: (id: string) =>
      change(async (db) => {
        await keepEdit(db, caseId, { kind: "remove_photo", key: id, value: null });
        await db.delete("photos", id);
      }),
    /** Photos on the device that the server has not. */
    unsentPhotos: (kept: Kept): KeptPhoto[] => kept.photos.filter(({ blob }) => blob !== null),
  };
}
