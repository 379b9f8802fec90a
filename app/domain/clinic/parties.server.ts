/** The two parties of a case as its pages name them. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { enterprise, expert, membership, organisation, user } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";

export type ShownEnterprise = {
  name: string;
  creditCode: string | null;
  regionCode: string;
  parkSlug: string | null;
  industryCode: string | null;
  employees: number | null;
  revenueWan: number | null;
};

export type ShownExpert = {
  userId: string;
  name: string;
  title: string;
  organisationName: string;
  /** False once the account was closed or the expert is no longer active: somebody else must be sent. */
  isAvailable: boolean;
};

/** Whom to speak to; a number or an address is null when there is none. */
export type Contact = { name: string; phone: string | null; email: string | null };

/** The enterprise of a case, which the caller has read as its actor; null when there is none. */
export function enterpriseOf(db: Reader, id: string): Promise<ShownEnterprise | null> {
  return one(
    db
      .select({
        name: organisation.name,
        creditCode: organisation.creditCode,
        regionCode: organisation.regionCode,
        parkSlug: organisation.parkSlug,
        industryCode: enterprise.industryCode,
        employees: enterprise.employees,
        revenueWan: enterprise.revenueWan,
      })
      .from(organisation)
      .leftJoin(enterprise, eq(enterprise.organisationId, organisation.id))
      .where(eq(organisation.id, id)),
  );
}

/** Null as long as nobody is sent. */
export async function expertOf(db: Reader, userId: string | null): Promise<ShownExpert | null> {
  if (userId === null) return null;
  const found = await one(
    db
      .select({
        userId: user.id,
        name: user.name,
        title: expert.title,
        organisationName: organisation.name,
        isActive: expert.isActive,
        disabledAt: user.disabledAt,
      })
      .from(expert)
      .innerJoin(user, eq(user.id, expert.userId))
      .innerJoin(organisation, eq(organisation.id, expert.organisationId))
      .where(eq(expert.userId, userId)),
  );
  if (!found) return null;
  const { isActive, disabledAt, ...shown } = found;
  return { ...shown, isAvailable: isActive && disabledAt === null };
}

/** The person in charge of a park's committee, or null when nobody has an open account there. */
export function parkContact(db: Reader, parkSlug: string): Promise<Contact | null> {
  const isTheirs = and(
    eq(organisation.kind, "park_committee"),
    eq(organisation.parkSlug, parkSlug),
    isNull(user.disabledAt),
  );
  return one(
    db
      .select({ name: user.name, phone: user.mobile, email: user.email })
      .from(membership)
      .innerJoin(organisation, eq(organisation.id, membership.organisationId))
      .innerJoin(user, eq(user.id, membership.userId))
      .where(isTheirs)
      .orderBy(desc(eq(membership.role, "owner")), asc(membership.createdAt))
      .limit(1),
  );
}

/** How to reach the expert of a case. */
export async function expertContact(db: Reader, userId: string | null): Promise<Contact | null> {
  if (userId === null) return null;
  const isThem = and(eq(user.id, userId), isNull(user.disabledAt));
  return one(db.select({ name: user.name, phone: user.mobile, email: user.email }).from(user).where(isThem));
}
