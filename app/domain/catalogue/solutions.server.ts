import { desc, eq } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { one, type Reader } from "#db/store.server";
import type { VersionStatus } from "#db/vocabulary/catalogue";
import type { ProviderMember } from "~/domain/identity/actor";
import { isVersionInUse, newestVersion, ownSolutionRow } from "./own-solution.server";
import { missingForSubmit } from "./solution-sections";

/** The member's own solutions, last touched first: each with its newest version and, when one waits for the park, since when. */
export async function ownSolutions(db: Reader, member: ProviderMember) {
  const rows = await db
    .select({
      id: solution.id,
      slug: solution.slug,
      status: solution.status,
      title: solutionVersion.title,
      summary: solutionVersion.summary,
      versionId: solutionVersion.id,
      versionNumber: solutionVersion.number,
      versionStatus: solutionVersion.status,
      submittedAt: solutionVersion.submittedAt,
      decidedAt: solutionVersion.decidedAt,
      updatedAt: solution.updatedAt,
      publishedAt: solution.publishedAt,
    })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.solutionId, solution.id))
    .where(eq(solution.providerId, member.organisationId))
    .orderBy(desc(solution.updatedAt), desc(solution.id), desc(solutionVersion.number));
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const found = newest.get(row.id);
    const isFirst = !found || (!isVersionInUse(versionIn(found)) && isVersionInUse(versionIn(row)));
    if (isFirst)
      newest.set(row.id, { ...row, submittedAt: row.versionStatus === "submitted" ? row.submittedAt : null });
    else if (row.versionStatus === "submitted") found.submittedAt = row.submittedAt;
  }
  return [...newest.values()];
}

function versionIn(row: { versionStatus: VersionStatus; decidedAt: number | null }) {
  return { status: row.versionStatus, decidedAt: row.decidedAt };
}

/**
 * One own solution as its editor draws it: the newest version (draft or what was last submitted), the numbers of the live
 * and of the waiting version, what is still missing, and the provider's status. Null when it is not the member's.
 */
export async function ownSolution(db: Reader, member: ProviderMember, id: string) {
  const owned = await ownSolutionRow(db, member, id);
  const version = owned && (await newestVersion(db, id));
  if (!version) return null;
  const [versions, owner] = await Promise.all([
    db
      .select({
        id: solutionVersion.id,
        number: solutionVersion.number,
        status: solutionVersion.status,
        submittedAt: solutionVersion.submittedAt,
        decidedAt: solutionVersion.decidedAt,
      })
      .from(solutionVersion)
      .where(eq(solutionVersion.solutionId, id))
      .orderBy(desc(solutionVersion.number)),
    one(
      db.select({ status: provider.status }).from(provider).where(eq(provider.organisationId, member.organisationId)),
    ),
  ]);
  return {
    solution: owned,
    version,
    versions,
    live: versions.find((each) => each.id === owned.currentVersionId) ?? null,
    waiting: versions.find((each) => each.status === "submitted") ?? null,
    /** Whether there is a version to go on from when the newest is put away. */
    hasOther: versions.some(({ id: other, ...each }) => other !== version.id && isVersionInUse(each)),
    missing: missingForSubmit(version),
    providerStatus: owner?.status ?? null,
  };
}
