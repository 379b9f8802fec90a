/** What the public reads of a provider's or a solution's ratings. */
import { desc, eq } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise, organisation } from "#db/schema/identity.server";
import { rating } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import { divisionOf } from "~/domain/scenarios/industries";
import type { Reference } from "~/domain/scenarios/reference";
import { regionLineage } from "~/domain/scenarios/places";
import { meansOf, type PublicRatings, type ShownRating } from "./public-ratings";

const SHOWN = 20;

/** Null when nobody has rated yet. Names no enterprise. */
export async function publicRatings(
  db: Reader,
  reference: Reference,
  about: { solutionId: string } | { providerId: string },
): Promise<PublicRatings | null> {
  const isAbout =
    "solutionId" in about ? eq(rating.solutionId, about.solutionId) : eq(rating.providerId, about.providerId);
  const rows = await db
    .select({
      rating,
      industryCode: enterprise.industryCode,
      regionCode: organisation.regionCode,
      ...{ slug: solution.slug, status: solution.status, title: solutionVersion.title },
    })
    .from(rating)
    .innerJoin(organisation, eq(organisation.id, rating.enterpriseId))
    .innerJoin(enterprise, eq(enterprise.organisationId, rating.enterpriseId))
    .innerJoin(solution, eq(solution.id, rating.solutionId))
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(isAbout)
    .orderBy(desc(rating.at), desc(rating.projectId));
  if (rows.length === 0) return null;
  return {
    count: rows.length,
    means: meansOf(rows.map(({ rating: said }) => said)),
    shown: rows.slice(0, SHOWN).map((row) => shownOf(reference, row)),
  };
}

type Row = {
  rating: typeof rating.$inferSelect;
  industryCode: string;
  regionCode: string;
  slug: string;
  status: string;
  title: string;
};

function shownOf(reference: Reference, { rating: said, industryCode, regionCode, ...about }: Row): ShownRating {
  const { fit, schedule, service, benefit, text, at, answer, answeredAt } = said;
  const division = divisionOf(reference, industryCode);
  return {
    ...{ fit, schedule, service, benefit, text, at, answer, answeredAt },
    industry: division ? namesOf(division) : null,
    city: cityOf(reference, regionCode),
    solution: { title: about.title, slug: about.status === "published" ? about.slug : null },
  };
}

/** The city above a county: naming the county could name the enterprise. */
function cityOf(reference: Reference, regionCode: string) {
  const city = regionLineage(reference, regionCode).find(({ level }) => level === "prefecture");
  return city ? namesOf(city) : null;
}

function namesOf({ nameZh, nameEn }: { nameZh: string; nameEn: string }) {
  return { nameZh, nameEn };
}
