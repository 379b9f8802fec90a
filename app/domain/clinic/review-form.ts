/** Shapes of everything said about a report after it was handed in. No text, no query. */
import { z } from "zod";
import { reviewVerdicts } from "#db/vocabulary/clinic";
import { code, intent, oneOf, optionalCode, paragraph, seenEdit } from "~/domain/fields";
import { RefusalForm, StepForm } from "./diagnosis-form";

/** Without a finding it is about the whole report. */
export const CommentForm = z.object({ findingId: optionalCode(), text: paragraph(2000) });
export type CommentForm = z.infer<typeof CommentForm>;

export const AnswerCommentForm = z.object({ id: code(), text: paragraph(2000) });
export type AnswerCommentForm = z.infer<typeof AnswerCommentForm>;

/** `edit` is the case's. */
export const CorrectionForm = z.object({ edit: seenEdit(), text: paragraph(2000) });
export type CorrectionForm = z.infer<typeof CorrectionForm>;

export const AskReviewerForm = z.object({ edit: seenEdit(), expertUserId: code() });
export type AskReviewerForm = z.infer<typeof AskReviewerForm>;

/** `edit` is the report's: what was handed in anew is read anew. */
export const VerdictForm = z.object({ edit: seenEdit(), verdict: oneOf(reviewVerdicts), text: paragraph(2000) });
export type VerdictForm = z.infer<typeof VerdictForm>;

/** Everything a park does on the page of a report. */
export const ParkReportForm = z.discriminatedUnion("intent", [
  StepForm.extend(intent("issue")),
  RefusalForm.extend(intent("return")),
  CommentForm.extend(intent("comment")),
  AskReviewerForm.extend(intent("ask_reviewer")),
  CorrectionForm.extend(intent("correct")),
]);
export type ParkReportForm = z.infer<typeof ParkReportForm>;

/** Everything a second expert does. */
export const ReviewerForm = z.discriminatedUnion("intent", [
  CommentForm.extend(intent("comment")),
  VerdictForm.extend(intent("verdict")),
]);
export type ReviewerForm = z.infer<typeof ReviewerForm>;
