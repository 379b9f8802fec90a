/** Experts a park may send to a case. */
import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { diagnosis } from "#db/schema/clinic.server";
import { enterprise, expert, organisation, user } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import type { ParkStaff } from "~/domain/identity/actor";
import { industryCovers } from "~/domain/scenarios/industries";
import { diagnosisFor } from "./moves.server";

export type SendableExpert = {
  userId: string;
  name: string;
  title: string;
  organisationName: string;
  /** GB/T 4754 codes; empty: all of manufacturing. */
  industries: string[];
  knowsIndustry: boolean;
  openCases: number;
  /** Names of the organisations the expert is tied to, the employer included when it lists solutions. */
  tiedTo: string[];
};

/**
 * Active experts with an open account who visit this park, those who know the enterprise's industry first, then those with the fewest open cases.
 * Null when the case is not there for this park.
 */
export async function expertsFor(db: Reader, staff: ParkStaff, diagnosisId: string): Promise<SendableExpert[] | null> {
  const about = await diagnosisFor(db, staff, diagnosisId);
  if (!about) return null;
  const isOurs = eq(enterprise.organisationId, about.enterpriseId);
  const asking = await one(db.select({ industryCode: enterprise.industryCode }).from(enterprise).where(isOurs));
  const rows = (await activeExperts(db)).filter(({ parks }) => parks.length === 0 || parks.includes(staff.parkSlug));
  const [openCases, providerNames] = await Promise.all([
    openCasesByExpert(db),
    namesOfProviders(db, rows.flatMap(tiesIn)),
  ]);
  return rows
    .map(({ parks: _parks, ties, organisationId, ...person }) => ({
      ...person,
      knowsIndustry: asking !== null && industryCovers(person.industries, asking.industryCode),
      openCases: openCases.get(person.userId) ?? 0,
      tiedTo: tiesIn({ ties, organisationId }).flatMap((id) => providerNames.get(id) ?? []),
    }))
    .sort(
      (a, b) =>
        Number(b.knowsIndustry) - Number(a.knowsIndustry) ||
        a.openCases - b.openCases ||
        a.userId.localeCompare(b.userId),
    );
}

function activeExperts(db: Reader) {
  return db
    .select({
      userId: expert.userId,
      name: user.name,
      title: expert.title,
      organisationId: expert.organisationId,
      organisationName: organisation.name,
      industries: expert.industries,
      parks: expert.parks,
      ties: expert.ties,
    })
    .from(expert)
    .innerJoin(user, eq(user.id, expert.userId))
    .innerJoin(organisation, eq(organisation.id, expert.organisationId))
    .where(and(eq(expert.isActive, true), isNull(user.disabledAt)));
}

function tiesIn({ ties, organisationId }: { ties: string[]; organisationId: string }): string[] {
  return [...new Set([organisationId, ...ties])];
}

async function openCasesByExpert(db: Reader): Promise<Map<string | null, number>> {
  const rows = await db
    .select({ userId: diagnosis.expertUserId, open: count() })
    .from(diagnosis)
    .where(inArray(diagnosis.status, ["assigned", "scheduled", "on_site", "report_draft"]))
    .groupBy(diagnosis.expertUserId);
  return new Map(rows.map(({ userId, open }) => [userId, open]));
}

async function namesOfProviders(db: Reader, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const isTied = and(eq(organisation.kind, "provider"), inArray(organisation.id, [...new Set(ids)]));
  const rows = await db.select({ id: organisation.id, name: organisation.name }).from(organisation).where(isTied);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
