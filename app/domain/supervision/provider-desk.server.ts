import type { Reader } from "#db/store.server";
import { ownProvider } from "~/domain/catalogue/providers.server";
import { ownSolutions } from "~/domain/catalogue/solutions.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { enquiryCounts } from "~/domain/projects/enquiries.server";
import { projectsWaiting } from "~/domain/projects/project-pages.server";

/** What a provider's desk shows: the standing of its profile, its solutions by status, its enquiries, projects to go on with. Null without a profile. */
export async function providerDesk(db: Reader, member: ProviderMember) {
  const [profile, solutions, enquiries, projects] = await Promise.all([
    ownProvider(db, member),
    ownSolutions(db, member),
    enquiryCounts(db, member),
    projectsWaiting(db, member),
  ]);
  if (!profile) return null;
  const { status, submittedAt } = profile.provider;
  return { status, isSubmitted: submittedAt !== null, solutions, enquiries, projects };
}
