/** What the owner does with the pictures and papers of a draft: adds, says what they show, puts them in order, takes them out. */
import { and, eq } from "drizzle-orm";
import { solution, versionFile } from "#db/schema/catalogue.server";
import type { Writer } from "#db/store.server";
import type { VersionFileKind } from "#db/vocabulary/catalogue";
import type { Received } from "~/domain/files/received.server";
import { forgetFile, noteFile } from "~/domain/files/stored-files.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { beginDraft, factOf, newestVersion, ownSolutionRow } from "./own-solution.server";
import { isSolutionEditable } from "./solution-status";
import { filesOfVersion, versionsWithFile, type FileOfVersion } from "./version-files.server";

export const mostFiles: Record<VersionFileKind, number> = { screenshot: 8, brochure: 3 };

export function kindOfFile(mediaType: string): VersionFileKind {
  return mediaType === "application/pdf" ? "brochure" : "screenshot";
}

type Refusal = "not_found" | "not_allowed";

/**
 * Adds a received file to the draft; when the newest version is no draft, a new one begins, as with any section.
 * Refuses: `not_found`, `not_allowed` when the solution is history, `too_many`. Writes stored_file, version_file, journal.
 */
export async function addVersionFile(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
  { file, caption }: { file: Received; caption: string },
): Promise<Outcome<undefined, Refusal | "too_many">> {
  const draft = await draftFor(tx, member, solutionId);
  if (!draft.ok) return draft;
  const { versionId, files } = draft.value;
  const kind = kindOfFile(file.mediaType);
  if (files.filter((each) => each.kind === kind).length >= mostFiles[kind]) return refused("too_many");
  const owner = { ownerOrganisationId: member.organisationId, byUserId: member.userId };
  await noteFile(tx, { ...owner, id: file.id, name: file.name, heldSince: file.heldSince }, file);
  const position = Math.max(0, ...(await positionsOf(tx, versionId))) + 1;
  await tx.insert(versionFile).values({ versionId, fileId: file.id, kind, caption, position });
  await note(tx, member, solutionId, { added: file.name, caption });
  return done();
}

/** Says what a file shows. Refuses a file that is not in the draft. Writes version_file and journal. */
export async function captionVersionFile(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
  { fileId, caption }: { fileId: string; caption: string },
): Promise<Outcome<undefined, Refusal>> {
  const draft = await draftWith(tx, member, solutionId, fileId);
  if (!draft.ok) return draft;
  const { versionId, file } = draft.value;
  if (file.caption === caption) return done();
  await tx.update(versionFile).set({ caption }).where(at(versionId, fileId));
  await note(tx, member, solutionId, { file: file.name, caption });
  return done();
}

/** Moves a file before its predecessor. The first one stays where it is. Writes version_file and journal. */
export async function raiseVersionFile(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
  fileId: string,
): Promise<Outcome<undefined, Refusal>> {
  const draft = await draftWith(tx, member, solutionId, fileId);
  if (!draft.ok) return draft;
  const { versionId, files, file } = draft.value;
  const same = files.filter(({ kind }) => kind === file.kind).map(({ id }) => id);
  const place = same.indexOf(fileId);
  if (place === 0) return done();
  same.splice(place - 1, 2, fileId, same[place - 1] ?? "");
  const others = files.filter(({ kind }) => kind !== file.kind).map(({ id }) => id);
  for (const [index, id] of [...same, ...others].entries())
    await tx
      .update(versionFile)
      .set({ position: index + 1 })
      .where(at(versionId, id));
  await note(tx, member, solutionId, { raised: file.name });
  return done();
}

/** Takes a file out of the draft; it is forgotten when no other version shows it. Writes version_file, stored_file, journal. */
export async function removeVersionFile(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
  fileId: string,
): Promise<Outcome<undefined, Refusal>> {
  const draft = await draftWith(tx, member, solutionId, fileId);
  if (!draft.ok) return draft;
  await tx.delete(versionFile).where(at(draft.value.versionId, fileId));
  if ((await versionsWithFile(tx, fileId)).length === 0) await forgetFile(tx, fileId);
  await note(tx, member, solutionId, { removed: draft.value.file.name });
  return done();
}

type Draft = { versionId: string; files: FileOfVersion[] };

async function draftFor(tx: Writer, member: ProviderMember, id: string): Promise<Outcome<Draft, Refusal>> {
  const owned = await ownSolutionRow(tx, member, id);
  const newest = owned && (await newestVersion(tx, id));
  if (!newest) return refused("not_found");
  if (!isSolutionEditable(owned.status)) return refused("not_allowed");
  const versionId = newest.status === "draft" ? newest.id : (await beginDraft(tx, newest)).id;
  return done({ versionId, files: await filesOfVersion(tx, versionId) });
}

/** Asked before a draft is begun: a file that is not there begins none. */
async function draftWith(
  tx: Writer,
  member: ProviderMember,
  id: string,
  fileId: string,
): Promise<Outcome<Draft & { file: FileOfVersion }, Refusal>> {
  const owned = await ownSolutionRow(tx, member, id);
  const newest = owned && (await newestVersion(tx, id));
  const file = newest && (await filesOfVersion(tx, newest.id)).find((each) => each.id === fileId);
  if (!file) return refused("not_found");
  const draft = await draftFor(tx, member, id);
  return draft.ok ? done({ ...draft.value, file }) : draft;
}

async function positionsOf(tx: Writer, versionId: string): Promise<number[]> {
  const rows = await tx
    .select({ position: versionFile.position })
    .from(versionFile)
    .where(eq(versionFile.versionId, versionId));
  return rows.map(({ position }) => position);
}

function at(versionId: string, fileId: string) {
  return and(eq(versionFile.versionId, versionId), eq(versionFile.fileId, fileId));
}

async function note(tx: Writer, member: ProviderMember, solutionId: string, after: Record<string, unknown>) {
  await tx.update(solution).set({ updatedAt: Date.now() }).where(eq(solution.id, solutionId));
  await record(tx, member, { ...factOf(member, solutionId), action: "solution.files_edited", after });
}
