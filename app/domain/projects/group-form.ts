/** Shapes of the forms of group requests. No text, no query. */
import { z } from "zod";
import { code, codes, line, oneOf, paragraph, seenEdit } from "~/domain/fields";
import { closeReasons, MAX_SOLUTIONS, MIN_MEMBERS } from "./group-status";

/** The id is made with the page, so that a form sent twice is one group. */
export const NewGroupForm = z.object({
  id: z.string().regex(/^grp_[0-9a-z]{26}$/, "form:wrong"),
  scenario: code(),
  enterprises: codes(100, MIN_MEMBERS),
  title: line(80),
  text: paragraph(2000, 10),
});
export type NewGroupForm = z.infer<typeof NewGroupForm>;

export const AnswerGroupForm = z.object({ intent: oneOf(["joined", "declined"]) });

/** `solutions`: addresses of published solutions. */
export const SendGroupForm = z.object({
  intent: z.literal("send"),
  edit: seenEdit(),
  solutions: codes(MAX_SOLUTIONS, 1),
});
export const CloseGroupForm = z.object({
  intent: z.literal("close"),
  edit: seenEdit(),
  reason: oneOf(closeReasons),
  text: paragraph(2000),
});

export const ParkGroupForm = z.discriminatedUnion("intent", [SendGroupForm, CloseGroupForm]);
export type ParkGroupForm = z.infer<typeof ParkGroupForm>;
