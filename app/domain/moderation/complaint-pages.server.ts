/** What each side reads of complaints: staff all within their fence, the provider without the name, the complainant its own. */
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { solution, solutionVersion, provider } from "#db/schema/catalogue.server";
import { organisation, user } from "#db/schema/identity.server";
import { complaint } from "#db/schema/moderation.server";
import { one, type Reader } from "#db/store.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { isWithinFence, type Moderator } from "./fence.server";
import { promised, type Promised } from "./promise";
import { COMPLAINT_DAYS } from "./promise-days";

type ComplaintRow = typeof complaint.$inferSelect;

/** A complaint with its provider when this moderator may see it, else null. */
export async function fencedComplaint(db: Reader, moderator: Moderator, id: string) {
  return one(
    db
      .select({
        row: complaint,
        providerId: complaint.providerId,
        providerName: organisation.name,
        parkSlug: organisation.parkSlug,
        regionCode: organisation.regionCode,
      })
      .from(complaint)
      .innerJoin(organisation, eq(organisation.id, complaint.providerId))
      .where(and(eq(complaint.id, id), isWithinFence(db, moderator))),
  );
}

export type ComplaintLine = Pick<
  ComplaintRow,
  "id" | "subjectKind" | "subjectId" | "ground" | "status" | "createdAt" | "decidedAt"
> & {
  /** The name of what it is about. */
  title: string;
  providerName: string;
  parkSlug: string | null;
  isHeard: boolean;
  /** How its promise stands; null once answered. */
  promise: Promised | null;
};

const MOST_LISTED = 200;

/** Complaints within the moderator's fence: open ones, the oldest first; or the answered, the newest first. */
export async function complaintDesk(
  db: Reader,
  moderator: Moderator,
  { answered = false }: { answered?: boolean } = {},
): Promise<ComplaintLine[]> {
  const isAsked = answered ? ne(complaint.status, "open") : eq(complaint.status, "open");
  const rows = await lines(db)
    .where(and(isAsked, isWithinFence(db, moderator)))
    .orderBy(answered ? desc(complaint.decidedAt) : asc(complaint.createdAt), asc(complaint.id))
    .limit(MOST_LISTED);
  return rows.map((row) => lineOf(row, Date.now()));
}

/** One complaint as staff read it: all of it, with who complained and who answered. Null outside the fence. */
export async function complaintForStaff(db: Reader, moderator: Moderator, id: string) {
  const found = await fencedComplaint(db, moderator, id);
  const row = found && (await one(lines(db).where(eq(complaint.id, id))));
  if (!found || !row) return null;
  const [by, decidedBy, byOrganisation] = await Promise.all([
    nameOf(db, found.row.byUserId),
    found.row.decidedByUserId ? nameOf(db, found.row.decidedByUserId) : null,
    found.row.byOrganisationId
      ? one(
          db
            .select({ name: organisation.name })
            .from(organisation)
            .where(eq(organisation.id, found.row.byOrganisationId)),
        )
      : null,
  ]);
  const { slug, isPublic } = await publicAddress(db, found.row);
  return {
    ...lineOf(row, Date.now()),
    ...textsOf(found.row),
    providerId: found.providerId,
    edit: found.row.edit,
    slug,
    isPublic,
    by: by?.name ?? "",
    byOrganisation: byOrganisation?.name ?? null,
    decidedBy: decidedBy?.name ?? null,
  };
}

/** One complaint as the provider reads it: what, never from whom. Null when it is about another. */
export async function complaintForProvider(db: Reader, member: ProviderMember, id: string) {
  const row = await one(lines(db).where(and(eq(complaint.id, id), eq(complaint.providerId, member.organisationId))));
  return row && { ...lineOf(row, Date.now()), ...textsOf(row) };
}

/** Complaints about a provider that still wait for its side, for its desk. */
export async function complaintsToHear(db: Reader, member: ProviderMember): Promise<ComplaintLine[]> {
  const rows = await lines(db)
    .where(and(eq(complaint.providerId, member.organisationId), eq(complaint.status, "open")))
    .orderBy(asc(complaint.createdAt));
  return rows.map((row) => lineOf(row, Date.now())).filter(({ isHeard }) => !isHeard);
}

/** A person's own complaints with their answers, newest first. */
export async function ownComplaints(db: Reader, userId: string) {
  const rows = await lines(db)
    .where(eq(complaint.byUserId, userId))
    .orderBy(desc(complaint.createdAt), asc(complaint.id))
    .limit(MOST_LISTED);
  return rows.map((row) => {
    const { providerAnswer: _toStaff, ...texts } = textsOf(row);
    return { ...lineOf(row, Date.now()), ...texts };
  });
}

/** How many within the fence wait for an answer, and how many of them past the promise. */
export async function complaintCounts(db: Reader, moderator: Moderator): Promise<{ open: number; late: number }> {
  const now = Date.now();
  const open = await db
    .select({ createdAt: complaint.createdAt })
    .from(complaint)
    .innerJoin(organisation, eq(organisation.id, complaint.providerId))
    .where(and(eq(complaint.status, "open"), isWithinFence(db, moderator)));
  const late = open.filter(({ createdAt }) => promised(createdAt, COMPLAINT_DAYS, now).lateDays > 0);
  return { open: open.length, late: late.length };
}

function lines(db: Reader) {
  return db
    .select({
      id: complaint.id,
      subjectKind: complaint.subjectKind,
      subjectId: complaint.subjectId,
      ground: complaint.ground,
      status: complaint.status,
      createdAt: complaint.createdAt,
      decidedAt: complaint.decidedAt,
      text: complaint.text,
      providerAnswer: complaint.providerAnswer,
      providerAnsweredAt: complaint.providerAnsweredAt,
      answer: complaint.answer,
      providerName: organisation.name,
      parkSlug: organisation.parkSlug,
      solutionTitle: solutionVersion.title,
    })
    .from(complaint)
    .innerJoin(organisation, eq(organisation.id, complaint.providerId))
    .leftJoin(solution, and(eq(complaint.subjectKind, "solution"), eq(solution.id, complaint.subjectId)))
    .leftJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId));
}

type Line = Awaited<ReturnType<typeof lines>>[number];

function lineOf(row: Line, now: number): ComplaintLine {
  const { id, subjectKind, subjectId, ground, status, createdAt, decidedAt, providerName, parkSlug } = row;
  return {
    ...{ id, subjectKind, subjectId, ground, status, createdAt, decidedAt, providerName, parkSlug },
    title: row.solutionTitle ?? providerName,
    isHeard: row.providerAnsweredAt !== null,
    promise: status === "open" ? promised(createdAt, COMPLAINT_DAYS, now) : null,
  };
}

function textsOf({
  text,
  providerAnswer,
  providerAnsweredAt,
  answer,
}: Pick<Line, "text" | "providerAnswer" | "providerAnsweredAt" | "answer">) {
  return { text, providerAnswer, providerAnsweredAt, answer };
}

function nameOf(db: Reader, userId: string) {
  return one(db.select({ name: user.name }).from(user).where(eq(user.id, userId)));
}

/** Where readers see what it is about, when they do. */
async function publicAddress(db: Reader, { subjectKind, subjectId, providerId }: ComplaintRow) {
  const owner = await one(
    db
      .select({ slug: provider.slug, status: provider.status })
      .from(provider)
      .where(eq(provider.organisationId, providerId)),
  );
  const isOpen = owner?.status === "open";
  if (subjectKind === "provider") return { slug: owner?.slug ?? null, isPublic: isOpen };
  const listed = await one(
    db.select({ slug: solution.slug, status: solution.status }).from(solution).where(eq(solution.id, subjectId)),
  );
  return { slug: listed?.slug ?? null, isPublic: isOpen && listed?.status === "published" };
}
