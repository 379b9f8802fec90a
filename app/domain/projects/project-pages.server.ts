/** Projects as each side reads them: its own, and what was said and done in them. */
import { and, asc, desc, eq, inArray, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import { alias } from "#db/kit.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { project, projectStep } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import { projectStatuses } from "#db/vocabulary/projects";
import { readCursor, writeCursor } from "../cursor";
import { projectFence, projectRow, type ProjectActor } from "./project-moves.server";
import { isFromQuote, projectHolder } from "./project-status";
import { quotesOf } from "./quotes.server";
import { ownRating, ratingOf } from "./ratings.server";

const PER_PAGE = 30;
const buyer = alias(organisation, "buyer");
const seller = alias(organisation, "seller");

/** The actor's projects, the latest started first, a page at a time; `next` is the cursor of the page after. */
export async function projectsOf(db: Reader, actor: ProjectActor, after: string | null) {
  const rows = await selectLines(db, and(projectFence(actor), beyond(after)))
    .orderBy(desc(project.startedOn), desc(project.id))
    .limit(PER_PAGE + 1);
  const page = rows.slice(0, PER_PAGE);
  const last = page.at(-1);
  const next = rows.length > PER_PAGE && last ? writeCursor({ key: last.startedOn, id: last.id }) : null;
  return { lines: page.map(lineOf), next };
}

/** The projects whose next step is the actor's own side's, the longest waiting first: at most a page of them. */
export async function projectsToGoOn(db: Reader, actor: ProjectActor) {
  const ours = projectStatuses.filter((status) => projectHolder(status) === actor.kind);
  const rows = await selectLines(
    db,
    and(projectFence(actor), isNotNull(project.quoteId), inArray(project.status, ours)),
  )
    .orderBy(asc(project.statusSince), asc(project.id))
    .limit(PER_PAGE);
  return rows.map(lineOf);
}

/** How many projects wait for the actor's own side. */
export async function projectsWaiting(db: Reader, actor: ProjectActor): Promise<number> {
  const rows = await db
    .select({ status: project.status, count: sql<number>`count(*)` })
    .from(project)
    .where(and(projectFence(actor), isNotNull(project.quoteId)))
    .groupBy(project.status);
  return rows.reduce((sum, { status, count }) => sum + (projectHolder(status) === actor.kind ? count : 0), 0);
}

/** One project with its quote, history and rating, or null when it is not this side's. */
export async function projectFor(db: Reader, actor: ProjectActor, id: string) {
  const row = await projectRow(db, actor, id);
  const [named] = row ? await selectLines(db, eq(project.id, id)) : [];
  if (!row || !named) return null;
  const quotes = row.enquiryId === null ? [] : await quotesOf(db, [row.enquiryId]);
  const { completedOn, acceptedOn, enquiryId, edit, statusSince } = row;
  const rated = await ratingOf(db, id);
  return {
    ...lineOf(named),
    ...{ completedOn, acceptedOn, enquiryId, edit, statusSince, rating: rated },
    quote: quotes.find((one) => one.id === row.quoteId) ?? null,
    steps: await stepsOf(db, id),
    mayRate: actor.kind === "enterprise" && row.status === "accepted" && !(await ownRating(db, actor, row.solutionId)),
  };
}

export type ProjectLine = ReturnType<typeof lineOf>;
export type ProjectDetail = NonNullable<Awaited<ReturnType<typeof projectFor>>>;

function selectLines(db: Reader, where: SQL | undefined) {
  return db
    .select({
      id: project.id,
      status: project.status,
      contractFen: project.contractFen,
      startedOn: project.startedOn,
      quoteId: project.quoteId,
      enterpriseName: buyer.name,
      providerName: seller.name,
      title: solutionVersion.title,
    })
    .from(project)
    .innerJoin(buyer, eq(buyer.id, project.enterpriseId))
    .innerJoin(seller, eq(seller.id, project.providerId))
    .innerJoin(solution, eq(solution.id, project.solutionId))
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(where)
    .$dynamic();
}

function lineOf({ quoteId, ...row }: Awaited<ReturnType<typeof selectLines>>[number]) {
  const isOurs = isFromQuote({ quoteId });
  return { ...row, isFromQuote: isOurs, holder: isOurs ? projectHolder(row.status) : null };
}

function stepsOf(db: Reader, projectId: string) {
  const { id, status, bySide, text, reason, at } = projectStep;
  return db
    .select({ id, status, bySide, text, reason, at })
    .from(projectStep)
    .where(eq(projectStep.projectId, projectId))
    .orderBy(asc(at), asc(id));
}

function beyond(after: string | null): SQL | undefined {
  const cursor = readCursor(after);
  if (!cursor) return undefined;
  return or(lt(project.startedOn, cursor.key), and(eq(project.startedOn, cursor.key), lt(project.id, cursor.id)));
}
