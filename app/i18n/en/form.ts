import type { SameKeys } from "../messages";
import type { form as source } from "../zh-CN/form";

export const form: SameKeys<typeof source> = {
  "summary.title": "{{count}} things need changing",
  "summary.title_one": "One thing needs changing",
  required: "Please fill this in",
  choose: "Please choose one",
  choose_some: "Please choose at least one",
  too_short: "At least {{min}} characters",
  too_long: "At most {{max}} characters",
  too_low: "Not less than {{min}}",
  too_high: "Not more than {{max}}",
  too_many: "Choose at most {{max}}",
  whole_number: "Enter a whole number, for example 30",
  number: "Enter a number, for example 12.5",
  money: "Enter an amount in yuan with at most two decimals, for example 12000 or 12000.50",
  date: "Enter a date that exists, for example 2026-03-05",
  email: "Enter a complete e-mail address, for example name@example.cn",
  mobile: "Enter an 11-digit mainland China mobile number",
  phone: "Enter a telephone number, for example 0791-88880000 or a mobile number",
  website: "Enter a web address, for example https://example.cn",
  credit_code_length: "A unified social credit code has 18 characters; please compare with the business licence",
  credit_code_characters: "A unified social credit code has only digits and capital letters, never I, O, S, V or Z",
  credit_code_checksum:
    "The check character does not fit: one character may be wrong. Please compare with the business licence",
  stale:
    "This was changed after you opened it. What you typed is still below; please compare with the newest content and save again.",
  wrong: "This is not right; please check it",
  optional: "optional",
};
