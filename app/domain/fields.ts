/**
 * The words forms are written in: shape and limits, no text. What was typed is folded first (full-width letters, digits and
 * spaces become plain ones), so that a code pasted from a document is the code. Errors are message keys of i18n area `form`.
 */
import { z } from "zod";

/**
 * What nobody sees: control characters (tab and line break aside), zero-width ones, and marks that turn the direction of
 * writing. With them two names look the same and are not, or one reads as another. A joiner inside an emoji stays.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u200d(?!\p{Extended_Pictographic})/gu;

/** NFKC without control and other unseen characters (tab and line break stay); trimmed. */
export function fold(typed: string): string {
  return typed.replace(UNSEEN, "").normalize("NFKC").trim();
}

const folded = z.preprocess((value) => (typeof value === "string" ? fold(value) : ""), z.string());

/** Prose keeps its full-width punctuation: only unseen characters and outer blanks go. */
export function foldProse(typed: string): string {
  return typed.replace(/\r\n?/g, "\n").replace(UNSEEN, "").trim();
}

const prose = z.preprocess((value) => (typeof value === "string" ? foldProse(value) : ""), z.string());

const typedNumber = folded.transform((text) => text.replaceAll(",", ""));

/** One line of text, required. */
export const line = (max: number) =>
  prose.pipe(
    z
      .string()
      .min(1, "form:required")
      .max(max)
      .transform((text) => text.replace(/\s*\n\s*/g, " ")),
  );
/** One line of text, may be empty. */
export const optionalLine = (max: number) =>
  prose.pipe(
    z
      .string()
      .max(max)
      .transform((text) => text.replace(/\s*\n\s*/g, " ")),
  );
/** Several lines, required. */
export const paragraph = (max: number, min = 1) =>
  prose.pipe(z.string().min(1, { error: "form:required", abort: true }).min(min).max(max));
/** Several lines, may be empty. */
export const optionalParagraph = (max: number) => prose.pipe(z.string().max(max));

/** A whole number in [min, max]. */
export const wholeNumber = (min: number, max: number) =>
  typedNumber.pipe(
    z
      .string()
      .min(1, "form:required")
      .regex(/^-?\d+$/, "form:whole_number")
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
  );
/** A whole number in [min, max], or null when left empty. */
export const optionalWholeNumber = (min: number, max: number) =>
  typedNumber.pipe(
    z.union([
      z.literal("").transform(() => null),
      z
        .string()
        .regex(/^-?\d+$/, "form:whole_number")
        .transform(Number)
        .pipe(z.number().min(min).max(max)),
    ]),
  );
/** A decimal number in [min, max], or null when left empty. */
export const optionalDecimal = (min: number, max: number) =>
  typedNumber.pipe(
    z.union([
      z.literal("").transform(() => null),
      z
        .string()
        .regex(/^-?\d+(\.\d+)?$/, "form:number")
        .transform(Number)
        .pipe(z.number().min(min).max(max)),
    ]),
  );

/** An amount as people write it (1,200 · 3万 · 1.5 万元) in plain digits of yuan; anything else as it is. */
export function plainYuan(text: string): string {
  const plain = text.replaceAll(",", "").replace(/\s*元$/, "");
  const inWan = /^(\d+(?:\.\d{1,6})?)\s*万$/.exec(plain);
  return inWan ? String(Math.round(Number(inWan[1]) * 1_000_000) / 100) : plain;
}

const MAX_YUAN = 1_000_000_000;
const yuanText = z
  .string()
  .transform(plainYuan)
  .pipe(z.string().regex(/^-?\d+(\.\d{1,2})?$/, "form:money"))
  .transform(Number)
  .pipe(z.number().min(0).max(MAX_YUAN));

/** An amount typed in yuan, at most two decimals; becomes whole fen. */
export const yuan = () =>
  typedNumber.pipe(
    z
      .string()
      .min(1, "form:required")
      .pipe(yuanText)
      .transform((amount) => Math.round(amount * 100)),
  );
/** The same, or null when left empty. */
export const optionalYuan = () =>
  typedNumber.pipe(
    z.union([z.literal("").transform(() => null), yuanText.transform((amount) => Math.round(amount * 100))]),
  );

/** YYYY-MM-DD of a day that exists. */
const dayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "form:date")
  .refine((day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  }, "form:date");
export const day = () => folded.pipe(z.string().min(1, "form:required").pipe(dayText));
export const optionalDay = () => folded.pipe(z.union([z.literal("").transform(() => null), dayText]));

export const email = () =>
  folded.pipe(z.string().min(1, "form:required").max(254).toLowerCase().pipe(z.email("form:email")));

/** A mainland mobile number: 11 digits, spaces, dashes and +86 folded away. */
export const mobile = () =>
  folded.pipe(
    z
      .string()
      .min(1, "form:required")
      .transform((text) => text.replace(/[\s-]/g, "").replace(/^(\+86|0086)/, ""))
      .pipe(z.string().regex(/^1[3-9]\d{9}$/, "form:mobile")),
  );

/** The same two, or null when left empty. */
export const optionalEmail = () => emptyOr(email());
export const optionalMobile = () => emptyOr(mobile());

/** A telephone number as people write it: mobile or landline. */
export const phone = () =>
  folded.pipe(
    z
      .string()
      .min(1, "form:required")
      .max(30)
      .regex(/^\+?[\d\s()-]{7,}$/, "form:phone"),
  );
export const optionalPhone = () =>
  folded.pipe(
    z.union([
      z.literal(""),
      z
        .string()
        .max(30)
        .regex(/^\+?[\d\s()-]{7,}$/, "form:phone"),
    ]),
  );

/** An http or https address, or null when left empty; a bare host gets https. */
export const optionalWebsite = () =>
  folded.pipe(
    z.union([
      z.literal("").transform(() => null),
      z
        .string()
        .max(300)
        .transform((text) => (/^https?:\/\//i.test(text) ? text : `https://${text}`))
        .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "form:website" })),
    ]),
  );

/** One word of a closed list. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) => z.enum(words, "form:choose");

/** Any number of words of a closed list; a single choice arrives as one string. */
export const someOf = <const Words extends readonly [string, ...string[]]>(words: Words, min = 0) =>
  z.preprocess(
    asList,
    z.array(z.enum(words, "form:choose")).min(min, "form:choose_some").max(words.length).transform(unique),
  );

/** Any number of codes; whether they exist is the command's check. */
export const codes = (max: number, min = 0) =>
  z.preprocess(asList, z.array(z.string().max(80)).min(min, "form:choose_some").max(max).transform(unique));

/** A code of a reference table; whether it exists is the command's check. */
export const code = () => folded.pipe(z.string().min(1, "form:choose").max(80));
export const optionalCode = () =>
  folded.pipe(
    z
      .string()
      .max(80)
      .transform((text) => text || null),
  );

/** A ticked box. */
export const ticked = () => z.preprocess((value) => value === "on" || value === "1" || value === true, z.boolean());

/** Which button of a page with several forms was pressed: a part of each form's shape. */
export const intent = <const Word extends string>(word: Word) => ({ intent: z.literal(word) });

/** The `edit` number a form was drawn from, for optimistic locking. */
export const seenEdit = () => z.coerce.number().int().min(0);

function emptyOr<Schema extends z.ZodType>(schema: Schema) {
  return z.union([
    z.preprocess((value) => (typeof value === "string" ? fold(value) : ""), z.literal("")).transform(() => null),
    schema,
  ]);
}

function asList(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  return (Array.isArray(value) ? value : [value]).filter((item) => item !== "");
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}
