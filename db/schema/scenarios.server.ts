/** Reference data: places, industries, parks, scenarios. Loaded from db/reference, keyed by their public codes. */
import { index, int, json, table, text, time } from "../kit.server";

export const region = table(
  "region",
  {
    code: text().primaryKey(),
    parentCode: text(),
    level: text({ enum: ["province", "prefecture", "county"] }).notNull(),
    nameZh: text().notNull(),
    nameEn: text().notNull(),
  },
  (t) => [index("region_by_parent").on(t.parentCode)],
);

export const industry = table(
  "industry",
  {
    code: text().primaryKey(),
    parentCode: text(),
    level: text({ enum: ["section", "division", "group", "class"] }).notNull(),
    nameZh: text().notNull(),
    nameEn: text().notNull(),
  },
  (t) => [index("industry_by_parent").on(t.parentCode)],
);

export const park = table(
  "park",
  {
    slug: text().primaryKey(),
    code: text(),
    nameZh: text().notNull(),
    shortNameZh: text().notNull(),
    nameEn: text().notNull(),
    level: text({ enum: ["national", "provincial"] }).notNull(),
    kind: text().notNull(),
    /** Where it lies: a county or, for zones of a city, the prefecture. */
    regionCode: text().notNull(),
    prefectureCode: text().notNull(),
    leadingIndustriesZh: text().notNull(),
    leadingIndustries: json<string[]>().notNull(),
    aliasesZh: json<string[]>().notNull(),
    /** high, medium, low: how sure the row is (db/reference/SOURCES.md). */
    confidence: text({ enum: ["high", "medium", "low"] }).notNull(),
    industriesConfidence: text(),
    /** One of the 102 zones of the programme. */
    inProgramme: int({ mode: "boolean" }).notNull(),
    note: text(),
  },
  (t) => [index("park_by_prefecture").on(t.prefectureCode), index("park_by_region").on(t.regionCode)],
);

export const scenario = table("scenario", {
  key: text().primaryKey(),
  /** core: one of the 16; foundation: one of the 7; example: an industry's example of a core scenario. */
  kind: text({ enum: ["core", "foundation", "example"] }).notNull(),
  no: int().notNull(),
  stageKey: text(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  /** The whole row of scenarios.json. */
  content: json<Record<string, unknown>>().notNull(),
});

export const chain = table("chain", {
  slug: text().primaryKey(),
  no: int().notNull(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  divisions: json<string[]>().notNull(),
  secondaryDivisions: json<string[]>().notNull(),
  /** Matching entry of chain-pain-points.json: pain points and priority scenarios. */
  content: json<Record<string, unknown>>().notNull(),
});

/** Which reference files are loaded, by content: a changed file is loaded again in place. */
export const referenceFile = table("reference_file", {
  name: text().primaryKey(),
  sha256: text().notNull(),
  loadedAt: time().notNull(),
});

/** Facts about the database itself, e.g. which demonstration world it holds. */
export const setting = table("setting", { key: text().primaryKey(), value: text().notNull() });
