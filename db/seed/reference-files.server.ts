/** Shapes of the files in db/reference, and reading them: whatever is wrong is said in one sentence with file and row. */
import { parse } from "csv-parse/sync";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LexiconFile } from "./lexicon.server";
import { ModerationFile } from "./moderation.server";

const text = z.string().trim().min(1);
const optionalText = z.string().trim();
const list = z.string().transform((cell) =>
  cell
    .split("|")
    .map((item) => item.trim())
    .filter(Boolean),
);
const yesNo = z.enum(["yes", "no"]).transform((word) => word === "yes");
const confidence = z.enum(["high", "medium", "low"]);

const Region = z.object({
  code: z.string().regex(/^\d{6}$/),
  parent_code: optionalText,
  level: z.enum(["province", "prefecture", "county"]),
  name_zh: text,
  name_en: text,
});

const Industry = z.object({
  code: z.string().regex(/^C\d{0,4}$/),
  parent_code: optionalText,
  level: z.enum(["section", "division", "group", "class"]),
  name_zh: text,
  name_en: text,
});

const Park = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  code: z.union([z.literal(""), z.string().regex(/^\d{8}$/)]),
  name_zh: text,
  short_name_zh: text,
  name_en: text,
  level: z.enum(["national", "provincial"]),
  kind: text,
  region_code: text,
  prefecture_code: text,
  leading_industries_zh: optionalText,
  leading_industry_codes: list,
  aliases_zh: list,
  confidence,
  industries_confidence: z.union([z.literal(""), confidence]),
  in_102_candidate: yesNo,
  note: optionalText,
});

const Chain = z.object({
  no: z.coerce.number().int().min(1),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  name_zh: text,
  name_en: text,
  division_codes: list,
  secondary_division_codes: list,
});

const Scenario = z.looseObject({
  key: z.string().regex(/^[a-z0-9_]+$/),
  set: z.enum(["core16", "foundation", "industry_example"]),
  stage_key: z.string().optional(),
  name_zh: text,
  name_en: text,
  constrained: z.boolean().optional(),
  core_scene: z.string().optional(),
  confidence: text,
});

const PainPoints = z.object({
  chains: z.array(z.looseObject({ key: text, name_zh: text, priority_scenes: z.array(z.string()) })),
});

const Question = z.looseObject({ key: text, max_score: z.number(), scene_key: z.string().optional() });
const Dimension = z.looseObject({
  key: text,
  mode: z.enum(["points", "scenario_level"]),
  max_score: z.number().nullable(),
  indicators: z.array(z.looseObject({ questions: z.array(Question) })),
});
const Scheme = z.looseObject({
  key: text,
  issued: z.iso.date(),
  dimensions: z.array(Dimension),
  gating: z.looseObject({
    thresholds: z.array(z.looseObject({ level: z.number().int().min(1).max(4) })),
    constrained_scenes: z.array(z.string()),
  }),
});

/** A row with the words that say where it stands, e.g. "parks.csv, row 12". */
export type Placed<Row> = { row: Row; at: string };

export type ReferenceFiles = ReturnType<typeof parseReference>;
export type ReferenceTexts = Record<ReferenceFileName, string>;
export type ReferenceFileName = (typeof REFERENCE_FILES)[number];

/** In the order they are written: what others name comes first. */
export const REFERENCE_FILES = [
  "regions.csv",
  "industries.csv",
  "parks.csv",
  "scenarios.json",
  "chains.csv",
  "chain-pain-points.json",
  "assessment-miit-2024.json",
  "lexicon.json",
  "moderation.json",
] as const;

export function readReferenceTexts(folder: string): ReferenceTexts {
  const read = (name: ReferenceFileName) => readFileSync(join(folder, name), "utf8");
  return {
    "regions.csv": read("regions.csv"),
    "industries.csv": read("industries.csv"),
    "parks.csv": read("parks.csv"),
    "scenarios.json": read("scenarios.json"),
    "chains.csv": read("chains.csv"),
    "chain-pain-points.json": read("chain-pain-points.json"),
    "assessment-miit-2024.json": read("assessment-miit-2024.json"),
    "lexicon.json": read("lexicon.json"),
    "moderation.json": read("moderation.json"),
  };
}

export function sha256(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Throws one sentence naming file, row and column of the first cell that has the wrong shape. */
export function parseReference(texts: ReferenceTexts) {
  return {
    regions: csvRows("regions.csv", texts, Region),
    industries: csvRows("industries.csv", texts, Industry),
    parks: csvRows("parks.csv", texts, Park),
    chains: csvRows("chains.csv", texts, Chain),
    scenarios: jsonEntries("scenarios.json", texts, Scenario),
    painPoints: jsonFile("chain-pain-points.json", texts, PainPoints),
    scheme: jsonFile("assessment-miit-2024.json", texts, Scheme),
    lexicon: jsonFile("lexicon.json", texts, LexiconFile),
    moderation: jsonFile("moderation.json", texts, ModerationFile),
  };
}

function csvRows<S extends z.ZodType>(name: ReferenceFileName, texts: ReferenceTexts, shape: S): Placed<z.infer<S>>[] {
  const records: unknown[] = orSay(name, () =>
    parse(texts[name], { bom: true, columns: true, skip_empty_lines: true }),
  );
  // Row 1 is the header, as a spreadsheet counts.
  return records.map((record, index) => placed(shape, record, `${name}, row ${index + 2}`));
}

function jsonEntries<S extends z.ZodType>(
  name: ReferenceFileName,
  texts: ReferenceTexts,
  shape: S,
): Placed<z.infer<S>>[] {
  const entries: unknown = orSay(name, () => JSON.parse(texts[name]));
  if (!Array.isArray(entries)) throw new Error(`${name}: expected a list`);
  return entries.map((entry, index) => placed(shape, entry, `${name}, entry ${index + 1}`));
}

function jsonFile<S extends z.ZodType>(name: ReferenceFileName, texts: ReferenceTexts, shape: S): z.infer<S> {
  return placed(
    shape,
    orSay(name, () => JSON.parse(texts[name])),
    name,
  ).row;
}

function placed<S extends z.ZodType>(shape: S, value: unknown, at: string): Placed<z.infer<S>> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return { row: parsed.data, at };
  const [issue] = parsed.error.issues;
  throw new Error(`${at}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "wrong shape"}`);
}

function orSay<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
