import type { Reader } from "#db/store.server";
import { ownProvider } from "~/domain/catalogue/providers.server";
import { ownSolutions } from "~/domain/catalogue/solutions.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { enquiryCounts } from "~/domain/projects/enquiries.server";

/** What a provider's desk shows: the standing of its profile, its solutions by status, its enquiries. Null without a profile. */
export async function providerDesk(db: Reader, member: ProviderMember) {
  const [profile, solutions, enquiries] = await Promise.all([
    ownProvider(db, member),
    ownSolutions(db, member),
    enquiryCounts(db, member),
  ]);
  if (!profile) return null;
  const { status, submittedAt } = profile.provider;
  return { status, isSubmitted: submittedAt !== null, solutions, enquiries };
}
