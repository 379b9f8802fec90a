/** Whom a moderator may see: a park its own providers, a city those of its parks, the province all. */
import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import { provider, solution } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { park } from "#db/schema/scenarios.server";
import { one, type Reader } from "#db/store.server";
import type { AuthorityStaff, ParkStaff } from "~/domain/identity/actor";

export type Moderator = ParkStaff | AuthorityStaff;

/** A condition on the provider's row of `organisation`. */
export function isWithinFence(db: Reader, moderator: Moderator): SQL {
  if (moderator.kind === "park") return eq(organisation.parkSlug, moderator.parkSlug);
  if (moderator.level === "province") return sql`1`;
  const ownParks = db.select({ slug: park.slug }).from(park).where(eq(park.prefectureCode, moderator.regionCode));
  return inArray(organisation.parkSlug, ownParks);
}

/** A provider with its organisation when this moderator may see it, else null. */
export async function fencedProvider(db: Reader, moderator: Moderator, id: string) {
  return one(
    db
      .select({ provider, organisation })
      .from(provider)
      .innerJoin(organisation, eq(organisation.id, provider.organisationId))
      .where(and(eq(provider.organisationId, id), isWithinFence(db, moderator))),
  );
}

/** A solution with its provider when this moderator may see it, else null. */
export async function fencedSolution(db: Reader, moderator: Moderator, id: string) {
  return one(
    db
      .select({ solution, provider, organisation })
      .from(solution)
      .innerJoin(provider, eq(provider.organisationId, solution.providerId))
      .innerJoin(organisation, eq(organisation.id, solution.providerId))
      .where(and(eq(solution.id, id), isWithinFence(db, moderator))),
  );
}
