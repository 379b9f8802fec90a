import { asc, eq, sql } from "drizzle-orm";
import { preparedOnce } from "#db/prepared.server";
import { expert, membership, organisation } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import type { MemberRole, OrganisationKind } from "#db/vocabulary/identity";

export type Belonging = {
  organisationId: string;
  organisationName: string;
  kind: OrganisationKind;
  role: MemberRole;
  parkSlug: string | null;
  regionCode: string;
};

export type Standing = {
  belongings: Belonging[];
  expertFor: { organisationId: string; organisationName: string } | null;
};

const belongingsOf = preparedOnce((db) =>
  db
    .select({
      organisationId: organisation.id,
      organisationName: organisation.name,
      kind: organisation.kind,
      role: membership.role,
      parkSlug: organisation.parkSlug,
      regionCode: organisation.regionCode,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.userId, sql.placeholder("userId")))
    .orderBy(asc(membership.createdAt), asc(organisation.id))
    .prepare(),
);

const expertOf = preparedOnce((db) =>
  db
    .select({ organisationId: organisation.id, organisationName: organisation.name, isActive: expert.isActive })
    .from(expert)
    .innerJoin(organisation, eq(organisation.id, expert.organisationId))
    .where(eq(expert.userId, sql.placeholder("userId")))
    .prepare(),
);

/** Where a user belongs, oldest membership first, and whether the user is an active diagnosis expert. */
export async function standingOf(db: Reader, userId: string): Promise<Standing> {
  const belongings = await belongingsOf(db).execute({ userId });
  const found = await one(expertOf(db).execute({ userId }));
  const expertFor = found?.isActive
    ? { organisationId: found.organisationId, organisationName: found.organisationName }
    : null;
  return { belongings, expertFor };
}
