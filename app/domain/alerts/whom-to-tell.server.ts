/** Whom a new or changed solution concerns: followers, saved searches, enterprises with an open recommendation. */
import { and, eq, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { alertSetting, follow } from "#db/schema/alerts.server";
import { savedSearch } from "#db/schema/catalogue.server";
import { membership, user } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { AlertKind } from "#db/vocabulary/notices";
import type { PublishedSolution } from "~/domain/catalogue/published.server";
import { searchesAnswered } from "~/domain/catalogue/searches-answered.server";
import { recommendationsFitted } from "~/domain/matching/open-recommendations.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { followedAs } from "./alert-form";
import { followsAnswered } from "./follows.server";

export type Concern = { userId: string; kind: AlertKind; reason: string };

/**
 * Who is to be told of a live solution, once for each reason; `newSince` is when what it says became public: who began to
 * follow or to search later has seen it. People who want nothing and disabled accounts are left out. Reads only.
 */
export async function whomToTell(
  db: Reader,
  solution: PublishedSolution,
  { newSince, day }: { newSince: number; day: string },
): Promise<Concern[]> {
  return [
    ...(await followers(db, solution, newSince)),
    ...(await searchers(db, solution, newSince)),
    ...(await seekers(db, solution, newSince, day)),
  ];
}

async function followers(db: Reader, solution: PublishedSolution, newSince: number): Promise<Concern[]> {
  const answered = followsAnswered(solution, await referenceOf(db));
  const keys = [...answered].map((each) => each.slice(each.indexOf(":") + 1));
  const rows = await db
    .select({ userId: follow.userId, kind: follow.kind, key: follow.key })
    .from(follow)
    .innerJoin(user, eq(user.id, follow.userId))
    .leftJoin(alertSetting, eq(alertSetting.userId, follow.userId))
    .where(and(inArray(follow.key, keys), lte(follow.createdAt, newSince), isToBeTold));
  return rows
    .map(({ userId, ...what }) => ({ userId, kind: "follow" as const, reason: followedAs(what) }))
    .filter(({ reason }) => answered.has(reason));
}

async function searchers(db: Reader, solution: PublishedSolution, newSince: number): Promise<Concern[]> {
  const rows = await db
    .select({ id: savedSearch.id, userId: savedSearch.userId, query: savedSearch.query })
    .from(savedSearch)
    .innerJoin(user, eq(user.id, savedSearch.userId))
    .leftJoin(alertSetting, eq(alertSetting.userId, savedSearch.userId))
    .where(and(eq(savedSearch.isAlert, true), lte(savedSearch.createdAt, newSince), isToBeTold));
  const answered = await searchesAnswered(db, solution, rows);
  return answered.map(({ id, userId }) => ({ userId, kind: "search", reason: id }));
}

/** All members of each enterprise. */
async function seekers(db: Reader, solution: PublishedSolution, newSince: number, day: string): Promise<Concern[]> {
  const fitting = await recommendationsFitted(db, solution, { newSince, day });
  const members = await membersOf(db, [...new Set(fitting.map(({ enterpriseId }) => enterpriseId))]);
  return fitting.flatMap(({ recommendationId, enterpriseId }) =>
    (members.get(enterpriseId) ?? []).map((userId) => ({
      ...{ userId, kind: "recommendation" as const, reason: recommendationId },
    })),
  );
}

async function membersOf(db: Reader, organisationIds: string[]): Promise<Map<string, string[]>> {
  const members = new Map<string, string[]>();
  if (organisationIds.length === 0) return members;
  const rows = await db
    .select({ userId: membership.userId, organisationId: membership.organisationId })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .leftJoin(alertSetting, eq(alertSetting.userId, membership.userId))
    .where(and(inArray(membership.organisationId, organisationIds), isToBeTold));
  for (const { userId, organisationId } of rows) {
    members.set(organisationId, [...(members.get(organisationId) ?? []), userId]);
  }
  return members;
}

const isToBeTold = and(isNull(user.disabledAt), or(isNull(alertSetting.cadence), ne(alertSetting.cadence, "never")));
