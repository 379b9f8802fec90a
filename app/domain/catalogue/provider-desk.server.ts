import { inArray } from "drizzle-orm";
import { solutionVersion } from "#db/schema/catalogue.server";
import type { Reader } from "#db/store.server";
import type { ProviderStatus } from "#db/vocabulary/catalogue";
import type { ProviderMember } from "~/domain/identity/actor";
import { missingForApproval } from "./provider-form";
import { ownProvider } from "./providers.server";
import { missingForSubmit } from "./solution-sections";
import { ownSolutions } from "./solutions.server";
import { ownersTurn, wayForward } from "./way-forward";

/**
 * What a provider's desk shows of its profile and solutions: those that wait for the owner (the most pressing first), those
 * with the park, and how many are public. Null when the organisation has no provider profile.
 */
export async function providerDesk(db: Reader, member: ProviderMember) {
  const own = await ownProvider(db, member);
  if (!own) return null;
  const solutions = await withWays(db, member, own.provider.status);
  return {
    provider: { status: own.provider.status, submittedAt: own.provider.submittedAt },
    missingInProfile: missingForApproval(own.provider).length,
    ownersTurn: solutions.flatMap(ownersTurn).sort((a, b) => a.rank - b.rank),
    withPark: solutions.filter(({ submittedAt }) => submittedAt !== null),
    publicCount: own.provider.status === "open" ? solutions.filter(({ status }) => status === "published").length : 0,
  };
}

export type ProviderDesk = NonNullable<Awaited<ReturnType<typeof providerDesk>>>;

async function withWays(db: Reader, member: ProviderMember, providerStatus: ProviderStatus) {
  const solutions = await ownSolutions(db, member);
  const draftIds = solutions.filter(({ versionStatus }) => versionStatus === "draft").map(({ versionId }) => versionId);
  const drafts = await db.select().from(solutionVersion).where(inArray(solutionVersion.id, draftIds));
  const missing = new Map(drafts.map((draft) => [draft.id, missingForSubmit(draft).length]));
  return solutions.map((row) => {
    const lacking = missing.get(row.versionId) ?? 0;
    const way = wayForward({
      status: row.status,
      newestVersion: row.versionStatus,
      missing: lacking,
      isWaiting: row.submittedAt !== null,
      providerStatus,
    });
    return { id: row.id, title: row.title, status: row.status, submittedAt: row.submittedAt, missing: lacking, way };
  });
}
