/**
 * Sends what the device holds and takes over what the server says. One at a time for all tabs (Web Locks); an operation keeps
 * its id until it is answered, so a lost answer is asked for again and changes nothing twice.
 */
import type { FieldAnswer, FieldOpening, FieldResult, FieldState } from "~/domain/clinic/field";
import { paths } from "~/paths";
import { deviceId, type Device, type KeptPhoto } from "./device";
import { operationOf, settled, taken, type Draft } from "./drafts";

/** sent: the server has answered. offline: it could not be reached. not_yours: the case is no longer this expert's. */
export type Outcome = "sent" | "offline" | "signed_out" | "not_yours" | "failed";

const AT_ONCE = 50;
const WITHIN_MS = 30_000;
const PHOTO_WITHIN_MS = 120_000;

/** Brings the case and sends everything that waits. */
export async function exchange(db: Device, userId: string, caseId: string): Promise<Outcome> {
  return navigator.locks.request(`field-${caseId}`, async (): Promise<Outcome> => {
    const isNew = (await db.count("cases", caseId)) === 0;
    const opened = isNew ? await openCase(db, userId, caseId) : "sent";
    const sent = opened === "sent" ? await sendDrafts(db, userId, caseId) : opened;
    return sent === "sent" ? sendPhotos(db, caseId) : sent;
  });
}

async function openCase(db: Device, userId: string, caseId: string): Promise<Outcome> {
  const answer = await ask<FieldOpening>(paths.expert.fieldSync(caseId));
  if (typeof answer === "string") return answer;
  if (answer.userId !== userId) return "signed_out";
  await db.put("cases", { caseId, book: answer.book, state: answer.state, sentAt: Date.now() });
  return "sent";
}

/** Also asked with nothing to send: then it only brings what others did. */
async function sendDrafts(db: Device, userId: string, caseId: string): Promise<Outcome> {
  for (;;) {
    const drafts = await takeDrafts(db, caseId);
    const operations = drafts.flatMap((draft) => operationOf(draft) ?? []);
    const answer = await ask<FieldAnswer>(paths.expert.fieldSync(caseId), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ operations }),
    });
    if (typeof answer === "string") return answer;
    // Somebody else signed in meanwhile: what they are told is not ours to keep.
    if (answer.userId !== userId) return "signed_out";
    await settle(db, caseId, answer.results, answer.state);
    if (drafts.length < AT_ONCE) return "sent";
  }
}

/** Notes on the device what is about to be sent, before it is. */
async function takeDrafts(db: Device, caseId: string): Promise<Draft[]> {
  const tx = db.transaction("drafts", "readwrite");
  const waiting = await tx.store.index("case").getAll(caseId);
  const going = waiting.flatMap((draft) => taken(draft, () => deviceId("fop")) ?? []).slice(0, AT_ONCE);
  for (const draft of going) await tx.store.put(draft);
  await tx.done;
  return going;
}

async function settle(db: Device, caseId: string, results: FieldResult[], state: FieldState): Promise<void> {
  const tx = db.transaction(["cases", "drafts"], "readwrite");
  const [cases, drafts] = [tx.objectStore("cases"), tx.objectStore("drafts")];
  const kept = await cases.get(caseId);
  // Only what was sent moves the time: it is read out when it changes.
  const sentAt = results.length > 0 ? Date.now() : kept?.sentAt;
  if (kept) await cases.put({ ...kept, state, sentAt: sentAt ?? Date.now() });
  for (const draft of await drafts.index("case").getAll(caseId)) {
    const result = results.find(({ id }) => id === draft.sent?.id);
    const left = result ? settled(draft, result) : draft;
    if (left === null) await drafts.delete([caseId, draft.kind, draft.key]);
    else if (result) await drafts.put(left);
  }
  await tx.done;
}

/** One by one: on a bad line a small thing that arrives is worth more than two that do not. */
async function sendPhotos(db: Device, caseId: string): Promise<Outcome> {
  const known = new Set((await db.get("cases", caseId))?.state.findings.map(({ id }) => id));
  const photos = await db.getAllFromIndex("photos", "case", caseId);
  for (const photo of photos.filter(({ findingId, refusal }) => known.has(findingId) && refusal === null)) {
    if (photo.blob === null) continue;
    const outcome = await sendPhoto(db, photo, photo.blob);
    if (outcome !== "sent") return outcome;
  }
  return "sent";
}

async function sendPhoto(db: Device, photo: KeptPhoto, body: Blob): Promise<Outcome> {
  const to = paths.expert.fieldPhoto(photo.caseId, photo.id, photo.findingId);
  const response = await reach(to, { method: "PUT", headers: { "Content-Type": "image/jpeg" }, body }, PHOTO_WITHIN_MS);
  if (typeof response === "string") return response;
  const isRefused = response.status === 409 || response.status === 422;
  if (!response.ok && !isRefused) return "failed";
  const refusal = isRefused ? String((await response.json()).reason) : null;
  const tx = db.transaction(["cases", "photos"], "readwrite");
  const present = await tx.objectStore("photos").get(photo.id);
  // Taken out while it was on its way: the removal follows by itself (kit.ts).
  if (present) await tx.objectStore("photos").put({ ...present, refusal, blob: isRefused ? present.blob : null });
  const kept = await tx.objectStore("cases").get(photo.caseId);
  if (kept && !isRefused) await tx.objectStore("cases").put({ ...kept, sentAt: Date.now() });
  await tx.done;
  return "sent";
}

/** A JSON answer, or why there is none. */
async function ask<T>(path: string, init: RequestInit = {}): Promise<T | Exclude<Outcome, "sent">> {
  const response = await reach(path, init, WITHIN_MS);
  if (typeof response === "string") return response;
  if (response.status === 404) return "not_yours";
  if (!response.ok) return "failed";
  return response.json().catch(() => "offline");
}

async function reach(path: string, init: RequestInit, withinMs: number): Promise<Response | "offline" | "signed_out"> {
  const signal = AbortSignal.timeout(withinMs);
  const response = await fetch(path, { ...init, redirect: "manual", signal }).catch(() => null);
  if (response === null) return "offline";
  // The way to the sign-in page.
  return response.type === "opaqueredirect" ? "signed_out" : response;
}
