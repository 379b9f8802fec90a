/** The two parties of a case as its pages name them. */
import { eq } from "drizzle-orm";
import { enterprise, expert, organisation, user } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";

export type ShownEnterprise = {
  name: string;
  creditCode: string | null;
  regionCode: string;
  industryCode: string | null;
  employees: number | null;
  revenueWan: number | null;
};

export type ShownExpert = { userId: string; name: string; title: string; organisationName: string };

/** The enterprise of a case, which the caller has read as its actor; null when there is none. */
export function enterpriseOf(db: Reader, id: string): Promise<ShownEnterprise | null> {
  return one(
    db
      .select({
        name: organisation.name,
        creditCode: organisation.creditCode,
        regionCode: organisation.regionCode,
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
  return one(
    db
      .select({ userId: user.id, name: user.name, title: expert.title, organisationName: organisation.name })
      .from(expert)
      .innerJoin(user, eq(user.id, expert.userId))
      .innerJoin(organisation, eq(organisation.id, expert.organisationId))
      .where(eq(expert.userId, userId)),
  );
}
