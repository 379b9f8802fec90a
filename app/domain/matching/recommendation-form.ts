/** Shape of "we will not follow this": a reason of the list and, where it says nothing, words. */
import { z } from "zod";
import { oneOf, optionalParagraph } from "~/domain/fields";

export const notAdoptedReasons = ["budget", "timing", "done_already", "not_fitting", "no_provider", "other"] as const;
export type NotAdoptedReason = (typeof notAdoptedReasons)[number];

export const NotAdoptedForm = z
  .object({ reason: oneOf(notAdoptedReasons), text: optionalParagraph(1000) })
  .check(({ value, issues }) => {
    if (value.reason === "other" && value.text === "") {
      issues.push({ code: "custom", path: ["text"], message: "form:required", input: value.text });
    }
  });
export type NotAdoptedForm = z.infer<typeof NotAdoptedForm>;

/** Every button of the recommendation's page. */
export const RecommendationActForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("shortlist") }),
  NotAdoptedForm.safeExtend({ intent: z.literal("leave") }),
]);
