/** Shape and limits of a moderator's decision. */
import { z } from "zod";
import { moderationDecisions, moderationReasons } from "#db/vocabulary/moderation";
import { code, oneOf, optionalParagraph, seenEdit } from "~/domain/fields";
import { groundsOf } from "./decision-rules";

const optionalReason = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.enum(moderationReasons, "form:choose").nullable(),
);

const decided = {
  decision: oneOf(moderationDecisions),
  reason: optionalReason,
  text: optionalParagraph(2000),
  /** The `edit` number of what the moderator saw. */
  seenEdit: seenEdit(),
};

type Said = { decision: (typeof moderationDecisions)[number]; reason: string | null; text: string };

/** A negative decision names a reason and says it in words; taking one back says why in words. */
function checkGrounds(said: Said, context: z.RefinementCtx): void {
  const grounds = groundsOf(said.decision);
  if (grounds === "code" && said.reason === null)
    context.addIssue({ code: "custom", path: ["reason"], message: "moderation:error.reason_missing" });
  if (grounds !== "none" && said.text === "")
    context.addIssue({ code: "custom", path: ["text"], message: "moderation:error.text_missing" });
}

export const ProviderDecisionForm = z.object(decided).superRefine(checkGrounds);
export const SolutionDecisionForm = z
  .object({ ...decided, /** The version the moderator saw. */ versionId: z.string().min(1).max(40) })
  .superRefine(checkGrounds);
export const MoveForm = z.object({ parkSlug: code(), text: optionalParagraph(2000) });

export type ProviderDecision = z.output<typeof ProviderDecisionForm>;
export type SolutionDecision = z.output<typeof SolutionDecisionForm>;
