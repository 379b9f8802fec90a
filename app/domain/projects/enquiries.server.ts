/** Reading enquiries, each side its own. */
import { and, desc, eq, gte, inArray, lt, not, or, sql, type SQL } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { enquiry } from "#db/schema/projects.server";
import type { Reader } from "#db/store.server";
import { fence, type EnquiryActor } from "./enquiry-moves.server";
import { holderOf, openStatuses, stateAt, type EnquirySide, type EnquiryState } from "./enquiry-status";
import { quotesOf } from "./quotes.server";

const PER_PAGE = 30;

export type EnquiryLine = {
  id: string;
  state: EnquiryState;
  /** Whose turn it is; null once it has ended. */
  holder: EnquirySide | null;
  solution: { slug: string; title: string };
  enterpriseName: string;
  providerName: string;
  createdAt: number;
  statusSince: number;
  expiresAt: number;
  /** Sum of the newest quote. */
  priceFen: number | null;
  /** The enterprise's alone: what it was sent together with. */
  bundleId: string | null;
};

export type EnquiryFilter = {
  show: "open" | "ended" | "all";
  after: string | null;
  /** Only those sent from this recommendation. */
  recommendationId?: string;
};

/** The actor's enquiries, newest first, 30 a page; `next` is the cursor of the page after. */
export async function enquiriesOf(
  db: Reader,
  actor: EnquiryActor,
  { show, after, recommendationId }: EnquiryFilter,
): Promise<{ lines: EnquiryLine[]; next: string | null }> {
  const rows = await db
    .select({
      id: enquiry.id,
      status: enquiry.status,
      slug: solution.slug,
      title: solutionVersion.title,
      enterpriseId: enquiry.enterpriseId,
      providerId: enquiry.providerId,
      createdAt: enquiry.createdAt,
      statusSince: enquiry.statusSince,
      expiresAt: enquiry.expiresAt,
      bundleId: actor.kind === "enterprise" ? enquiry.bundleId : sql<null>`NULL`,
    })
    .from(enquiry)
    .innerJoin(solution, eq(solution.id, enquiry.solutionId))
    .innerJoin(solutionVersion, eq(solutionVersion.id, enquiry.versionId))
    .where(
      and(
        fence(actor),
        shown(show),
        before(after),
        recommendationId === undefined ? undefined : eq(enquiry.recommendationId, recommendationId),
      ),
    )
    .orderBy(desc(enquiry.createdAt), desc(enquiry.id))
    .limit(PER_PAGE + 1);
  const page = rows.slice(0, PER_PAGE);
  const lines = await linesOf(db, page);
  const last = page.at(-1);
  return { lines, next: rows.length > PER_PAGE && last ? `${last.createdAt}-${last.id}` : null };
}

type Row = Pick<
  typeof enquiry.$inferSelect,
  "id" | "status" | "enterpriseId" | "providerId" | "createdAt" | "statusSince" | "expiresAt"
> & { slug: string; title: string; bundleId: string | null };

async function linesOf(db: Reader, rows: Row[]): Promise<EnquiryLine[]> {
  const quotes = await quotesOf(
    db,
    rows.map(({ id }) => id),
  );
  // Within an enquiry the last one is the newest.
  const prices = new Map(quotes.map(({ enquiryId, totalFen }) => [enquiryId, totalFen]));
  const names = await namesOf(
    db,
    rows.flatMap(({ enterpriseId, providerId }) => [enterpriseId, providerId]),
  );
  const now = Date.now();
  return rows.map(({ slug, title, status, enterpriseId, providerId, ...row }) => {
    const state = stateAt({ status, expiresAt: row.expiresAt }, now);
    return {
      ...row,
      state,
      holder: holderOf(state),
      solution: { slug, title },
      enterpriseName: names.get(enterpriseId) ?? "",
      providerName: names.get(providerId) ?? "",
      priceFen: prices.get(row.id) ?? null,
    };
  });
}

async function namesOf(db: Reader, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many wait for the actor's own side, and how many for the other one. */
export async function enquiryCounts(db: Reader, actor: EnquiryActor): Promise<{ forUs: number; forThem: number }> {
  const rows = await db
    .select({ status: enquiry.status, count: sql<number>`count(*)` })
    .from(enquiry)
    .where(and(fence(actor), shown("open")))
    .groupBy(enquiry.status);
  const counts = { forUs: 0, forThem: 0 };
  for (const { status, count } of rows) {
    if (holderOf(status) === actor.kind) counts.forUs += count;
    else counts.forThem += count;
  }
  return counts;
}

function shown(show: EnquiryFilter["show"]): SQL | undefined {
  if (show === "all") return undefined;
  const open = and(inArray(enquiry.status, [...openStatuses]), gte(enquiry.expiresAt, Date.now()));
  return show === "open" ? open : open && not(open);
}

/** A cursor is time and id of the last line; anything else starts at the top. */
function before(after: string | null): SQL | undefined {
  const [, time, id] = /^(\d{1,15})-(enq_[0-9a-z]{26})$/.exec(after ?? "") ?? [];
  if (!time || !id) return undefined;
  return or(lt(enquiry.createdAt, Number(time)), and(eq(enquiry.createdAt, Number(time)), lt(enquiry.id, id)));
}
