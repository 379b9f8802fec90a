import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REFERENCE_FILES, type ReferenceFileName } from "#db/seed/reference-files.server";
import { loadReference } from "#db/seed/reference.server";
import { testStore } from "../world/store";

type Edit = (text: string) => string;

/** A copy of the reference folder with one file edited. */
function copyWith(file: ReferenceFileName, edit: Edit): string {
  const folder = mkdtempSync(join(tmpdir(), "reference-"));
  cpSync("db/reference", folder, { recursive: true });
  const before = readFileSync(join(folder, file), "utf8");
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
  return folder;
}

const withoutLine = (n: number) => (text: string) =>
  text
    .split("\n")
    .filter((_, index) => index !== n - 1)
    .join("\n");

function countOf(writer: ReturnType<typeof testStore>["writer"], table: string, where = "1"): unknown {
  return writer.prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get();
}

test("an empty database gets every table", () => {
  const { writer } = testStore();
  expect(loadReference(writer)).toEqual([...REFERENCE_FILES]);
  expect(countOf(writer, "region")).toBe(112);
  expect(countOf(writer, "industry", "level = 'class'")).toBe(609);
  expect(countOf(writer, "park")).toBe(110);
  expect(countOf(writer, "park", "inProgramme = 1")).toBe(102);
  expect(countOf(writer, "scenario", "kind = 'core'")).toBe(16);
  expect(countOf(writer, "chain", "content LIKE '%pain_points%'")).toBe(12);
  expect(writer.prepare("SELECT key, version, effectiveOn FROM scheme").all()).toEqual([
    { key: "miit_sme_2024", version: 1, effectiveOn: "2024-09-04" },
  ]);
});

test("loading again changes nothing", () => {
  const { writer } = testStore();
  loadReference(writer, undefined, 1);
  expect(loadReference(writer, undefined, 2)).toEqual([]);
  expect(countOf(writer, "reference_file", "loadedAt = 1")).toBe(REFERENCE_FILES.length);
});

test("a changed file is written again in place, the others are left alone", () => {
  const { writer } = testStore();
  loadReference(writer, undefined, 1);
  const folder = copyWith("parks.csv", (text) => text.replace("南昌经开区", "昌北经开区"));
  expect(loadReference(writer, folder, 2)).toEqual(["parks.csv"]);
  expect(countOf(writer, "park")).toBe(110);
  expect(countOf(writer, "park", "slug = 'nanchang-etdz' AND shortNameZh = '昌北经开区'")).toBe(1);
  expect(countOf(writer, "reference_file", "loadedAt = 2")).toBe(1);
});

test("a byte order mark and Windows line ends are read", () => {
  const folder = copyWith("regions.csv", (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`);
  const { writer } = testStore();
  loadReference(writer, folder);
  expect(countOf(writer, "region", "nameEn = 'Donghu District'")).toBe(1);
});

const broken: [string, ReferenceFileName, Edit, RegExp][] = [
  [
    "a code that stands twice",
    "regions.csv",
    (t) => t.replace("\n360103,", "\n360102,"),
    /regions\.csv, row 5: code 360102 stands twice/,
  ],
  ["a code of the wrong shape", "regions.csv", (t) => t.replace("\n360103,", "\n36010,"), /regions\.csv, row 5: code/],
  [
    "a parent that is not there",
    "regions.csv",
    (t) => t.replace("360102,360100,", "360102,369900,"),
    /regions\.csv, row 4: parent 369900/,
  ],
  ["a county missing", "regions.csv", withoutLine(5), /regions\.csv: found 99 rows of county, expected 100/],
  ["an industry missing", "industries.csv", withoutLine(5), /industries\.csv: found 608 rows of class, expected 609/],
  [
    "an industry under a stranger",
    "industries.csv",
    (t) => t.replace("C131,C13,", "C131,C14,"),
    /industries\.csv, row 4: code C131 does not begin/,
  ],
  ["a blank name", "industries.csv", (t) => t.replace("谷物磨制,", ","), /industries\.csv, row 4: name_zh/],
  [
    "a slug that stands twice",
    "parks.csv",
    (t) => t.replace(",jiujiang-etdz,", ",nanchang-etdz,"),
    /parks\.csv, row 3: slug nanchang-etdz stands twice/,
  ],
  [
    "a park in an unknown region",
    "parks.csv",
    (t) => t.replace("national,经开区,360100", "national,经开区,369999"),
    /parks\.csv, row 2: region 369999/,
  ],
  [
    "an unknown leading industry",
    "parks.csv",
    (t) => t.replace("C36|C38|C39|C34|C35", "C36|C99"),
    /parks\.csv, row 2: leading industry C99/,
  ],
  ["a park missing", "parks.csv", withoutLine(3), /parks\.csv: found 109 rows of park, expected 110/],
  [
    "a park taken out of the programme",
    "parks.csv",
    (t) => t.replace(",high,yes,", ",high,no,"),
    /found 101 rows of park with in_102_candidate=yes/,
  ],
  [
    "a core scenario missing",
    "scenarios.json",
    (t) => JSON.stringify(JSON.parse(t).slice(1)),
    /scenarios\.json: found 15 rows of core16/,
  ],
  [
    "an example of nothing",
    "scenarios.json",
    (t) => t.replace('"core_scene": "process_design"', '"core_scene": "gone"'),
    /scenarios\.json, entry 24: core_scene gone/,
  ],
  [
    "a chain of an unknown division",
    "chains.csv",
    (t) => t.replace("C38|C40", "C38|C99"),
    /chains\.csv, row 2: division C99/,
  ],
  [
    "a chain without pain points",
    "chain-pain-points.json",
    (t) => t.replace('"name_zh": "电子信息"', '"name_zh": "电子"'),
    /chains\.csv, row 2: chain 电子信息/,
  ],
  [
    "an unknown priority scenario",
    "chain-pain-points.json",
    (t) => t.replace('"planning"', '"plans"'),
    /chain electronics: priority scenario plans/,
  ],
  [
    "points that do not add up",
    "assessment-miit-2024.json",
    (t) => t.replace('"max_score": 8', '"max_score": 9'),
    /dimension foundation: questions sum to 51 points instead of 50/,
  ],
  [
    "nine constrained scenarios",
    "assessment-miit-2024.json",
    dropConstrained,
    /found 9 rows of constrained scenario, expected 10/,
  ],
  [
    "a file that is not JSON",
    "assessment-miit-2024.json",
    (t) => t.slice(0, 50),
    /assessment-miit-2024\.json cannot be read/,
  ],
];

function dropConstrained(text: string): string {
  const scheme = JSON.parse(text);
  scheme.gating.constrained_scenes.pop();
  return JSON.stringify(scheme);
}

test.each(broken)("%s is refused with file and row, and nothing is written", (_, file, edit, sentence) => {
  const { writer } = testStore();
  expect(() => loadReference(writer, copyWith(file, edit))).toThrow(sentence);
  expect(countOf(writer, "region")).toBe(0);
  expect(countOf(writer, "reference_file")).toBe(0);
});
