/** The smallest parts of a scheme: number fields and options. */
import { z } from "zod";

/** Chinese text as it is set in print: the source writes half-width commas, colons and brackets between characters. */
export const chinese = z.string().transform((text) => {
  if (!/\p{sc=Han}/u.test(text)) return text;
  const marks: Record<string, string> = { ",": "，", ":": "：", ";": "；", "(": "（", ")": "）" };
  return text.replace(/(?<=[\p{sc=Han}”）)])[,:;]|[,:;](?=[\p{sc=Han}“（(])|[()]/gu, (mark) => marks[mark] ?? mark);
});

export const NumberField = z
  .object({ key: z.string().regex(/^[a-z][a-z0-9_]*$/), label_zh: chinese, label_en: z.string(), unit: z.string() })
  .transform((raw) => ({ key: raw.key, labelZh: raw.label_zh, labelEn: raw.label_en, unit: raw.unit }));

export const Option = z
  .object({
    value: z.string().regex(/^[A-Z0-9]$/),
    label_zh: chinese,
    label_en: z.string(),
    score: z.number().min(0),
    min: z.number().optional(),
    max: z.number().optional(),
    min_inclusive: z.boolean().default(true),
    max_inclusive: z.boolean().default(true),
    direction: z.enum(["up", "flat", "down"]).optional(),
  })
  .transform((raw) => ({
    value: raw.value,
    labelZh: raw.label_zh,
    labelEn: raw.label_en,
    /** Points, or the level itself in a question about a scenario. */
    score: raw.score,
    /** Percent; null where the option is not a range. */
    range:
      raw.min === undefined || raw.max === undefined
        ? null
        : { min: raw.min, max: raw.max, minInclusive: raw.min_inclusive, maxInclusive: raw.max_inclusive },
    direction: raw.direction ?? null,
  }));

export type NumberField = z.infer<typeof NumberField>;
export type Option = z.infer<typeof Option>;
