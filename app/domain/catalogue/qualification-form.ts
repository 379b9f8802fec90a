/** Shape and limits of a qualification as its owner fills it in. */
import { z } from "zod";
import { optionalDay, optionalParagraph, seenEdit, ticked } from "~/domain/fields";

export const QualificationForm = z.object({
  statement: optionalParagraph(2000),
  validUntil: optionalDay(),
  /** Takes the evidence out; a new file replaces it without this. */
  dropFile: ticked(),
  /** The `edit` the form was drawn from; 0: there was nothing yet. */
  seenEdit: seenEdit(),
});
export type QualificationForm = z.output<typeof QualificationForm>;
