/** Computes the figures defined in figures.ts from the records. Each is at most ten minutes old, mostly one. */
import { and, count, countDistinct, eq, exists, gte, inArray, isNotNull, isNull, ne, or, sum } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { provider, solution } from "#db/schema/catalogue.server";
import { event } from "#db/schema/events.server";
import { organisation } from "#db/schema/identity.server";
import { project } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import { confirmedBefore, provinceDay } from "~/domain/catalogue/freshness";
import { isLive } from "~/domain/catalogue/published-rows.server";
import { begunProjectStatuses } from "#db/vocabulary/projects";
import { regionLineage } from "../scenarios/places";
import { referenceOf } from "../scenarios/reference.server";
import { shown, shownParts, type Figures } from "./figures";
import { keptFor } from "./kept.server";

const diagnosed = and(eq(assessment.source, "on_site"), isNotNull(assessment.finishedAt));
const begun = inArray(project.status, [...begunProjectStatuses]);
const heldSession = and(eq(event.status, "held"), eq(event.kind, "park_session"));

/** The programme's figures for everyone. */
export const publicFigures = keptFor(async (db: Reader): Promise<Figures> => {
  const [enterprises] = await db
    .select({ n: countDistinct(assessment.enterpriseId) })
    .from(assessment)
    .where(diagnosed);
  const [retrofitted] = await db
    .select({ n: countDistinct(project.enterpriseId) })
    .from(project)
    .where(begun);
  const [sessions] = await db
    .select({ n: count(), parks: countDistinct(event.parkSlug) })
    .from(event)
    .where(heldSession);
  const [others] = await db
    .select({ n: count(), people: sum(event.participants).mapWith(Number) })
    .from(event)
    .where(and(eq(event.status, "held"), ne(event.kind, "park_session")));
  return {
    enterprises_diagnosed: shown(enterprises?.n ?? 0),
    enterprises_retrofitted: shown(retrofitted?.n ?? 0),
    providers: await db.$count(provider, eq(provider.status, "open")),
    solutions: await liveSolutions(db),
    park_sessions: sessions?.n ?? 0,
    parks_covered: sessions?.parks ?? 0,
    events: others?.n ?? 0,
    participants: others?.people ?? 0,
  };
});

/** Those that lists show. */
async function liveSolutions(db: Reader): Promise<number> {
  const hiddenBefore = confirmedBefore("hidden", provinceDay(Date.now()));
  const [live] = await db
    .select({ n: count() })
    .from(solution)
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .where(and(isLive, or(isNull(solution.confirmedAt), gte(solution.confirmedAt, hiddenBefore))));
  return live?.n ?? 0;
}

export type ParkFigures = {
  enterprises_diagnosed: number | null;
  enterprises_retrofitted: number | null;
  /** Open providers whose home park it is. */
  providers: number;
  park_sessions: number;
};

/** Figures of every park that has any, by slug. Counts of enterprises under five are null. */
export const figuresByPark = keptFor(async (db: Reader): Promise<ReadonlyMap<string, ParkFigures>> => {
  const byPark = new Map<string, ParkFigures>();
  const at = (slug: string | null): ParkFigures => {
    const found = byPark.get(slug ?? "") ?? noParkFigures();
    byPark.set(slug ?? "", found);
    return found;
  };
  for (const row of await diagnosedByPlace(db)) {
    const figures = at(row.parkSlug);
    figures.enterprises_diagnosed = (figures.enterprises_diagnosed ?? 0) + row.n;
  }
  const retrofits = await db
    .select({ slug: project.parkSlug, n: countDistinct(project.enterpriseId) })
    .from(project)
    .where(begun)
    .groupBy(project.parkSlug);
  for (const row of retrofits) at(row.slug).enterprises_retrofitted = row.n;
  const providers = await db
    .select({ slug: organisation.parkSlug, n: count() })
    .from(provider)
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(eq(provider.status, "open"))
    .groupBy(organisation.parkSlug);
  for (const row of providers) at(row.slug).providers = row.n;
  const sessions = await db
    .select({ slug: event.parkSlug, n: count() })
    .from(event)
    .where(heldSession)
    .groupBy(event.parkSlug);
  for (const row of sessions) at(row.slug).park_sessions = row.n;
  byPark.delete("");
  for (const figures of byPark.values()) {
    figures.enterprises_diagnosed = shown(figures.enterprises_diagnosed ?? 0);
    figures.enterprises_retrofitted = shown(figures.enterprises_retrofitted ?? 0);
  }
  return byPark;
});

/** What a park shows of which nothing is recorded. */
export function noParkFigures(): ParkFigures {
  return { enterprises_diagnosed: null, enterprises_retrofitted: null, providers: 0, park_sessions: 0 };
}

export type PrefectureFigures = {
  code: string;
  enterprises_diagnosed: number | null;
  enterprises_retrofitted: number | null;
  park_sessions: number;
};

/** One row for each prefecture, in their order; parts of the programme's totals, so a lone small count hides a second one. */
export const figuresByPrefecture = keptFor(async (db: Reader): Promise<PrefectureFigures[]> => {
  const reference = await referenceOf(db);
  const prefectureOf = (code: string) =>
    regionLineage(reference, code).find((region) => region.level === "prefecture")?.code;
  const totals = {
    diagnosed: new Map<string, number>(),
    retrofitted: new Map<string, number>(),
    sessions: new Map<string, number>(),
  };
  const add = (to: Map<string, number>, region: string, n: number) => {
    const code = prefectureOf(region);
    if (code) to.set(code, (to.get(code) ?? 0) + n);
  };
  for (const row of await diagnosedByPlace(db)) add(totals.diagnosed, row.regionCode, row.n);
  const retrofits = await db
    .select({ region: organisation.regionCode, n: countDistinct(project.enterpriseId) })
    .from(project)
    .innerJoin(organisation, eq(organisation.id, project.enterpriseId))
    .where(begun)
    .groupBy(organisation.regionCode);
  for (const row of retrofits) add(totals.retrofitted, row.region, row.n);
  const sessions = await db
    .select({ region: event.regionCode, n: count() })
    .from(event)
    .where(heldSession)
    .groupBy(event.regionCode);
  for (const row of sessions) add(totals.sessions, row.region, row.n);
  const codes = [...reference.regions.values()]
    .filter((region) => region.level === "prefecture")
    .map((region) => region.code);
  const diagnosedParts = shownParts(codes.map((code) => totals.diagnosed.get(code) ?? 0));
  const retrofittedParts = shownParts(codes.map((code) => totals.retrofitted.get(code) ?? 0));
  return codes.map((code, index) => ({
    code,
    enterprises_diagnosed: diagnosedParts[index] ?? null,
    enterprises_retrofitted: retrofittedParts[index] ?? null,
    park_sessions: totals.sessions.get(code) ?? 0,
  }));
});

/** Diagnosed enterprises by park and region: a few hundred rows, shared by the figures of parks and prefectures. */
const diagnosedByPlace = keptFor(async (db: Reader) =>
  db
    .select({ parkSlug: organisation.parkSlug, regionCode: organisation.regionCode, n: count() })
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, "enterprise"),
        exists(
          db
            .select({ id: assessment.id })
            .from(assessment)
            .where(and(eq(assessment.enterpriseId, organisation.id), diagnosed)),
        ),
      ),
    )
    .groupBy(organisation.parkSlug, organisation.regionCode),
);
