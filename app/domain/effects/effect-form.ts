/** Forms of an effect: begin, note a figure, confirm, decide. */
import { z } from "zod";
import { gainMetrics, gainUnits } from "#db/vocabulary/clinic";
import { code, oneOf, optionalDecimal, optionalParagraph, paragraph, seenEdit } from "~/domain/fields";

const LONGEST_TEXT = 1_000;
const MOST = 1_000_000_000;

/** `origin`: one of the choices the page offers; `base`: the assessment before. */
export const StartForm = z.object({ origin: code(), base: code() });

const amount = () => optionalDecimal(0, MOST).refine((value): value is number => value !== null, "form:required");

export const FigureForm = z
  .object({
    edit: seenEdit(),
    metric: oneOf(gainMetrics),
    unit: oneOf(gainUnits),
    before: amount(),
    after: amount(),
  })
  .refine(({ unit, before }) => unit !== "percent" || (before ?? 0) <= 100, {
    path: ["before"],
    error: "effects:error.percent",
  })
  .refine(({ unit, after }) => unit !== "percent" || (after ?? 0) <= 100, {
    path: ["after"],
    error: "effects:error.percent",
  });
export type FigureForm = z.infer<typeof FigureForm>;

export const RemoveForm = z.object({ edit: seenEdit(), metric: oneOf(gainMetrics) });
export const ActForm = z.object({ edit: seenEdit() });
export const ConfirmForm = z.object({ edit: seenEdit(), note: optionalParagraph(LONGEST_TEXT) });
export const RejectForm = z.object({ edit: seenEdit(), text: paragraph(LONGEST_TEXT, 5) });
