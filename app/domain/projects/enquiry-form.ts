/** Shapes of the enquiry's forms. No text, no query. */
import { z } from "zod";
import { enquiryReasons } from "#db/vocabulary/projects";
import { code, codes, intent, line, oneOf, optionalCode, paragraph, phone } from "~/domain/fields";
import { MAX_ASKED } from "./enquiry-status";

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

/** The same question to the providers of one to five solutions. */
export const AskForm = SendEnquiryForm.omit({ solution: true }).extend({ solutions: codes(MAX_ASKED, 1) });
export type AskForm = z.infer<typeof AskForm>;

/** A provider's answer in words; a price is a quote of its own. */
export const AnswerForm = z.object({ text: paragraph(MAX_TEXT) });
export type AnswerForm = z.infer<typeof AnswerForm>;

export const ReplyForm = z.object({ text: paragraph(MAX_TEXT) });
export type ReplyForm = z.infer<typeof ReplyForm>;

/** Declining or withdrawing: a reason of the list and words. */
export const EndForm = z.object({ reason: oneOf(enquiryReasons), text: paragraph(MAX_TEXT) });
export type EndForm = z.infer<typeof EndForm>;

/** Every button of the enterprise's page. */
export const EnterpriseActForm = z.discriminatedUnion("intent", [
  ReplyForm.extend(intent("reply")),
  EndForm.extend(intent("decline")),
  EndForm.extend(intent("withdraw")),
]);
export type EnterpriseActForm = z.infer<typeof EnterpriseActForm>;

/** Every button of the provider's page. */
export const ProviderActForm = z.discriminatedUnion("intent", [
  z.object(intent("acknowledge")),
  AnswerForm.extend(intent("answer")),
  EndForm.extend(intent("decline")),
]);
export type ProviderActForm = z.infer<typeof ProviderActForm>;
