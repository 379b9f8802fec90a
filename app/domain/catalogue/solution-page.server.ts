/** What a reader sees of one live solution. */
import { and, count, eq } from "drizzle-orm";
import { provider, solutionVersion } from "#db/schema/catalogue.server";
import { enterprise, organisation } from "#db/schema/identity.server";
import { project } from "#db/schema/projects.server";
import { one, type Reader } from "#db/store.server";
import { publishedCatalogue, type PublishedSolution } from "./published.server";

const RELATED = 4;
/** More columns than these nobody can compare. */
export const MOST_COMPARED = 4;
/** C36 of C3670. */
const DIVISION_LENGTH = 3;

/**
 * A live solution by its address, with all of its current version, its provider's card, the industries in which projects
 * with it were accepted, and others to look at. Null when it is not live: not published, or its provider not open. One that
 * no list shows, because nobody confirmed it for long, still has its page.
 */
export async function publishedSolution(db: Reader, slug: string) {
  const { bySlug, hidden, solutions } = await publishedCatalogue(db);
  const listed = bySlug.get(slug) ?? hidden.get(slug);
  if (!listed) return null;
  const version = await one(db.select().from(solutionVersion).where(eq(solutionVersion.id, listed.versionId)));
  const card = await providerCard(db, listed.providerId);
  if (!version || !card) return null;
  return {
    listed,
    version,
    provider: { ...card, solutions: solutions.filter(({ providerId }) => providerId === listed.providerId).length },
    acceptedDivisions: await acceptedDivisions(db, listed.id),
    related: relatedTo(listed, solutions),
  };
}

export type SolutionPage = NonNullable<Awaited<ReturnType<typeof publishedSolution>>>;

/** Up to four live solutions in the order asked for, with their versions; the live ones that are too many, and unknown slugs. */
export async function comparedSolutions(db: Reader, slugs: readonly string[]) {
  const { bySlug } = await publishedCatalogue(db);
  const wanted = [...new Set(slugs)];
  const live = wanted.flatMap((slug) => bySlug.get(slug) ?? []);
  const compared = [];
  for (const listed of live.slice(0, MOST_COMPARED)) {
    const version = await one(db.select().from(solutionVersion).where(eq(solutionVersion.id, listed.versionId)));
    if (version) compared.push({ listed, version });
  }
  return { compared, tooMany: live.slice(MOST_COMPARED), unknown: wanted.filter((slug) => !bySlug.has(slug)) };
}

async function providerCard(db: Reader, id: string) {
  return one(
    db
      .select({
        slug: provider.slug,
        name: organisation.name,
        type: provider.type,
        summary: provider.summary,
        website: provider.website,
        foundedOn: provider.foundedOn,
        staff: provider.staff,
        certificates: provider.certificates,
        localOffice: provider.localOffice,
        regionCode: organisation.regionCode,
        parkSlug: organisation.parkSlug,
      })
      .from(provider)
      .innerJoin(organisation, eq(organisation.id, provider.organisationId))
      .where(eq(provider.organisationId, id)),
  );
}

/** Divisions of the enterprises whose projects with it were accepted, most projects first; never which enterprise. */
async function acceptedDivisions(db: Reader, solutionId: string): Promise<string[]> {
  const rows = await db
    .select({ code: enterprise.industryCode, projects: count() })
    .from(project)
    .innerJoin(enterprise, eq(enterprise.organisationId, project.enterpriseId))
    .where(and(eq(project.solutionId, solutionId), eq(project.status, "accepted")))
    .groupBy(enterprise.industryCode);
  const projectsIn = new Map<string, number>();
  for (const { code, projects } of rows) {
    const division = code.slice(0, DIVISION_LENGTH);
    projectsIn.set(division, (projectsIn.get(division) ?? 0) + projects);
  }
  return [...projectsIn].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
}

/** Other live solutions for the same scenarios: most in common first, then other providers', then quality. */
function relatedTo(to: PublishedSolution, solutions: readonly PublishedSolution[]): PublishedSolution[] {
  const inCommon = (each: PublishedSolution) => each.scenarios.filter((key) => to.scenarios.includes(key)).length;
  const isOwn = (each: PublishedSolution) => Number(each.providerId === to.providerId);
  return solutions
    .filter((each) => each.id !== to.id && inCommon(each) > 0)
    .map((each) => ({ each, common: inCommon(each) }))
    .sort(
      (a, b) =>
        b.common - a.common ||
        isOwn(a.each) - isOwn(b.each) ||
        b.each.quality - a.each.quality ||
        b.each.no - a.each.no,
    )
    .slice(0, RELATED)
    .map(({ each }) => each);
}
