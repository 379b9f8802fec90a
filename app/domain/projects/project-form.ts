/** Shapes of the project's forms. No text, no query. */
import { z } from "zod";
import { objectionReasons } from "#db/vocabulary/projects";
import { day, intent, oneOf, optionalParagraph, paragraph, seenEdit } from "~/domain/fields";

const MAX_TEXT = 2000;
/** Shorter is a grade, not an experience. */
const MIN_RATING_TEXT = 10;

const edit = seenEdit();

export const StartForm = z.object({ edit, on: day(), text: optionalParagraph(MAX_TEXT) });
export const DeliverForm = z.object({ edit, on: day(), text: paragraph(MAX_TEXT) });
export const ApproveForm = z.object({ edit, text: optionalParagraph(MAX_TEXT) });
export const ObjectForm = z.object({ edit, reason: oneOf(objectionReasons), text: paragraph(MAX_TEXT) });

const point = () => oneOf(["1", "2", "3", "4", "5"]).transform(Number);

export const RatingForm = z.object({
  ...{ fit: point(), schedule: point(), service: point(), benefit: point() },
  text: paragraph(MAX_TEXT, MIN_RATING_TEXT),
});
export type RatingForm = z.infer<typeof RatingForm>;

/** Every button of the provider's page. */
export const ProviderProjectForm = z.discriminatedUnion("intent", [
  StartForm.extend(intent("start")),
  DeliverForm.extend(intent("deliver")),
  z.object({ ...intent("answer"), text: paragraph(MAX_TEXT) }),
]);
export type ProviderProjectForm = z.infer<typeof ProviderProjectForm>;

/** Every button of the enterprise's page. */
export const EnterpriseProjectForm = z.discriminatedUnion("intent", [
  ApproveForm.extend(intent("accept")),
  ObjectForm.extend(intent("object")),
  RatingForm.extend(intent("rate")),
]);
export type EnterpriseProjectForm = z.infer<typeof EnterpriseProjectForm>;
