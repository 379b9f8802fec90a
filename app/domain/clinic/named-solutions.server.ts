import { and, eq, inArray } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";

export type SolutionName = {
  solutionId: string;
  slug: string;
  title: string;
  summary: string;
  providerId: string;
  providerName: string;
  versionId: string;
  versionNumber: number;
  /** False when it was hidden after the expert named it: readers cannot open it. */
  isPublished: boolean;
};

/** Names of the solutions of a report, in any status that ever was public; unknown ids are left out. */
export async function namedSolutions(db: Reader, ids: readonly string[]): Promise<SolutionName[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      solutionId: solution.id,
      slug: solution.slug,
      title: solutionVersion.title,
      summary: solutionVersion.summary,
      providerId: solution.providerId,
      providerName: organisation.name,
      versionId: solutionVersion.id,
      versionNumber: solutionVersion.number,
      status: solution.status,
      providerStatus: provider.status,
    })
    .from(solution)
    .innerJoin(
      solutionVersion,
      and(eq(solutionVersion.id, solution.currentVersionId), eq(solutionVersion.solutionId, solution.id)),
    )
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(inArray(solution.id, [...new Set(ids)]));
  return rows.map(({ status, providerStatus, ...name }) => ({
    ...name,
    isPublished: status === "published" && providerStatus === "open",
  }));
}
