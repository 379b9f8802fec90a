import type { Writer } from "#db/store.server";
import type { Expert } from "~/domain/identity/actor";
import { chooseSolution, dropSolution } from "./chosen-solutions.server";
import { beginCorrection } from "./corrections.server";
import {
  addFinding,
  addRecommendation,
  changeFinding,
  changeRecommendation,
  removeFinding,
  removeRecommendation,
} from "./findings.server";
import { answerComment } from "./report-comments.server";
import type { ReportEditorForm } from "./report-form";
import { saveReport, submitReport } from "./reports.server";

/** One command per button of the editor; refuses what that command refuses. The value is what was changed. */
export async function editReport(tx: Writer, expert: Expert, diagnosisId: string, value: ReportEditorForm) {
  switch (value.intent) {
    case "save":
      return saveReport(tx, expert, diagnosisId, textOf(value));
    case "add_finding":
      return addFinding(tx, expert, diagnosisId, findingOf(value));
    case "change_finding":
      return changeFinding(tx, expert, diagnosisId, value.id, findingOf(value));
    case "remove_finding":
      return removeFinding(tx, expert, diagnosisId, value.id, value.edit);
    case "add_recommendation":
      return addRecommendation(tx, expert, diagnosisId, adviceOf(value));
    case "change_recommendation":
      return changeRecommendation(tx, expert, diagnosisId, value.id, adviceOf(value));
    case "remove_recommendation":
      return removeRecommendation(tx, expert, diagnosisId, value.id, value.edit);
    case "choose_solution":
      return chooseSolution(tx, expert, diagnosisId, value);
    case "drop_solution":
      return dropSolution(tx, expert, diagnosisId, value);
    case "answer_comment":
      return answerComment(tx, expert, diagnosisId, value);
    case "correct":
      return beginCorrection(tx, expert, diagnosisId, value);
    case "submit":
      return submitReport(tx, expert, { id: diagnosisId, edit: value.edit });
  }
}

type Of<Intent extends ReportEditorForm["intent"]> = Extract<ReportEditorForm, { intent: Intent }>;

function textOf({ intent: _intent, ...text }: Of<"save">) {
  return text;
}

function findingOf(value: Of<"add_finding"> | Of<"change_finding">) {
  const { edit, scenarioKey, title, description, evidence, severity, area } = value;
  const { expectedGain, gainMetric, gainValue, gainUnit } = value;
  const gain = { expectedGain, gainMetric, gainValue, gainUnit };
  return { edit, scenarioKey, title, description, evidence, severity, area, ...gain };
}

function adviceOf(value: Of<"add_recommendation"> | Of<"change_recommendation">) {
  const { edit, findingId, scenarioKey, title, description, effort, effect, priority } = value;
  const { budgetMinFen, budgetMaxFen, quarter, solutionIds } = value;
  const text = { edit, findingId, scenarioKey, title, description };
  return { ...text, effort, effect, priority, budgetMinFen, budgetMaxFen, quarter, solutionIds };
}
