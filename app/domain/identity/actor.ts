/** Who acts. Made only by app/http/guards.server.ts and by tests; a command that takes one need not ask again. */
import type { MemberRole } from "#db/vocabulary/identity";

type Person = { userId: string; userName: string };
type Member = Person & { organisationId: string; organisationName: string; role: MemberRole };

export type EnterpriseMember = Member & { kind: "enterprise"; parkSlug: string | null; regionCode: string };
export type ProviderMember = Member & { kind: "provider"; parkSlug: string | null };
export type Expert = Person & { kind: "expert"; organisationId: string; organisationName: string };
/** Staff of a park committee: everything they see is fenced by `parkSlug`. */
export type ParkStaff = Member & { kind: "park"; parkSlug: string };
/** City or province staff: fenced by `regionCode`; the province's code covers all. */
export type AuthorityStaff = Member & { kind: "authority"; level: "city" | "province"; regionCode: string };
export type ProvinceStaff = AuthorityStaff & { level: "province" };
export type Administrator = Person & { kind: "administrator" };

export type Actor = EnterpriseMember | ProviderMember | Expert | ParkStaff | AuthorityStaff | Administrator;

/** The organisation an actor speaks for; administrators speak for none. */
export function organisationOf(actor: Actor): string | null {
  return actor.kind === "administrator" ? null : actor.organisationId;
}
