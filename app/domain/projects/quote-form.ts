/** Shapes of the quote's forms. No text, no query. */
import { z } from "zod";
import { enquiryReasons } from "#db/vocabulary/projects";
import { code, day, line, oneOf, optionalParagraph, ticked, wholeNumber, yuan } from "~/domain/fields";
import { MAX_LINES } from "./quote";

const MAX_TEXT = 2000;
const MAX_DAYS = 3650;
const MAX_WARRANTY_MONTHS = 240;

const PriceLine = z.object({ text: line(200), price: yuan(), isEligible: ticked() });

/** The id is made with the page, so that a quote sent twice is one; `seen` is the number of the latest one the page showed. */
export const QuoteForm = z
  .object({
    id: z.string().regex(/^quo_[0-9a-z]{26}$/, "form:wrong"),
    seen: wholeNumber(0, 9999),
    lines: z.preprocess((typed) => typed ?? [], z.array(PriceLine).min(1, "quotes:wrong.no_line").max(MAX_LINES)),
    days: wholeNumber(1, MAX_DAYS),
    warrantyMonths: wholeNumber(0, MAX_WARRANTY_MONTHS),
    validUntil: day(),
    note: optionalParagraph(MAX_TEXT),
  })
  .check(({ value, issues }) => {
    if (value.lines.every(({ price }) => price === 0))
      issues.push({ code: "custom", path: ["lines"], message: "quotes:wrong.no_price", input: value.lines });
  });
export type QuoteForm = z.infer<typeof QuoteForm>;

/** Accepting names the quote that was read, and why the others of the bundle, if any are open, are declined. */
export const AcceptForm = z.object({
  enquiry: code(),
  quote: code(),
  reason: oneOf(enquiryReasons),
  text: optionalParagraph(MAX_TEXT),
});
export type AcceptForm = z.infer<typeof AcceptForm>;
