/** What staff change about a provider or a solution. Called by moderation, which decides, stores the decision and tells. */
import { and, eq } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import type { Writer } from "#db/store.server";
import type { ProviderStatus } from "#db/vocabulary/catalogue";
import type { SolutionRow, VersionRow } from "./own-solution.server";
import { mayMoveProvider } from "./provider-status";
import { refreshIndex, refreshProviderIndex } from "./published.server";
import { freeSolutionSlug } from "./slugs.server";
import { hasBeenPublished, mayMoveSolution } from "./solution-status";
import { mayMoveVersion } from "./version-status";

export type ProviderRow = typeof provider.$inferSelect;

/**
 * Moves a provider as staff; its solutions appear to or vanish from readers with it.
 * False when the workflow does not allow it. Writes provider and the index.
 */
export async function moveProviderAsStaff(tx: Writer, row: ProviderRow, to: ProviderStatus): Promise<boolean> {
  if (!mayMoveProvider("staff", row.status, to)) return false;
  const approvedAt = row.status === "pending_approval" && to === "open" ? Date.now() : row.approvedAt;
  await tx.update(provider).set({ status: to, approvedAt }).where(eq(provider.organisationId, row.organisationId));
  await refreshProviderIndex(tx, row.organisationId);
  return true;
}

/**
 * Decides on a submitted version. An approved one becomes what readers see and supersedes the one before; the solution's own
 * status follows until its first approval, and then stays (a hidden or suspended solution does not appear by an approval).
 * False when the workflow does not allow it. Writes version, solution and the index.
 */
export async function decideVersion(
  tx: Writer,
  row: SolutionRow,
  version: VersionRow,
  to: "current" | "changes_requested" | "rejected",
): Promise<boolean> {
  if (!mayMoveVersion("staff", version.status, to)) return false;
  const status = hasBeenPublished(row.status) ? row.status : to === "current" ? "published" : to;
  if (status !== row.status && !mayMoveSolution("staff", row.status, status)) return false;

  const at = Date.now();
  if (to === "current") {
    await tx
      .update(solutionVersion)
      .set({ status: "superseded" })
      .where(and(eq(solutionVersion.solutionId, row.id), eq(solutionVersion.status, "current")));
  }
  await tx.update(solutionVersion).set({ status: to, decidedAt: at }).where(eq(solutionVersion.id, version.id));
  const live = to === "current" ? await shown(tx, row, version, at) : {};
  await tx
    .update(solution)
    .set({ status, updatedAt: at, ...live })
    .where(eq(solution.id, row.id));
  if (to === "current") await refreshIndex(tx, row.id);
  return true;
}

/** The address follows the title until readers have seen it, then it stays for good, as does the first date of publication. */
async function shown(tx: Writer, row: SolutionRow, version: VersionRow, at: number) {
  const slug = row.publishedAt === null ? await freeSolutionSlug(tx, version.title, row.id) : row.slug;
  return { currentVersionId: version.id, publishedAt: row.publishedAt ?? at, confirmedAt: at, slug };
}

/** Takes a published solution down as staff, or puts it back. False when the workflow does not allow it. Writes solution and the index. */
export async function moveSolutionAsStaff(
  tx: Writer,
  row: SolutionRow,
  to: "suspended" | "published",
): Promise<boolean> {
  // A waiting solution is published by deciding on its version, never by restoring.
  if (!row.currentVersionId || !mayMoveSolution("staff", row.status, to)) return false;
  await tx.update(solution).set({ status: to, updatedAt: Date.now() }).where(eq(solution.id, row.id));
  await refreshIndex(tx, row.id);
  return true;
}
