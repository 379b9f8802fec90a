/** Shapes of what the province maintains for its moderators: sentences and risky words. */
import { z } from "zod";
import { moderationReasons } from "#db/vocabulary/moderation";
import { line, oneOf, optionalLine, optionalParagraph, paragraph, seenEdit } from "~/domain/fields";
import { LONGEST_WORD } from "./risky-words";

export const CannedReasonForm = z.object({
  reason: oneOf(moderationReasons),
  textZh: paragraph(400, 4),
  textEn: optionalParagraph(400),
});
export type CannedReasonForm = z.output<typeof CannedReasonForm>;

/** An existing sentence; `seen`: when it was last changed, as the page said. */
export const CannedChangeForm = CannedReasonForm.extend({ id: z.string().min(1).max(40), seen: seenEdit() });
export type CannedChangeForm = z.output<typeof CannedChangeForm>;

export const CannedSwitchForm = z.object({ id: z.string().min(1).max(40) });

export const RiskyWordForm = z.object({ word: line(LONGEST_WORD), note: optionalLine(120) });
export type RiskyWordForm = z.output<typeof RiskyWordForm>;
