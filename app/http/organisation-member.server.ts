import type { OrganisationMember } from "~/domain/identity/members.server";
import { requireUser } from "./guards.server";

/** The reader as a member of their first organisation, of whatever kind; null when they belong to none. */
export async function requireMemberOfAny(
  request: Request,
): Promise<{ userId: string; member: OrganisationMember | null }> {
  const who = await requireUser(request);
  const [first] = who.belongings;
  if (!first) return { userId: who.userId, member: null };
  const { organisationId, organisationName, role } = first;
  return {
    userId: who.userId,
    member: { userId: who.userId, userName: who.user.name, organisationId, organisationName, role },
  };
}
