/** Shape and limits of a verdict on one qualification. */
import { z } from "zod";
import { qualificationCriteria } from "#db/vocabulary/catalogue";
import { moderationReasons } from "#db/vocabulary/moderation";
import { oneOf, optionalParagraph, seenEdit } from "~/domain/fields";

const optionalReason = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.enum(moderationReasons, "form:choose").nullable(),
);

export const VerdictForm = z
  .object({
    criterion: oneOf(qualificationCriteria),
    verdict: oneOf(["passed", "returned"]),
    reason: optionalReason,
    text: optionalParagraph(2000),
    seenEdit: seenEdit(),
  })
  .superRefine((said, context) => {
    if (said.verdict !== "returned") return;
    if (said.reason === null)
      context.addIssue({ code: "custom", path: ["reason"], message: "moderation:error.reason_missing" });
    if (said.text === "")
      context.addIssue({ code: "custom", path: ["text"], message: "moderation:error.text_missing" });
  });
export type VerdictForm = z.output<typeof VerdictForm>;
