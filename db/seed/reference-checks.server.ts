/** What must hold across the reference files before a row of them is written. Each refusal is one sentence with file and row. */
import type { Placed, ReferenceFiles } from "./reference-files.server";

/** A file cut short would pass every other check. Another province changes these numbers with its files. */
const EXPECTED = {
  regions: { province: 1, prefecture: 11, county: 100 },
  industries: { section: 1, division: 31, group: 179, class: 609 },
  parks: { all: 110, inProgramme: 102 },
  scenarios: { core16: 16, foundation: 7, industry_example: 24 },
  chains: 12,
  points: { foundation: 50, management: 30, effect: 20 },
  scoredQuestions: 15,
  constrainedScenarios: 10,
} as const;

const PARENT_LEVEL: Record<string, string | null> = {
  province: null,
  prefecture: "province",
  county: "prefecture",
  section: null,
  division: "section",
  group: "division",
  class: "group",
};

type Levelled = { code: string; parent_code: string; level: string };

export function checkReference(files: ReferenceFiles): void {
  const regions = checkTree("regions.csv", files.regions, EXPECTED.regions);
  const industries = checkTree("industries.csv", files.industries, EXPECTED.industries);
  for (const { row, at } of files.industries) {
    // A parent covers its children by prefix: industryCovers relies on it.
    demand(
      row.code.startsWith(row.parent_code),
      `${at}: code ${row.code} does not begin with its parent's ${row.parent_code}`,
    );
  }
  checkParks(files, regions, industries);
  checkScenarios(files);
  checkChains(files, industries);
  checkScheme(files);
}

function checkTree<Row extends Levelled>(
  file: string,
  rows: Placed<Row>[],
  expected: Record<string, number>,
): Map<string, Row> {
  const byCode = uniqueBy(rows, (row) => row.code, "code");
  for (const { row, at } of rows) {
    const parent = byCode.get(row.parent_code);
    const wanted = PARENT_LEVEL[row.level];
    if (wanted === null)
      demand(row.parent_code === "", `${at}: a ${row.level} has no parent, found ${row.parent_code}`);
    else
      demand(
        parent?.level === wanted,
        `${at}: parent ${row.parent_code || "(blank)"} of ${row.code} is not a ${wanted} of this file`,
      );
  }
  for (const [level, count] of Object.entries(expected)) {
    expectCount(file, level, rows.filter(({ row }) => row.level === level).length, count);
  }
  return byCode;
}

function checkParks(files: ReferenceFiles, regions: Map<string, Levelled>, industries: Map<string, Levelled>): void {
  uniqueBy(files.parks, (park) => park.slug, "slug");
  uniqueBy(
    files.parks.filter(({ row }) => row.code !== ""),
    (park) => park.code,
    "code",
  );
  for (const { row, at } of files.parks) {
    demand(regions.has(row.region_code), `${at}: region ${row.region_code} is not in regions.csv`);
    const prefecture = regions.get(row.prefecture_code);
    // A new area may span prefectures: then the province stands in.
    demand(
      prefecture !== undefined && prefecture.level !== "county",
      `${at}: prefecture ${row.prefecture_code} is not in regions.csv`,
    );
    for (const code of row.leading_industry_codes) {
      demand(industries.has(code), `${at}: leading industry ${code} is not in industries.csv`);
    }
  }
  expectCount("parks.csv", "park", files.parks.length, EXPECTED.parks.all);
  const inProgramme = files.parks.filter(({ row }) => row.in_102_candidate).length;
  expectCount("parks.csv", "park with in_102_candidate=yes", inProgramme, EXPECTED.parks.inProgramme);
}

function checkScenarios(files: ReferenceFiles): void {
  uniqueBy(files.scenarios, (scenario) => scenario.key, "key");
  for (const [set, count] of Object.entries(EXPECTED.scenarios)) {
    expectCount(
      "scenarios.json",
      `${set} scenario`,
      files.scenarios.filter(({ row }) => row.set === set).length,
      count,
    );
  }
  const core = coreKeys(files);
  for (const { row, at } of files.scenarios) {
    if (row.set !== "industry_example") continue;
    demand(
      core.has(row.core_scene ?? ""),
      `${at}: core_scene ${row.core_scene ?? "(blank)"} is not one of the core scenarios`,
    );
  }
}

function checkChains(files: ReferenceFiles, industries: Map<string, Levelled>): void {
  uniqueBy(files.chains, (chain) => chain.slug, "slug");
  expectCount("chains.csv", "chain", files.chains.length, EXPECTED.chains);
  const core = coreKeys(files);
  const painful = new Map(files.painPoints.chains.map((chain) => [chain.name_zh, chain]));
  for (const { row, at } of files.chains) {
    for (const code of [...row.division_codes, ...row.secondary_division_codes]) {
      demand(industries.has(code), `${at}: division ${code} is not in industries.csv`);
    }
    demand(painful.has(row.name_zh), `${at}: chain ${row.name_zh} has no entry in chain-pain-points.json`);
  }
  for (const chain of files.painPoints.chains) {
    for (const key of chain.priority_scenes) {
      demand(
        core.has(key),
        `chain-pain-points.json, chain ${chain.key}: priority scenario ${key} is not one of the core scenarios`,
      );
    }
  }
}

function checkScheme({ scheme, ...files }: ReferenceFiles): void {
  const file = "assessment-miit-2024.json";
  const scored = scheme.dimensions.filter((dimension) => dimension.mode === "points");
  for (const [key, points] of Object.entries(EXPECTED.points)) {
    const dimension = scored.find((candidate) => candidate.key === key);
    const sum = questionsOf(dimension).reduce((total, question) => total + question.max_score, 0);
    demand(
      Math.abs(sum - points) < 1e-9,
      `${file}, dimension ${key}: questions sum to ${sum} points instead of ${points}`,
    );
  }
  expectCount(file, "scored question", scored.flatMap(questionsOf).length, EXPECTED.scoredQuestions);
  const asked = new Set(
    scheme.dimensions
      .filter((d) => d.mode === "scenario_level")
      .flatMap(questionsOf)
      .map((q) => q.scene_key),
  );
  for (const key of coreKeys(files)) demand(asked.has(key), `${file}: no question about scenario ${key}`);
  const constrained = new Set(scheme.gating.constrained_scenes);
  expectCount(file, "constrained scenario", constrained.size, EXPECTED.constrainedScenarios);
  for (const { row, at } of files.scenarios) {
    if (row.set !== "core16") continue;
    demand(row.constrained === constrained.has(row.key), `${at}: constrained of ${row.key} differs from ${file}`);
  }
  expectCount(file, "level threshold", new Set(scheme.gating.thresholds.map((t) => t.level)).size, 4);
}

type Questionnaire = ReferenceFiles["scheme"]["dimensions"][number];

function questionsOf(dimension: Questionnaire | undefined) {
  return (dimension?.indicators ?? []).flatMap((indicator) => indicator.questions);
}

function coreKeys(files: Pick<ReferenceFiles, "scenarios">): Set<string> {
  return new Set(files.scenarios.filter(({ row }) => row.set === "core16").map(({ row }) => row.key));
}

function uniqueBy<Row>(rows: Placed<Row>[], keyOf: (row: Row) => string, name: string): Map<string, Row> {
  const seen = new Map<string, Row>();
  for (const { row, at } of rows) {
    demand(!seen.has(keyOf(row)), `${at}: ${name} ${keyOf(row)} stands twice`);
    seen.set(keyOf(row), row);
  }
  return seen;
}

function expectCount(file: string, what: string, found: number, expected: number): void {
  demand(found === expected, `${file}: found ${found} rows of ${what}, expected ${expected}`);
}

function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
