/** What reviewers say about a report handed in, pinned to a finding or to the whole, and what its author answers. */
import { and, asc, eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { reportComment } from "#db/schema/clinic-work.server";
import { finding } from "#db/schema/clinic.server";
import { user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { Expert, ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { newestReport, recordReport, type Report } from "./draft-report.server";
import { diagnosisFor, type Diagnosis } from "./moves.server";
import type { AnswerCommentForm, CommentForm } from "./review-form";

export type ShownComment = {
  id: string;
  /** Null: the whole report. May name a finding that was taken out since. */
  findingId: string | null;
  text: string;
  byName: string;
  at: number;
  /** The author's answer; empty while there is none. */
  answer: string;
  /** Null: still open. */
  resolvedAt: number | null;
};

export type CommentRefusal = "not_found" | "not_possible" | "unknown_finding";

/** The comments of a report, oldest first. Scoped by the report, which the caller has read as its actor. */
export function commentsOf(db: Reader, reportId: string): PromiseLike<ShownComment[]> {
  const { id, findingId, text, at, answer, resolvedAt } = reportComment;
  return db
    .select({ id, findingId, text, at, answer, resolvedAt, byName: user.name })
    .from(reportComment)
    .innerJoin(user, eq(user.id, reportComment.byUserId))
    .where(eq(reportComment.reportId, reportId))
    .orderBy(asc(at), asc(id));
}

/** The park comments on the report in review. Refuses one that is not in review, and a finding of another report. */
export async function commentReport(
  tx: Writer,
  staff: ParkStaff,
  diagnosisId: string,
  form: CommentForm,
): Promise<Outcome<{ id: string }, CommentRefusal>> {
  const about = await diagnosisFor(tx, staff, diagnosisId);
  const handedIn = about && (await newestReport(tx, about.id));
  if (!handedIn) return refused("not_found");
  return writeComment(tx, staff, { about, handedIn }, form);
}

/** The same for whoever was let in to review it. Writes report_comment and the journal. */
export async function writeComment(
  tx: Writer,
  by: ParkStaff | Expert,
  { about, handedIn }: { about: Diagnosis; handedIn: Report },
  { findingId, text }: CommentForm,
): Promise<Outcome<{ id: string }, CommentRefusal>> {
  if (handedIn.status !== "in_review") return refused("not_possible");
  if (findingId !== null && !(await isFindingOf(tx, handedIn.id, findingId))) return refused("unknown_finding");
  const id = newId("cmt");
  await tx
    .insert(reportComment)
    .values({ id, reportId: handedIn.id, findingId, text, byUserId: by.userId, at: Date.now() });
  await recordReport(tx, by, about, handedIn, "report.commented", { id, findingId });
  return done({ id });
}

/**
 * The author answers a comment, which settles it; answering again replaces the answer. Refuses while the report is not the
 * author's to write. Writes report_comment and the journal.
 */
export async function answerComment(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  { id, text }: AnswerCommentForm,
): Promise<Outcome<{ id: string }, "not_found" | "not_editable">> {
  const about = await diagnosisFor(tx, expert, diagnosisId);
  const draft = about && (await newestReport(tx, about.id));
  const isOfDraft = and(eq(reportComment.id, id), eq(reportComment.reportId, draft?.id ?? ""));
  const asked = draft && (await one(tx.select().from(reportComment).where(isOfDraft)));
  if (!asked) return refused("not_found");
  if (about.status !== "report_draft" || draft.status !== "draft") return refused("not_editable");
  const answered = { answer: text, resolvedAt: Date.now(), resolvedByUserId: expert.userId };
  await tx.update(reportComment).set(answered).where(isOfDraft);
  await recordReport(tx, expert, about, draft, "report.comment_answered", { id });
  return done({ id });
}

async function isFindingOf(tx: Writer, reportId: string, findingId: string): Promise<boolean> {
  return (await tx.$count(finding, and(eq(finding.id, findingId), eq(finding.reportId, reportId)))) === 1;
}
