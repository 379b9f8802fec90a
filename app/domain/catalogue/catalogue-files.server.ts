/** Files of the catalogue: whom each may be shown to, and what becomes of those the virus scanner judged. */
import { and, eq, ne } from "drizzle-orm";
import { provider, qualification, solution, solutionVersion, versionFile } from "#db/schema/catalogue.server";
import type { Reader, Store, Writer } from "#db/store.server";
import type { Scanner, Verdict } from "~/domain/files/scanner.server";
import { forgetFile, heldFiles, releaseFile, storedFileOf, type StoredFile } from "~/domain/files/stored-files.server";
import { readKept } from "~/domain/files/uploads.server";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { paths } from "~/paths";
import type { FileOwner } from "./file-owner";

const AT_ONCE = 20;

/** `isPublic`: readers may see it. `isHandedIn`: staff of the park may. */
export type CatalogueFile = { file: StoredFile; providerId: string; isPublic: boolean; isHandedIn: boolean };

/** A logo, a picture or paper of a version, or the evidence of a qualification; null for any other file and while it is held back. */
export async function catalogueFile(db: Reader, id: string): Promise<CatalogueFile | null> {
  const file = await storedFileOf(db, id);
  if (!file || file.heldSince !== null) return null;
  const uses = await usesOf(db, file);
  if (uses.length === 0) return null;
  return {
    file,
    providerId: file.ownerOrganisationId,
    isPublic: uses.some((use) => use.isPublic),
    isHandedIn: uses.some((use) => use.isHandedIn),
  };
}

type Use = { isPublic: boolean; isHandedIn: boolean } & FileOwner;

async function usesOf(db: Reader, file: StoredFile): Promise<Use[]> {
  const providerId = file.ownerOrganisationId;
  const [logos, versions, evidence] = await Promise.all([
    db
      .select({ status: provider.status })
      .from(provider)
      .where(and(eq(provider.organisationId, providerId), eq(provider.logoFileId, file.id))),
    db
      .select({
        versionId: solutionVersion.id,
        submittedAt: solutionVersion.submittedAt,
        current: solution.currentVersionId,
        status: solution.status,
        solutionId: solution.id,
        providerStatus: provider.status,
      })
      .from(versionFile)
      .innerJoin(solutionVersion, eq(solutionVersion.id, versionFile.versionId))
      .innerJoin(solution, eq(solution.id, solutionVersion.solutionId))
      .innerJoin(provider, eq(provider.organisationId, solution.providerId))
      .where(eq(versionFile.fileId, file.id)),
    db
      .select({ status: qualification.status, criterion: qualification.criterion })
      .from(qualification)
      .where(and(eq(qualification.providerId, providerId), eq(qualification.fileId, file.id))),
  ]);
  return [
    ...logos.map(({ status }) => ({ kind: "logo" as const, isPublic: status === "open", isHandedIn: true })),
    ...versions.map((each) => ({
      ...{ kind: "solution" as const, solutionId: each.solutionId },
      isPublic: each.current === each.versionId && each.status === "published" && each.providerStatus === "open",
      isHandedIn: each.current === each.versionId || each.submittedAt !== null,
    })),
    ...evidence.map(({ status, criterion }) => ({
      ...{ kind: "qualification" as const, criterion, isPublic: false, isHandedIn: status !== "draft" },
    })),
  ];
}

/**
 * Shows the scanner what was held back: clean files are let go, infected ones are taken out wherever they stand and their owner is told;
 * what the scanner does not answer for waits on. One transaction a file; safe to run again and from several processes.
 * Answers how many were judged.
 */
export async function scanHeldFiles(store: Store, scan: Scanner): Promise<number> {
  let judged = 0;
  for (const file of await heldFiles(store.db, AT_ONCE)) {
    const bytes = await readKept(file.id);
    const verdict = bytes === null ? "unknown" : await scan(bytes);
    if (verdict === "unknown") continue;
    if (await store.write((tx) => judge(tx, file.id, verdict))) judged += 1;
  }
  return judged;
}

async function judge(tx: Writer, id: string, verdict: Exclude<Verdict, "unknown">): Promise<boolean> {
  const file = await storedFileOf(tx, id);
  if (!file || file.heldSince === null) return false;
  const providerId = file.ownerOrganisationId;
  if (verdict === "clean") await releaseFile(tx, id);
  else await takeOut(tx, file);
  // What was waiting may be on a page already: the entry is what makes kept pages be drawn anew.
  await record(tx, null, {
    action: verdict === "clean" ? "file.released" : "file.infected",
    subject: { kind: "provider", id: providerId },
    ownerOrganisationId: providerId,
    after: { file: file.name },
  });
  return true;
}

async function takeOut(tx: Writer, file: StoredFile): Promise<void> {
  const [use] = await usesOf(tx, file);
  await tx.delete(versionFile).where(eq(versionFile.fileId, file.id));
  await tx.update(provider).set({ logoFileId: null }).where(eq(provider.logoFileId, file.id));
  // What was passed on this evidence has to be shown again.
  await tx
    .update(qualification)
    .set({ status: "draft" })
    .where(and(eq(qualification.fileId, file.id), ne(qualification.status, "returned")));
  await tx.update(qualification).set({ fileId: null }).where(eq(qualification.fileId, file.id));
  await forgetFile(tx, file.id);
  const tidings = { kind: "file.infected", params: { file: file.name }, href: pageOf(use) } as const;
  await tell(tx, { organisationId: file.ownerOrganisationId }, tidings);
}

function pageOf(use: FileOwner | undefined): string {
  if (use?.kind === "solution") return paths.providerDesk.solutionMedia(use.solutionId);
  if (use?.kind === "qualification") return paths.providerDesk.qualification(use.criterion);
  return paths.providerDesk.logo();
}
