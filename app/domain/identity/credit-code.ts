/** Unified social credit code, GB 32100-2015: 18 characters, the last one a check character, weighted modulo 31. */
import { z } from "zod";
import { fold } from "../fields";

const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3 to the power of the position, modulo 31 (GB 32100-2015, 4.5). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The code as it is kept: full-width characters folded, blanks and dashes out, upper case. */
export function foldCreditCode(typed: string): string {
  return fold(typed).replace(/[\s-]/g, "").toUpperCase();
}

/** The check character of the first 17 characters; null when one of them cannot stand in a code. */
export function checkCharacterOf(first17: string): string | null {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) {
    const value = CHARACTERS.indexOf(first17[i] ?? "?");
    if (value < 0) return null;
    sum += value * weight;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] ?? null;
}

/** What is wrong with a folded code, as a message key of `form`; null when it is right. */
export function creditCodeProblem(code: string) {
  if (code === "") return "form:required";
  if (code.length !== 18) return "form:credit_code_length";
  const check = checkCharacterOf(code.slice(0, 17));
  if (check === null || !CHARACTERS.includes(code.charAt(17))) return "form:credit_code_characters";
  return check === code.charAt(17) ? null : "form:credit_code_checksum";
}

/** A form field that holds a credit code. */
export const creditCode = () =>
  z.preprocess(
    (value) => (typeof value === "string" ? foldCreditCode(value).slice(0, 100) : ""),
    z.string().superRefine((code, context) => {
      const problem = creditCodeProblem(code);
      if (problem) context.addIssue({ code: "custom", message: problem });
    }),
  );
