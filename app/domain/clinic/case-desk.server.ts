/** A desk's page: one part of its list, the counts of its views, and what it can be narrowed by. */
import { and, eq, isNotNull } from "drizzle-orm";
import { diagnosis } from "#db/schema/clinic.server";
import { expert, user } from "#db/schema/identity.server";
import type { Reader } from "#db/store.server";
import { divisionsOf } from "~/domain/scenarios/industries";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Reference } from "~/domain/scenarios/reference";
import { facetCounts, narrowTo } from "./case-facets";
import { countByStatus, endedCases, pageOfOpen, type CaseFilter, type CasePage } from "./case-lists.server";
import type { Named } from "./case-names.server";
import type { CaseFacet, CaseQuery } from "./case-query";
import { endedStatuses } from "./diagnosis-status";
import { duplicatesOf, type Earlier } from "./duplicates.server";
import { fence, type CaseActor } from "./moves.server";
import { openClocks, type OpenCase } from "./open-cases.server";

/** `count` null: the archive is too long to be counted by everything. */
export type FacetOption = Named & { value: string; count: number | null };
export type FacetOptions = Record<Exclude<CaseFacet, "status">, FacetOption[]>;

export type CaseDesk = CasePage & {
  /** Cases in each view, what else is chosen given. */
  views: Record<CaseQuery["view"], number>;
  statuses: Record<string, number>;
  options: FacetOptions;
  /** Earlier cases that a request may repeat, by the id of the request. */
  earlier: Record<string, Earlier[]>;
};

/** One page of a desk's list with everything beside it. */
export async function caseDesk(db: Reader, actor: CaseActor, query: CaseQuery, now: number): Promise<CaseDesk> {
  const { view, after, isTicked: _isTicked, ...chosen } = query;
  const filter: CaseFilter = { ...chosen, after, isLate: view === "late" };
  const open = await openClocks(db, fence(actor), now);
  const isArchive = view === "ended";
  const page = isArchive ? await endedCases(db, actor, filter, now) : await pageOfOpen(db, open, filter);
  const beside = { ...chosen, status: null };
  const ended = await countByStatus(db, actor, beside);
  const counted = view === "late" ? open.filter(({ where }) => where.lateDays > 0) : open;
  const counts = facetCounts(counted, chosen);
  const within = narrowTo(open, beside);
  return {
    ...page,
    views: {
      open: within.length,
      late: within.filter(({ where }) => where.lateDays > 0).length,
      ended: endedStatuses.reduce((sum, status) => sum + (ended[status] ?? 0), 0),
    },
    statuses: isArchive ? ended : Object.fromEntries(counts.status),
    options: isArchive ? await archiveOptions(db, actor) : await countedOptions(db, open, counts),
    earlier: isArchive ? {} : await duplicatesOf(db, actor, page.items),
  };
}

type Naming = (reference: Reference, value: string) => Named | null;

const namingOf = {
  scenario: ({ scenarios }, key) => scenarios.get(key) ?? null,
  industry: ({ industries }, code) => industries.get(code) ?? null,
  park: (reference, slug) => parkNamed(reference, slug),
} as const satisfies Record<string, Naming>;

function parkNamed({ parks }: Reference, slug: string): Named | null {
  const park = parks.get(slug);
  return park ? { nameZh: park.shortNameZh, nameEn: park.nameEn } : null;
}

async function countedOptions(
  db: Reader,
  open: readonly OpenCase[],
  counts: ReturnType<typeof facetCounts>,
): Promise<FacetOptions> {
  const reference = await referenceOf(db);
  const experts = new Map(open.map(({ expertUserId, expertName }) => [expertUserId, expertName]));
  const options = (facet: CaseFacet, named: (value: string) => Named | null) =>
    [...counts[facet]]
      .sort(([a, ofA], [b, ofB]) => ofB - ofA || a.localeCompare(b))
      .map(([value, count]) => ({ value, count, ...nameIn(named(value), value) }));
  return {
    scenario: options("scenario", (key) => namingOf.scenario(reference, key)),
    industry: options("industry", (code) => namingOf.industry(reference, code)),
    park: options("park", (slug) => namingOf.park(reference, slug)),
    expert: options("expert", (id) => personNamed(experts.get(id))),
  };
}

function personNamed(name: string | null | undefined): Named | null {
  return name ? { nameZh: name, nameEn: name } : null;
}

function nameIn(named: Named | null, code: string): Named {
  return { nameZh: named?.nameZh ?? code, nameEn: named?.nameEn ?? code };
}

/** Everything the archive may be narrowed by, uncounted. */
async function archiveOptions(db: Reader, actor: CaseActor): Promise<FacetOptions> {
  const reference = await referenceOf(db);
  const uncounted = (value: string, named: Named | null) => ({ value, count: null, ...nameIn(named, value) });
  const scenarios = [...reference.scenarios.values()].filter(({ kind }) => kind !== "example");
  const parks = [...reference.parks.values()].filter(({ prefectureCode }) => isWithin(actor, prefectureCode));
  return {
    scenario: scenarios.map((row) => uncounted(row.key, row)),
    industry: divisionsOf(reference).map((row) => uncounted(row.code, row)),
    park: parks.map(({ slug }) => uncounted(slug, parkNamed(reference, slug))),
    expert: (await expertsSent(db, actor)).map(({ id, name }) => uncounted(id, personNamed(name))),
  };
}

function isWithin(actor: CaseActor, prefectureCode: string): boolean {
  return actor.kind === "authority" && (actor.level === "province" || prefectureCode === actor.regionCode);
}

/** Whom an archive can be narrowed to: the experts a park has sent, or, over many parks, all there are. */
function expertsSent(db: Reader, actor: CaseActor): PromiseLike<{ id: string; name: string }[]> {
  const person = { id: user.id, name: user.name };
  if (actor.kind === "authority")
    return db.select(person).from(expert).innerJoin(user, eq(user.id, expert.userId)).orderBy(user.name);
  return db
    .selectDistinct(person)
    .from(diagnosis)
    .innerJoin(user, eq(user.id, diagnosis.expertUserId))
    .where(and(fence(actor), isNotNull(diagnosis.expertUserId)))
    .orderBy(user.name);
}
