import type { Writer } from "#db/store.server";
import type { Expert, ParkStaff } from "~/domain/identity/actor";
import { beginCorrection } from "./corrections.server";
import { commentReport } from "./report-comments.server";
import { issueReport, returnReport } from "./reports.server";
import type { ParkReportForm, ReviewerForm } from "./review-form";
import { askReviewer, commentAsReviewer, giveVerdict } from "./second-opinions.server";

/** One command per button of the park's page of a report; refuses what that command refuses. */
export async function reviewReport(tx: Writer, staff: ParkStaff, diagnosisId: string, value: ParkReportForm) {
  switch (value.intent) {
    case "issue":
      return issueReport(tx, staff, { id: diagnosisId, edit: value.edit });
    case "return":
      return returnReport(tx, staff, { id: diagnosisId, edit: value.edit }, value);
    case "comment":
      return commentReport(tx, staff, diagnosisId, value);
    case "ask_reviewer":
      return askReviewer(tx, staff, diagnosisId, value);
    case "correct":
      return beginCorrection(tx, staff, diagnosisId, value);
  }
}

/** The same for the second expert. */
export async function giveOpinion(tx: Writer, reviewer: Expert, reportId: string, value: ReviewerForm) {
  return value.intent === "comment"
    ? commentAsReviewer(tx, reviewer, reportId, value)
    : giveVerdict(tx, reviewer, reportId, value);
}
