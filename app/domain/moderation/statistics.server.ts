/** What moderators decided, in how many working days, how much of it was returned, and how much others took back. */
import { and, asc, eq, gte } from "drizzle-orm";
import { solutionVersion } from "#db/schema/catalogue.server";
import { organisation, user } from "#db/schema/identity.server";
import { decision } from "#db/schema/moderation.server";
import type { Reader } from "#db/store.server";
import { shanghaiDay, workingDaysBetween } from "~/domain/clinic/working-days";
import { isWithinFence, type Moderator } from "./fence.server";
import { statisticsOf, type DecidedRow } from "./statistics";

/** Months shown, the present one with them. */
export const MONTHS = 12;

/** The last twelve months of decisions about providers within the moderator's fence, by moderator and by month. */
export async function moderationStatistics(db: Reader, moderator: Moderator, now: number) {
  const months = lastMonths(now);
  const since = Date.parse(`${months[0] ?? ""}-01T00:00:00+08:00`);
  const rows = await db
    .select({
      decision: decision.decision,
      subjectKind: decision.subjectKind,
      subjectId: decision.subjectId,
      at: decision.at,
      byUserId: decision.byUserId,
      by: user.name,
      submittedAt: solutionVersion.submittedAt,
    })
    .from(decision)
    .innerJoin(organisation, eq(organisation.id, decision.providerId))
    .innerJoin(user, eq(user.id, decision.byUserId))
    .leftJoin(solutionVersion, eq(solutionVersion.id, decision.versionId))
    .where(and(gte(decision.at, since), isWithinFence(db, moderator)))
    .orderBy(asc(decision.at), asc(decision.id));
  return statisticsOf(rows.map(decidedRow), months);
}

type Row = Omit<DecidedRow, "month" | "days"> & { submittedAt: number | null };

function decidedRow({ submittedAt, ...row }: Row): DecidedRow {
  const day = shanghaiDay(row.at);
  const isOfVersion =
    row.decision === "approved" || row.decision === "changes_requested" || row.decision === "rejected";
  // A profile keeps only its last handing-in: how long an earlier one waited is not known.
  const days = isOfVersion && submittedAt !== null ? workingDaysBetween(shanghaiDay(submittedAt), day) : null;
  return { ...row, month: day.slice(0, 7), days };
}

function lastMonths(now: number): string[] {
  const [year = 0, month = 1] = shanghaiDay(now).split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const index = year * 12 + month - 1 - (MONTHS - 1 - back);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  });
}
