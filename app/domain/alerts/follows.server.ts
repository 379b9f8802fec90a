/** Parks, scenarios and industries a person follows. */
import { and, asc, count, eq } from "drizzle-orm";
import { follow } from "#db/schema/alerts.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { parksByRegion, parksReached } from "~/domain/catalogue/reach";
import { servesIndustry } from "~/domain/catalogue/facet-columns";
import type { PublishedSolution } from "~/domain/catalogue/published.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { followedAs, type Followed } from "./alert-form";
import { dropWaiting } from "./settings.server";

export const MOST_FOLLOWED = 100;

/**
 * Follows a park, scenario or industry; again changes nothing. Refuses what does not exist, and more than MOST_FOLLOWED.
 * Writes follow.
 */
export async function followThing(
  tx: Writer,
  userId: string,
  what: Followed,
  at = Date.now(),
): Promise<Outcome<undefined, "unknown" | "full">> {
  if (!namesOf(await referenceOf(tx), what)) return refused("unknown");
  if (await one(tx.select({ key: follow.key }).from(follow).where(isSame(userId, what)))) return done();
  const followed = await one(tx.select({ all: count() }).from(follow).where(eq(follow.userId, userId)));
  if ((followed?.all ?? 0) >= MOST_FOLLOWED) return refused("full");
  await tx
    .insert(follow)
    .values({ userId, ...what, createdAt: at })
    .onConflictDoNothing();
  return done();
}

/** Follows it no longer; what waits to be told for it is dropped. Writes follow and alert_item. */
export async function unfollow(tx: Writer, userId: string, what: Followed): Promise<void> {
  await tx.delete(follow).where(isSame(userId, what));
  await dropWaiting(tx, userId, { kind: "follow", reason: followedAs(what) });
}

/** What a person follows, first followed first. */
export async function followsOf(db: Reader, userId: string): Promise<Followed[]> {
  return db
    .select({ kind: follow.kind, key: follow.key })
    .from(follow)
    .where(eq(follow.userId, userId))
    .orderBy(asc(follow.createdAt), asc(follow.kind), asc(follow.key));
}

/** Its names in both languages; null for what is not there, and for examples of scenarios, which nobody lists. */
export function namesOf({ parks, scenarios, industries }: Reference, { kind, key }: Followed) {
  const scenario = kind === "scenario" ? scenarios.get(key) : undefined;
  const found = kind === "park" ? parks.get(key) : kind === "industry" ? industries.get(key) : scenario;
  if (!found || scenario?.kind === "example") return null;
  return { nameZh: found.nameZh, nameEn: found.nameEn };
}

/**
 * The follows a listing answers: parks it names or that lie in a region it names, its scenarios, and industries it names,
 * that hold them or lie in them. What is offered everywhere or to every industry answers no park and no industry: followers
 * would be told of half the catalogue.
 */
export function followsAnswered(
  { parks, regions, scenarios, industries }: Pick<PublishedSolution, "parks" | "regions" | "scenarios" | "industries">,
  reference: Reference,
): ReadonlySet<string> {
  const specific = industries.filter((code) => code.length > 1);
  const codes = [...reference.industries.keys()].filter((code) => code.length > 1 && servesIndustry(specific, code));
  return new Set([
    ...parksReached({ parks, regions }, parksOf(reference)).map((key) => followedAs({ kind: "park", key })),
    ...scenarios.map((key) => followedAs({ kind: "scenario", key })),
    ...(specific.length > 0 ? codes : []).map((key) => followedAs({ kind: "industry", key })),
  ]);
}

const keptParks = new WeakMap<Reference, ReadonlyMap<string, readonly string[]>>();

function parksOf(reference: Reference): ReadonlyMap<string, readonly string[]> {
  const known = keptParks.get(reference) ?? parksByRegion(reference);
  keptParks.set(reference, known);
  return known;
}

function isSame(userId: string, { kind, key }: Followed) {
  return and(eq(follow.userId, userId), eq(follow.kind, kind), eq(follow.key, key));
}
