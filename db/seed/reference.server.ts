/** Loads places, industries, parks, scenarios, chains and the questionnaire from db/reference. Used by set-up and tests only. */
import type Sqlite from "better-sqlite3";
import { getTableColumns, sql, type Table } from "drizzle-orm";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { scheme } from "../schema/assessment.server";
import { chain, industry, park, referenceFile, region, scenario } from "../schema/scenarios.server";
import { checkLexicon, writeLexicon } from "./lexicon.server";
import { writeModeration } from "./moderation.server";
import { checkReference } from "./reference-checks.server";
import {
  parseReference,
  readReferenceTexts,
  REFERENCE_FILES,
  sha256,
  type ReferenceFileName,
  type ReferenceFiles,
} from "./reference-files.server";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../reference");

const KIND = { core16: "core", foundation: "foundation", industry_example: "example" } as const;

type Database = BetterSQLite3Database;

/**
 * Writes what changed since the last load, all files or none, and answers their names. A changed file updates its rows in
 * place; a row that left its file stays, since organisations, solutions and cases may name it. Throws one sentence naming
 * file and row when anything is wrong.
 */
export function loadReference(writer: Sqlite.Database, folder = FOLDER, now = Date.now()): ReferenceFileName[] {
  const texts = readReferenceTexts(folder);
  const db = drizzle(writer);
  const known = new Map(
    db
      .select()
      .from(referenceFile)
      .all()
      .map((file) => [file.name, file.sha256]),
  );
  const changed = REFERENCE_FILES.filter((name) => known.get(name) !== sha256(texts[name]));
  if (changed.length === 0) return [];
  const files = parseReference(texts);
  checkReference(files);
  checkLexicon(files);
  db.transaction(
    (tx) => {
      for (const name of changed) {
        WRITE[name](tx, files);
        const loaded = { name, sha256: sha256(texts[name]), loadedAt: now };
        tx.insert(referenceFile).values(loaded).onConflictDoUpdate({ target: referenceFile.name, set: loaded }).run();
      }
      if (changed.some((name) => NAMING.includes(name))) writeLexicon(tx, files, now);
    },
    { behavior: "immediate" },
  );
  return changed;
}

const WRITE: Record<ReferenceFileName, (tx: Database, files: ReferenceFiles) => void> = {
  "regions.csv": writeRegions,
  "industries.csv": writeIndustries,
  "parks.csv": writeParks,
  "scenarios.json": writeScenarios,
  "chains.csv": writeChains,
  "chain-pain-points.json": writeChains,
  "assessment-miit-2024.json": writeScheme,
  // Its words come from several files: written once, after all of them.
  "lexicon.json": () => undefined,
  "moderation.json": (tx, { moderation }) => writeModeration(tx, moderation, Date.now()),
};

/** Files whose names are words of the dictionary of search. */
const NAMING: readonly ReferenceFileName[] = ["industries.csv", "scenarios.json", "lexicon.json"];

function writeRegions(tx: Database, { regions }: ReferenceFiles): void {
  const rows = regions.map(({ row }) => ({
    ...named(row),
    code: row.code,
    parentCode: row.parent_code || null,
    level: row.level,
  }));
  tx.insert(region)
    .values(rows)
    .onConflictDoUpdate({ target: region.code, set: asGiven(region) })
    .run();
}

function writeIndustries(tx: Database, { industries }: ReferenceFiles): void {
  const rows = industries.map(({ row }) => ({
    ...named(row),
    code: row.code,
    parentCode: row.parent_code || null,
    level: row.level,
  }));
  tx.insert(industry)
    .values(rows)
    .onConflictDoUpdate({ target: industry.code, set: asGiven(industry) })
    .run();
}

function writeParks(tx: Database, { parks }: ReferenceFiles): void {
  const rows = parks.map(({ row }) => ({
    ...named(row),
    slug: row.slug,
    code: row.code || null,
    shortNameZh: row.short_name_zh,
    level: row.level,
    kind: row.kind,
    regionCode: row.region_code,
    prefectureCode: row.prefecture_code,
    leadingIndustriesZh: row.leading_industries_zh,
    leadingIndustries: row.leading_industry_codes,
    aliasesZh: row.aliases_zh,
    confidence: row.confidence,
    industriesConfidence: row.industries_confidence || null,
    inProgramme: row.in_102_candidate,
    note: row.note || null,
  }));
  tx.insert(park)
    .values(rows)
    .onConflictDoUpdate({ target: park.slug, set: asGiven(park) })
    .run();
}

function writeScenarios(tx: Database, { scenarios }: ReferenceFiles): void {
  const counted = { core16: 0, foundation: 0, industry_example: 0 };
  const rows = scenarios.map(({ row }) => ({
    ...named(row),
    key: row.key,
    kind: KIND[row.set],
    no: ++counted[row.set],
    stageKey: row.stage_key ?? null,
    content: row,
  }));
  tx.insert(scenario)
    .values(rows)
    .onConflictDoUpdate({ target: scenario.key, set: asGiven(scenario) })
    .run();
}

function writeChains(tx: Database, { chains, painPoints }: ReferenceFiles): void {
  // The two files were made apart and key the same chains differently; the official Chinese name is what they share.
  const painful = new Map(painPoints.chains.map((entry) => [entry.name_zh, entry]));
  const rows = chains.map(({ row }) => ({
    ...named(row),
    slug: row.slug,
    no: row.no,
    divisions: row.division_codes,
    secondaryDivisions: row.secondary_division_codes,
    content: painful.get(row.name_zh) ?? {},
  }));
  tx.insert(chain)
    .values(rows)
    .onConflictDoUpdate({ target: chain.slug, set: asGiven(chain) })
    .run();
}

function writeScheme(tx: Database, files: ReferenceFiles): void {
  const row = { key: files.scheme.key, version: 1, effectiveOn: files.scheme.issued, content: files.scheme };
  tx.insert(scheme)
    .values(row)
    .onConflictDoUpdate({ target: [scheme.key, scheme.version], set: row })
    .run();
}

function named(row: { name_zh: string; name_en: string }) {
  return { nameZh: row.name_zh, nameEn: row.name_en };
}

/** On conflict, every column takes the new row's value. */
function asGiven(table: Table) {
  const columns = Object.entries(getTableColumns(table));
  return Object.fromEntries(columns.map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]));
}
