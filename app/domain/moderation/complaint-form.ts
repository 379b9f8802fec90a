/** Shapes of a complaint, the provider's side of it, and its answer. */
import { z } from "zod";
import { complaintGrounds } from "#db/vocabulary/moderation";
import { oneOf, paragraph, seenEdit, ticked } from "~/domain/fields";

export const ComplaintForm = z.object({ ground: oneOf(complaintGrounds), text: paragraph(2000, 10) });
export type ComplaintForm = z.output<typeof ComplaintForm>;

export const HearingForm = z.object({ text: paragraph(2000, 4) });
export type HearingForm = z.output<typeof HearingForm>;

export const ComplaintAnswerForm = z.object({
  status: oneOf(["upheld", "dismissed"]),
  text: paragraph(2000, 4),
  /** Together with upholding it: nothing of what was complained about is shown any more. */
  suspend: ticked(),
  edit: seenEdit(),
});
export type ComplaintAnswerForm = z.output<typeof ComplaintAnswerForm>;
