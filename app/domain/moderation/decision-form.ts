/** Shape and limits of a moderator's decision. */
import { z } from "zod";
import { moderationDecisions, moderationReasons } from "#db/vocabulary/moderation";
import { solutionFields } from "~/domain/catalogue/solution-sections";
import { code, codes, oneOf, optionalParagraph, seenEdit, ticked } from "~/domain/fields";
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

const note = optionalParagraph(1000);
const judged = {
  /** The version the moderator saw. */
  versionId: z.string().min(1).max(40),
  /** The moderator's notes by field; a form without them leaves them as they are. */
  notes: z.partialRecord(z.enum(solutionFields), note).optional(),
};

export const SolutionDecisionForm = z
  .object({
    ...decided,
    ...judged,
    /** What readers saw when the page was drawn, empty when nothing. */
    liveId: z.string().max(40).default(""),
    /** The moderator was shown that approving undoes what an import brought, and wants it. */
    undoes: ticked(),
    /** Points of earlier reviews that are settled. */
    settled: codes(200),
  })
  .superRefine(checkGrounds);
/** Keeping notes; of the decision only whether somebody has begun to type one. */
export const SolutionNotesForm = z.object({
  ...judged,
  seenEdit: seenEdit(),
  decision: z.string().max(40).default(""),
  text: z.string().max(20_000).default(""),
});
export const MoveForm = z.object({ parkSlug: code(), text: optionalParagraph(2000) });

export type ProviderDecision = z.output<typeof ProviderDecisionForm>;
type WholeDecision = z.output<typeof SolutionDecisionForm>;
type Optional = "notes" | "liveId" | "undoes" | "settled";
/** What a decision is made of; the rest speaks of what the page showed beside the version. */
export type SolutionDecision = Omit<WholeDecision, Optional> & Partial<Pick<WholeDecision, Optional>>;
export type SolutionNotes = Pick<z.output<typeof SolutionNotesForm>, "versionId" | "seenEdit" | "notes">;
