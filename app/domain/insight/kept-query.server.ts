import { foldText } from "~/domain/search/fold.server";

/** Longer texts are descriptions of a case, and may tell whose. */
const MOST_CHARACTERS = 30;
/** Digits of a telephone, an identity card, an account or a credit code, however they are set apart. */
const LONG_NUMBER = /\d(?:[\s\-–—_.·()+/]*\d){5}/;
const CREDIT_CODE = /[0-9a-z]{15,}/;
const ADDRESS = /[@\\]|:\/\/|www\./;

/** What is kept of a search: its folded text, or null for what may name a person, and for what is no word. */
export function keptQuery(typed: string): string | null {
  const text = foldText(typed);
  if (text === "" || [...text].length > MOST_CHARACTERS) return null;
  return LONG_NUMBER.test(text) || CREDIT_CODE.test(text) || ADDRESS.test(text) ? null : text;
}
