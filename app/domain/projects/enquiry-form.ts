/** Shapes of the enquiry's forms. No text, no query. */
import { z } from "zod";
import { enquiryReasons } from "#db/vocabulary/projects";
import {
  code,
  line,
  oneOf,
  optionalCode,
  optionalDay,
  optionalWholeNumber,
  optionalYuan,
  paragraph,
  phone,
} from "~/domain/fields";

const MAX_TEXT = 2000;

/** The id is made with the page, so that a form sent twice is one enquiry. */
export const SendEnquiryForm = z.object({
  id: z.string().regex(/^enq_[0-9a-z]{26}$/, "form:wrong"),
  solution: code(),
  recommendation: optionalCode(),
  message: paragraph(MAX_TEXT, 10),
  contactName: line(40),
  contactPhone: phone(),
});
export type SendEnquiryForm = z.infer<typeof SendEnquiryForm>;

/** A provider's answer; with a price it is a quote. */
export const AnswerForm = z
  .object({
    text: paragraph(MAX_TEXT),
    price: optionalYuan(),
    days: optionalWholeNumber(1, 3650),
    validUntil: optionalDay(),
  })
  .check(({ value, issues }) => {
    if (value.price === null && (value.days !== null || value.validUntil !== null)) {
      issues.push({ code: "custom", path: ["price"], message: "form:required", input: value.price });
    }
  });
export type AnswerForm = z.infer<typeof AnswerForm>;

export const ReplyForm = z.object({ text: paragraph(MAX_TEXT) });
export type ReplyForm = z.infer<typeof ReplyForm>;

/** Accepting names the quote that was read. */
export const AcceptForm = z.object({ quote: code() });

/** Declining or withdrawing: a reason of the list and words. */
export const EndForm = z.object({ reason: oneOf(enquiryReasons), text: paragraph(MAX_TEXT) });
export type EndForm = z.infer<typeof EndForm>;

const intent = <const Word extends string>(word: Word) => z.literal(word);

/** Every button of the enterprise's page. */
export const EnterpriseActForm = z.discriminatedUnion("intent", [
  ReplyForm.extend({ intent: intent("reply") }),
  AcceptForm.extend({ intent: intent("accept") }),
  EndForm.extend({ intent: intent("decline") }),
  EndForm.extend({ intent: intent("withdraw") }),
]);
export type EnterpriseActForm = z.infer<typeof EnterpriseActForm>;

/** Every button of the provider's page. */
export const ProviderActForm = z.discriminatedUnion("intent", [
  z.object({ intent: intent("acknowledge") }),
  AnswerForm.safeExtend({ intent: intent("answer") }),
  EndForm.extend({ intent: intent("decline") }),
]);
export type ProviderActForm = z.infer<typeof ProviderActForm>;
