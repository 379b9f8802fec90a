/** A second expert's word on a report handed in: asked for by the park, which still decides. */
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { diagnosis, report } from "#db/schema/clinic.server";
import { expert, organisation, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { Expert, ParkStaff } from "~/domain/identity/actor";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import { newestReport, recordReport, type Report } from "./draft-report.server";
import type { ShownTie } from "./frozen";
import { diagnosisFor, type Diagnosis } from "./moves.server";
import { writeComment, type CommentRefusal } from "./report-comments.server";
import type { AskReviewerForm, CommentForm, VerdictForm } from "./review-form";
import { namesOf, tellCase } from "./tidings.server";
import { tiedIds, tiesByExpert } from "./ties.server";

export type PossibleReviewer = {
  userId: string;
  name: string;
  title: string;
  organisationName: string;
  ties: ShownTie[];
  /** Tied to the enterprise itself: may not be asked. */
  isTiedToEnterprise: boolean;
};

/** Active experts whom the park may ask about a case: all but its author, those not tied to the enterprise first. */
export async function possibleReviewers(db: Reader, about: Diagnosis): Promise<PossibleReviewer[]> {
  const isOther = ne(expert.userId, about.expertUserId ?? "");
  const people = await activeExperts(db, isOther);
  const ties = await tiesByExpert(
    db,
    people.map(({ userId }) => userId),
    [about.enterpriseId],
  );
  return people
    .map((person) => {
      const own = ties.get(person.userId) ?? [];
      return { ...person, ties: own, isTiedToEnterprise: tiedIds(own).includes(about.enterpriseId) };
    })
    .sort((a, b) => Number(a.isTiedToEnterprise) - Number(b.isTiedToEnterprise) || a.userId.localeCompare(b.userId));
}

/**
 * Asks an expert for an opinion on the report in review; asking another takes the first one's place. Refuses the author,
 * whoever is not active, and whoever is tied to the enterprise. Tells the expert. Writes report, journal, notices.
 */
export async function askReviewer(
  tx: Writer,
  staff: ParkStaff,
  diagnosisId: string,
  { edit, expertUserId }: AskReviewerForm,
): Promise<Outcome<{ id: string }, "not_found" | "stale" | "not_possible" | "unknown_reviewer" | "reviewer_tied">> {
  const about = await diagnosisFor(tx, staff, diagnosisId);
  const handedIn = about && (await newestReport(tx, about.id));
  if (!handedIn) return refused("not_found");
  if (about.edit !== edit) return refused("stale");
  if (handedIn.status !== "in_review") return refused("not_possible");
  const asked = (await possibleReviewers(tx, about)).find(({ userId }) => userId === expertUserId);
  if (!asked) return refused("unknown_reviewer");
  if (asked.isTiedToEnterprise) return refused("reviewer_tied");
  const change = { reviewerUserId: expertUserId, ...noVerdict };
  await tx.update(report).set(change).where(eq(report.id, handedIn.id));
  await recordReport(tx, staff, about, handedIn, "report.reviewer_asked", {
    reviewerUserId: expertUserId,
    ties: tiedIds(asked.ties),
  });
  const params = { ...(await namesOf(tx, about)), text: "" };
  const href = paths.expert.review(handedIn.id);
  await tell(tx, { userIds: [expertUserId] }, { kind: "report.reviewer_asked", params, href }, staff);
  return done({ id: handedIn.id });
}

/** What was handed in anew has not been judged yet. */
export const noVerdict = { reviewVerdict: null, reviewText: "", reviewedAt: null };

export type UnderReview = { about: Diagnosis; handedIn: Report };

/** The report in review that exactly this expert was asked about, else null. */
export async function reviewFor(db: Reader, reviewer: Expert, reportId: string): Promise<UnderReview | null> {
  const isTheirs = and(
    eq(report.id, reportId),
    eq(report.reviewerUserId, reviewer.userId),
    eq(report.status, "in_review"),
  );
  return one(
    db
      .select({ about: diagnosis, handedIn: report })
      .from(report)
      .innerJoin(diagnosis, eq(diagnosis.id, report.diagnosisId))
      .where(isTheirs),
  );
}

/** The reviewer comments, as the park does. */
export async function commentAsReviewer(
  tx: Writer,
  reviewer: Expert,
  reportId: string,
  form: CommentForm,
): Promise<Outcome<{ id: string }, CommentRefusal>> {
  const found = await reviewFor(tx, reviewer, reportId);
  return found ? writeComment(tx, reviewer, found, form) : refused("not_found");
}

/** Approves the report or would return it, with words; may be changed until the park decides. Tells the park. */
export async function giveVerdict(
  tx: Writer,
  reviewer: Expert,
  reportId: string,
  { edit, verdict, text }: VerdictForm,
): Promise<Outcome<{ id: string }, "not_found" | "stale">> {
  const found = await reviewFor(tx, reviewer, reportId);
  if (!found) return refused("not_found");
  const { about, handedIn } = found;
  if (handedIn.edit !== edit) return refused("stale");
  const change = { reviewVerdict: verdict, reviewText: text, reviewedAt: Date.now() };
  await tx.update(report).set(change).where(eq(report.id, reportId));
  await recordReport(tx, reviewer, about, handedIn, "report.reviewed", { verdict });
  await tellCase(tx, reviewer, about, ["park"], "report.reviewed", { text });
  return done({ id: reportId });
}

export type WaitingReview = { reportId: string; enterpriseName: string; submittedAt: number | null; isGiven: boolean };

/** The reports this expert was asked about and that are still in review, the longest waiting first. */
export async function reviewsOf(db: Reader, reviewer: Expert): Promise<WaitingReview[]> {
  const isTheirs = and(eq(report.reviewerUserId, reviewer.userId), eq(report.status, "in_review"));
  const rows = await db
    .select({
      reportId: report.id,
      enterpriseName: organisation.name,
      submittedAt: report.submittedAt,
      verdict: report.reviewVerdict,
    })
    .from(report)
    .innerJoin(organisation, eq(organisation.id, report.enterpriseId))
    .where(isTheirs)
    .orderBy(asc(report.submittedAt), asc(report.id));
  return rows.map(({ verdict, ...row }) => ({ ...row, isGiven: verdict !== null }));
}

function activeExperts(db: Reader, isWanted: ReturnType<typeof ne>) {
  const isActive = and(isWanted, eq(expert.isActive, true), isNull(user.disabledAt));
  return db
    .select({ userId: expert.userId, name: user.name, title: expert.title, organisationName: organisation.name })
    .from(expert)
    .innerJoin(user, eq(user.id, expert.userId))
    .innerJoin(organisation, eq(organisation.id, expert.organisationId))
    .where(isActive);
}
