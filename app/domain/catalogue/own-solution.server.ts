/** Finding one's own solution and its versions: every write on the owner's side starts here. */
import { and, desc, eq } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { one, type Reader } from "#db/store.server";
import type { ProviderMember } from "~/domain/identity/actor";

export type SolutionRow = typeof solution.$inferSelect;
export type VersionRow = typeof solutionVersion.$inferSelect;

/** The member's own solution, or null: another provider's is not there. */
export async function ownSolutionRow(db: Reader, member: ProviderMember, id: string): Promise<SolutionRow | null> {
  return one(
    db
      .select()
      .from(solution)
      .where(and(eq(solution.id, id), eq(solution.providerId, member.organisationId))),
  );
}

/** The version with the highest number: the draft when there is one, else what was last submitted. */
export async function newestVersion(db: Reader, solutionId: string): Promise<VersionRow | null> {
  return one(
    db
      .select()
      .from(solutionVersion)
      .where(eq(solutionVersion.solutionId, solutionId))
      .orderBy(desc(solutionVersion.number))
      .limit(1),
  );
}

/** The journal's words for a solution of this member. */
export function factOf(member: ProviderMember, solutionId: string) {
  return {
    subject: { kind: "solution", id: solutionId },
    ownerOrganisationId: member.organisationId,
    parkSlug: member.parkSlug,
  };
}
