/** Shapes of the report editor: the whole, one finding, one recommendation. No text, no query. */
import { z } from "zod";
import { findingAreas, gainMetrics, gainUnits, priorities } from "#db/vocabulary/clinic";
import {
  code,
  codes,
  fold,
  intent,
  line,
  oneOf,
  optionalDecimal,
  optionalLine,
  optionalParagraph,
  optionalWholeNumber,
  optionalYuan,
  seenEdit,
  wholeNumber,
} from "~/domain/fields";
import { AnswerCommentForm, CorrectionForm } from "./review-form";

export const MAX_SOLUTIONS = 10;

/** One word of a closed list, or null when left empty. */
const optionalOneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), oneOf(words).nullable());

export const ReportForm = z.object({
  edit: seenEdit(),
  overview: optionalParagraph(5000),
  summary: optionalParagraph(5000),
  analysis: optionalParagraph(20_000),
  targetLevel: optionalWholeNumber(0, 4),
  disclosure: optionalParagraph(2000),
});
export type ReportForm = z.infer<typeof ReportForm>;

export const FindingForm = z.object({
  edit: seenEdit(),
  scenarioKey: code(),
  title: line(120),
  description: optionalParagraph(5000),
  evidence: optionalParagraph(2000),
  severity: wholeNumber(1, 4),
  area: oneOf(findingAreas).default("production"),
  expectedGain: optionalLine(200),
  /** The same as a figure: all three or none. */
  gainMetric: optionalOneOf(gainMetrics),
  gainValue: optionalDecimal(0, 1_000_000),
  gainUnit: optionalOneOf(gainUnits),
});
export type FindingForm = z.infer<typeof FindingForm>;

/** A quarter of the roadmap, 2027Q1, or null when left empty. */
const quarter = z
  .preprocess((value) => (typeof value === "string" ? fold(value).toUpperCase() : ""), z.string())
  .pipe(z.union([z.literal("").transform(() => null), z.string().regex(/^20\d{2}Q[1-4]$/, "form:choose")]));

export const RecommendationForm = z.object({
  edit: seenEdit(),
  findingId: code(),
  scenarioKey: code(),
  title: line(120),
  description: optionalParagraph(5000),
  effort: optionalWholeNumber(1, 3),
  effect: optionalWholeNumber(1, 3),
  /** Set by hand; null: by the matrix. */
  priority: optionalOneOf(priorities),
  budgetMinFen: optionalYuan(),
  budgetMaxFen: optionalYuan(),
  quarter,
  solutionIds: codes(MAX_SOLUTIONS),
});
export type RecommendationForm = z.infer<typeof RecommendationForm>;

const seen = { edit: seenEdit() };

/** Everything an expert does in the editor; `edit` is the report's, of the case only where the case moves on. */
export const ReportEditorForm = z.discriminatedUnion("intent", [
  ReportForm.extend(intent("save")),
  FindingForm.extend(intent("add_finding")),
  FindingForm.extend({ ...intent("change_finding"), id: code() }),
  z.object({ ...intent("remove_finding"), ...seen, id: code() }),
  RecommendationForm.extend(intent("add_recommendation")),
  RecommendationForm.extend({ ...intent("change_recommendation"), id: code() }),
  z.object({ ...intent("remove_recommendation"), ...seen, id: code() }),
  z.object({ ...intent("choose_solution"), ...seen, id: code(), solutionId: code() }),
  z.object({ ...intent("drop_solution"), ...seen, id: code(), solutionId: code() }),
  AnswerCommentForm.extend(intent("answer_comment")),
  z.object({ ...intent("submit"), ...seen }),
  CorrectionForm.extend(intent("correct")),
]);
export type ReportEditorForm = z.infer<typeof ReportEditorForm>;
