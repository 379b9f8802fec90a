/** Lists of cases, each fenced by who looks: open ones by urgency, ended ones newest first. */
import { and, asc, count, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import { diagnosis, diagnosisStep } from "#db/schema/clinic.server";
import { enterprise, organisation, user } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { EnterpriseMember } from "~/domain/identity/actor";
import type { CaseQuery } from "./case-query";
import { endedStatuses, openStatuses } from "./diagnosis-status";
import { fence, type CaseActor } from "./moves.server";
import { byUrgency, whereIsIt, type CaseStep, type Where } from "./promises";

export type CaseRow = {
  id: string;
  status: DiagnosisStatus;
  statusSince: number;
  submittedAt: number | null;
  createdAt: number;
  enterpriseName: string;
  industryCode: string | null;
  parkSlug: string;
  scenarios: string[];
  need: string;
  expertName: string | null;
  visitAt: number | null;
};

export type ListedCase = CaseRow & { where: Where };

export type CaseFilter = {
  status?: DiagnosisStatus | null;
  parkSlug?: string | null;
  /** Only cases with a broken promise. */
  isLate?: boolean;
  /** Id of the last row of the page before. */
  after?: string | null;
};

export type CasePage = { items: ListedCase[]; total: number; late: number; next: string | null };

const PAGE = 50;
/** Urgency is computed, so open cases are read whole: the programme has hundreds; beyond this the longest-waiting are shown. */
const MOST_OPEN = 2000;

const row = {
  id: diagnosis.id,
  status: diagnosis.status,
  statusSince: diagnosis.statusSince,
  submittedAt: diagnosis.submittedAt,
  createdAt: diagnosis.createdAt,
  enterpriseName: organisation.name,
  industryCode: enterprise.industryCode,
  parkSlug: diagnosis.parkSlug,
  scenarios: diagnosis.scenarios,
  need: diagnosis.need,
  expertName: user.name,
  visitAt: diagnosis.visitAt,
};

/** Cases somebody still works on, late ones first, then by promised day; fifty a page. Counts cover the whole list. */
export async function openCases(db: Reader, actor: CaseActor, filter: CaseFilter, now: number): Promise<CasePage> {
  const isListed = and(fence(actor), inArray(diagnosis.status, [...openStatuses]), narrowed(filter));
  const rows = await casesWhere(db, isListed).orderBy(asc(diagnosis.statusSince), asc(diagnosis.id)).limit(MOST_OPEN);
  const all = await withWhere(db, rows, now);
  const listed = (filter.isLate ? all.filter(({ where }) => where.lateDays > 0) : all).sort((a, b) =>
    byUrgency(a.where, b.where),
  );
  const start = filter.after ? listed.findIndex(({ id }) => id === filter.after) + 1 : 0;
  const items = listed.slice(start, start + PAGE);
  const next = start + PAGE < listed.length ? (items.at(-1)?.id ?? null) : null;
  return { items, total: listed.length, late: all.filter(({ where }) => where.lateDays > 0).length, next };
}

/** Cases that have ended, the latest first; fifty a page. */
export async function endedCases(db: Reader, actor: CaseActor, filter: CaseFilter, now: number): Promise<CasePage> {
  const statuses = endedStatuses.filter((status) => !filter.status || status === filter.status);
  const isSeen = and(fence(actor), narrowed({ parkSlug: filter.parkSlug }));
  const isLater = filter.after ? await isAfter(db, filter.after) : undefined;
  const latest = await Promise.all(statuses.map((status) => latestIn(db, status, and(isSeen, isLater))));
  const ids = latest
    .flat()
    .sort((a, b) => b.statusSince - a.statusSince || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
  const shown = ids.slice(0, PAGE);
  const rows = await casesWhere(db, inArray(diagnosis.id, shown));
  const items = shown
    .flatMap((id) => rows.filter((item) => item.id === id))
    .map((item) => ({ ...item, where: whereIsIt(item, [], now) }));
  const total = await db.$count(diagnosis, and(isSeen, inArray(diagnosis.status, statuses)));
  return { items, total, late: 0, next: ids.length > PAGE ? (shown.at(-1) ?? null) : null };
}

/** One status at a time its index gives the order for nothing; four lists merged beat one sorted (0.5 to 200 ms at programme size). */
function latestIn(db: Reader, status: DiagnosisStatus, isListed: SQL | undefined) {
  return db
    .select({ id: diagnosis.id, statusSince: diagnosis.statusSince })
    .from(diagnosis)
    .where(and(isListed, eq(diagnosis.status, status)))
    .orderBy(desc(diagnosis.statusSince), desc(diagnosis.id))
    .limit(PAGE + 1);
}

/** What follows a row in the order of ended cases; an id nobody knows starts at the top. */
async function isAfter(db: Reader, id: string): Promise<SQL | undefined> {
  const last = await one(db.select({ at: diagnosis.statusSince }).from(diagnosis).where(eq(diagnosis.id, id)));
  if (!last) return undefined;
  return or(lt(diagnosis.statusSince, last.at), and(eq(diagnosis.statusSince, last.at), lt(diagnosis.id, id)));
}

/** One page of a desk's list and the counts beside its filters. */
export async function caseDesk(db: Reader, actor: CaseActor, query: CaseQuery, now: number) {
  const { view, status, park: parkSlug, after } = query;
  const filter = { status, parkSlug, after, isLate: view === "late" };
  const page = await (view === "ended" ? endedCases(db, actor, filter, now) : openCases(db, actor, filter, now));
  const isWhole = view !== "ended" && status === null;
  const late = isWhole ? page.late : (await openCases(db, actor, { parkSlug }, now)).late;
  return { ...page, late, counts: await countByStatus(db, actor, parkSlug) };
}

/** Every case of an enterprise, its draft included, newest first. */
export async function casesOfEnterprise(db: Reader, member: EnterpriseMember, now: number): Promise<ListedCase[]> {
  const rows = await casesWhere(db, fence(member)).orderBy(desc(diagnosis.createdAt), desc(diagnosis.id));
  return withWhere(db, rows, now);
}

/** How many cases stand in each status, for the filters of a desk. */
export async function countByStatus(
  db: Reader,
  actor: CaseActor,
  parkSlug: string | null = null,
): Promise<Partial<Record<DiagnosisStatus, number>>> {
  const rows = await db
    .select({ status: diagnosis.status, cases: count() })
    .from(diagnosis)
    .where(and(fence(actor), narrowed({ parkSlug })))
    .groupBy(diagnosis.status);
  return Object.fromEntries(rows.map(({ status, cases }) => [status, cases]));
}

function narrowed(filter: CaseFilter): SQL | undefined {
  return and(
    filter.status ? eq(diagnosis.status, filter.status) : undefined,
    filter.parkSlug ? eq(diagnosis.parkSlug, filter.parkSlug) : undefined,
  );
}

function casesWhere(db: Reader, isListed: SQL | undefined) {
  return db
    .select(row)
    .from(diagnosis)
    .innerJoin(organisation, eq(organisation.id, diagnosis.enterpriseId))
    .leftJoin(enterprise, eq(enterprise.organisationId, diagnosis.enterpriseId))
    .leftJoin(user, eq(user.id, diagnosis.expertUserId))
    .where(isListed)
    .$dynamic();
}

/** One query for the steps of the whole list. */
async function withWhere(db: Reader, rows: CaseRow[], now: number): Promise<ListedCase[]> {
  const { diagnosisId, toStatus, at } = diagnosisStep;
  const isOfList = inArray(
    diagnosisId,
    rows.map(({ id }) => id),
  );
  const steps = await db
    .select({ diagnosisId, toStatus, at })
    .from(diagnosisStep)
    .where(isOfList)
    .orderBy(asc(at), asc(diagnosisStep.id));
  const byCase = new Map<string, CaseStep[]>();
  for (const step of steps) {
    const known = byCase.get(step.diagnosisId);
    if (known) known.push(step);
    else byCase.set(step.diagnosisId, [step]);
  }
  return rows.map((item) => ({ ...item, where: whereIsIt(item, byCase.get(item.id) ?? [], now) }));
}
