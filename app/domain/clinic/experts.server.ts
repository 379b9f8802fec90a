/** Experts who may be sent to cases: whom they know, how busy they are, how far they live, to whom they are tied. */
import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { diagnosis } from "#db/schema/clinic.server";
import { enterprise, expert, organisation, user } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import type { AuthorityStaff, ParkStaff } from "~/domain/identity/actor";
import { industryCovers } from "~/domain/scenarios/industries";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Named } from "./case-names.server";
import { distanceOf, distances, nearest, type Distance } from "./distance";
import { fence } from "./moves.server";
import { tiedIds, tiesByExpert } from "./ties.server";

export type SendableExpert = {
  userId: string;
  name: string;
  title: string;
  organisationName: string;
  /** Empty: all of manufacturing. */
  industries: Named[];
  /** Of how many of the cases the expert knows the industry. */
  known: number;
  openCases: number;
  /** From the expert's employer to the park, or to the enterprise when that is nearer. */
  distance: Distance;
  /** Names of the organisations the expert is tied to, the employer included when it lists solutions. */
  tiedTo: string[];
  /** Tied to an enterprise that asked, also by a past contract: somebody else should go. */
  isTiedToEnterprise: boolean;
};

/**
 * Active experts with an open account who visit the park of these cases, all of one park: those who know more of the
 * enterprises' industries first, then the nearest, then those with the fewest open cases. Null when one of the cases is not
 * there for this reader, or they lie in several parks.
 */
export async function expertsFor(
  db: Reader,
  staff: ParkStaff | AuthorityStaff,
  caseIds: readonly string[],
): Promise<SendableExpert[] | null> {
  const asking = await askingFor(db, staff, caseIds);
  const [first] = asking;
  if (!first || asking.length !== caseIds.length || asking.some(({ parkSlug }) => parkSlug !== first.parkSlug))
    return null;
  const reference = await referenceOf(db);
  const regionCode = reference.parks.get(first.parkSlug)?.regionCode ?? first.regionCode;
  const park = { parkSlug: first.parkSlug, regionCode };
  const rows = (await activeExperts(db)).filter((row) => row.parks.length === 0 || row.parks.includes(park.parkSlug));
  const enterpriseIds = asking.map(({ enterpriseId }) => enterpriseId);
  const ids = rows.map(({ userId }) => userId);
  const [openCases, ties] = await Promise.all([openCasesByExpert(db), tiesByExpert(db, ids, enterpriseIds)]);
  const providers = await providersAmong(db, [...ties.values()].flatMap(tiedIds));
  return rows
    .map(({ parks: _parks, employerPark, employerRegion, ...person }) => {
      const own = ties.get(person.userId) ?? [];
      const employer = { parkSlug: employerPark, regionCode: employerRegion };
      return {
        ...person,
        industries: person.industries.flatMap((code) => namedIndustry(reference, code)),
        known: asking.filter(({ industryCode }) => industryCovers(person.industries, industryCode ?? "")).length,
        openCases: openCases.get(person.userId) ?? 0,
        distance: nearest([park, ...asking].map((place) => distanceOf(place, employer))),
        tiedTo: own.filter(({ organisationId }) => providers.has(organisationId)).map(({ name }) => name),
        isTiedToEnterprise: own.some(({ organisationId }) => enterpriseIds.includes(organisationId)),
      };
    })
    .sort(
      (a, b) =>
        b.known - a.known ||
        distanceOrder(a) - distanceOrder(b) ||
        a.openCases - b.openCases ||
        a.userId.localeCompare(b.userId),
    );
}

function namedIndustry({ industries }: Reference, code: string): Named[] {
  const found = industries.get(code);
  return found ? [{ nameZh: found.nameZh, nameEn: found.nameEn }] : [];
}

function distanceOrder({ distance }: { distance: Distance }): number {
  return distances.indexOf(distance);
}

/** The enterprises of these cases, as far as the reader may see them. */
function askingFor(db: Reader, staff: ParkStaff | AuthorityStaff, caseIds: readonly string[]) {
  return db
    .select({
      enterpriseId: diagnosis.enterpriseId,
      parkSlug: diagnosis.parkSlug,
      regionCode: organisation.regionCode,
      industryCode: enterprise.industryCode,
    })
    .from(diagnosis)
    .innerJoin(organisation, eq(organisation.id, diagnosis.enterpriseId))
    .leftJoin(enterprise, eq(enterprise.organisationId, diagnosis.enterpriseId))
    .where(and(inArray(diagnosis.id, [...caseIds]), fence(staff)));
}

function activeExperts(db: Reader) {
  return db
    .select({
      userId: expert.userId,
      name: user.name,
      title: expert.title,
      organisationName: organisation.name,
      employerPark: organisation.parkSlug,
      employerRegion: organisation.regionCode,
      industries: expert.industries,
      parks: expert.parks,
    })
    .from(expert)
    .innerJoin(user, eq(user.id, expert.userId))
    .innerJoin(organisation, eq(organisation.id, expert.organisationId))
    .where(and(eq(expert.isActive, true), isNull(user.disabledAt)));
}

async function openCasesByExpert(db: Reader): Promise<Map<string | null, number>> {
  const rows = await db
    .select({ userId: diagnosis.expertUserId, open: count() })
    .from(diagnosis)
    .where(inArray(diagnosis.status, ["assigned", "scheduled", "on_site", "report_draft"]))
    .groupBy(diagnosis.expertUserId);
  return new Map(rows.map(({ userId, open }) => [userId, open]));
}

/** A promotion centre sells nothing: only organisations that list solutions are ties worth showing. */
async function providersAmong(db: Reader, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const isListed = and(eq(organisation.kind, "provider"), inArray(organisation.id, [...new Set(ids)]));
  const rows = await db.select({ id: organisation.id }).from(organisation).where(isListed);
  return new Set(rows.map(({ id }) => id));
}
