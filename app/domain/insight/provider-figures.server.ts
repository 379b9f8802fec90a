/** A provider's leads, readers, matches and searches, week by week. */
import { and, desc, eq, gte, inArray, sql, sum } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { enquiry } from "#db/schema/projects.server";
import { searchReach, solutionReach } from "#db/schema/reach.server";
import type { Reader } from "#db/store.server";
import { dayAt, mondayOf, timeOn } from "~/domain/clinic/shanghai-time";
import type { ProviderMember } from "~/domain/identity/actor";
import { stateAt } from "~/domain/projects/enquiry-status";
import { responseTime, type ResponseTime } from "~/domain/projects/response-time.server";
import { LEAST_SEARCHES, SEARCHES_SHOWN, weeksUntil, type Counts } from "./reach";

export type WeekFigures = Counts & { week: string; leads: number };
export type ReachedSolution = { id: string; title: string };
export type Answering = {
  /** Enquiries of the weeks shown on which an answer was due or given, and how many of them were answered. */
  due: number;
  answered: number;
  response: ResponseTime | null;
};

export type ProviderFigures = {
  /** Those that were ever published, by title. */
  solutions: ReachedSolution[];
  /** Oldest week first; the last is not over. */
  weeks: WeekFigures[];
  answering: Answering;
};

const none: Counts = { views: 0, shown: 0, matches: 0 };

/** Of one solution or all of the member's provider; null when the solution is not its own or was never published. */
export async function providerFigures(
  db: Reader,
  member: ProviderMember,
  { solutionId, now }: { solutionId: string | null; now: number },
): Promise<ProviderFigures | null> {
  const solutions = await publishedOnce(db, member);
  if (solutionId !== null && !solutions.some(({ id }) => id === solutionId)) return null;
  const ids = solutionId === null ? solutions.map(({ id }) => id) : [solutionId];
  const weeks = weeksUntil(now);
  const first = weeks[0] ?? dayAt(now);
  const reached = await reachByWeek(db, ids, first);
  const enquiries = await enquiriesSince(db, member, { solutionId, from: timeOn(first, "00:00") });
  const leads = new Map<string, number>();
  for (const { createdAt } of enquiries) {
    const week = mondayOf(dayAt(createdAt));
    leads.set(week, (leads.get(week) ?? 0) + 1);
  }
  return {
    solutions,
    weeks: weeks.map((week) => ({ week, ...(reached.get(week) ?? none), leads: leads.get(week) ?? 0 })),
    answering: {
      ...answeredOf(enquiries, now),
      response: await responseTime(db, member.organisationId, now),
    },
  };
}

/** Once more for the desk: the four figures of the week so far. */
export async function figuresOfWeek(db: Reader, member: ProviderMember, now: number): Promise<WeekFigures | null> {
  const figures = await providerFigures(db, member, { solutionId: null, now });
  return figures && figures.solutions.length > 0 ? (figures.weeks.at(-1) ?? null) : null;
}

export type ReachedBy = { query: string; times: number };

/**
 * The searches that most often showed these solutions in a week, at most twenty. Rarer ones than five are left out: they may be one
 * person's. A search that shows several of them counts once.
 */
export async function searchesOf(
  db: Reader,
  member: ProviderMember,
  { solutionId, week }: { solutionId: string | null; week: string },
): Promise<ReachedBy[]> {
  const times = sql<number>`max(${searchReach.times})`;
  const isOwn = eq(solution.providerId, member.organisationId);
  return db
    .select({ query: searchReach.query, times })
    .from(searchReach)
    .innerJoin(solution, eq(solution.id, searchReach.solutionId))
    .where(and(isOwn, eq(searchReach.week, week), solutionId === null ? undefined : eq(solution.id, solutionId)))
    .groupBy(searchReach.query)
    .having(gte(times, LEAST_SEARCHES))
    .orderBy(desc(times), searchReach.query)
    .limit(SEARCHES_SHOWN);
}

/** Days with a figure are at most 91 a solution. */
async function reachByWeek(db: Reader, ids: readonly string[], first: string): Promise<Map<string, Counts>> {
  const byWeek = new Map<string, Counts>();
  if (ids.length === 0) return byWeek;
  const { day, views, shown, matches } = solutionReach;
  const rows = await db
    .select({
      day,
      views: sum(views).mapWith(Number),
      shown: sum(shown).mapWith(Number),
      matches: sum(matches).mapWith(Number),
    })
    .from(solutionReach)
    .where(and(inArray(solutionReach.solutionId, [...ids]), gte(day, first)))
    .groupBy(day);
  for (const row of rows) {
    const week = mondayOf(row.day);
    const known = byWeek.get(week) ?? none;
    byWeek.set(week, {
      views: known.views + row.views,
      shown: known.shown + row.shown,
      matches: known.matches + row.matches,
    });
  }
  return byWeek;
}

type Asked = { solutionId: string | null; from: number };

function enquiriesSince(db: Reader, { organisationId }: ProviderMember, { solutionId, from }: Asked) {
  const { createdAt, firstAnswerAt, status, expiresAt } = enquiry;
  return db
    .select({ createdAt, firstAnswerAt, status, expiresAt })
    .from(enquiry)
    .where(
      and(
        eq(enquiry.providerId, organisationId),
        gte(createdAt, from),
        solutionId === null ? undefined : eq(enquiry.solutionId, solutionId),
      ),
    );
}

type EnquiryRow = Awaited<ReturnType<typeof enquiriesSince>>[number];

/** Those that still wait within their time, and those taken back unanswered, owe no answer. */
function answeredOf(enquiries: readonly EnquiryRow[], now: number) {
  const answered = enquiries.filter(({ firstAnswerAt }) => firstAnswerAt !== null).length;
  const missed = enquiries.filter((each) => each.firstAnswerAt === null && stateAt(each, now) === "expired").length;
  return { answered, due: answered + missed };
}

function publishedOnce(db: Reader, { organisationId }: ProviderMember): Promise<ReachedSolution[]> {
  return db
    .select({ id: solution.id, title: solutionVersion.title })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(eq(solution.providerId, organisationId))
    .orderBy(solutionVersion.title, solution.id);
}
