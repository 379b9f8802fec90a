/** The file format of solutions (product contract, "Data in"), both ways. */
import { deployments, priceModels } from "#db/vocabulary/catalogue";
import { fold } from "~/domain/fields";
import { givenBy, CellReader, type Cells, type Column, type Names, type Problem } from "~/domain/file-cells";
import { listCell, moneyCell, numberCell } from "~/domain/written-cells";
import { creditCodeCell, requiredLine } from "~/domain/identity/organisation-cells";
import type { ReadRow } from "~/domain/exchange";
import type { SolutionContent } from "./solution-sections";

type NotInFile = "painPoints" | "functions" | "firstYearCostFen" | "effects" | "service" | "trial";
export type ListedContent = Omit<SolutionContent, NotInFile>;

/** Field → column, in the order of the columns behind the provider's credit code. */
const columnOf: Record<keyof ListedContent, string> = {
  title: "title",
  summary: "summary",
  description: "description",
  industries: "industries",
  scenarios: "scenarios",
  parks: "parks",
  regions: "regions",
  deployment: "deployment",
  priceModel: "price_model",
  priceMinFen: "price_min_yuan",
  priceMaxFen: "price_max_yuan",
  deployDays: "deploy_days",
  levelFrom: "level_from",
  levelTo: "level_to",
  hardware: "hardware",
  dataExport: "data_export",
  security: "security",
  ai: "ai",
  keywords: "keywords",
};

export const solutionColumns: readonly Column[] = [
  { name: "provider_credit_code", isRequired: true },
  ...Object.values(columnOf).map((name) => ({ name, isRequired: name === "title" })),
];

export type SolutionFileRow = { creditCode: string; content: ListedContent; given: Partial<ListedContent> };

/** Reads one row. Texts may be longer than the editor allows: they come from other systems. */
export function readSolution(cells: Cells, names: Names): ReadRow<SolutionFileRow> {
  const reader = new CellReader(cells);
  const creditCode = creditCodeCell(reader, "provider_credit_code");
  const industry = { find: names.industry, key: "exchange:unknown_industry" } as const;
  const content: ListedContent = {
    title: requiredLine(reader, "title", 120),
    summary: reader.paragraph("summary", 1000),
    description: reader.paragraph("description", 20_000),
    industries: reader.namedList("industries", industry, 120),
    scenarios: reader.namedList("scenarios", { find: names.scenario, key: "exchange:unknown_scenario" }, 23),
    parks: reader.namedList("parks", { find: names.park, key: "exchange:unknown_park" }, 500),
    regions: reader.namedList("regions", { find: names.region, key: "exchange:unknown_region" }, 500),
    deployment: reader.wordList("deployment", deployments),
    priceModel: reader.word("price_model", priceModels),
    priceMinFen: reader.money("price_min_yuan"),
    priceMaxFen: reader.money("price_max_yuan"),
    deployDays: reader.whole("deploy_days", 1, 1000),
    levelFrom: reader.whole("level_from", 0, 4),
    levelTo: reader.whole("level_to", 0, 4),
    hardware: reader.paragraph("hardware", 2000),
    dataExport: reader.paragraph("data_export", 4000),
    security: reader.paragraph("security", 4000),
    ai: reader.yes("ai"),
    keywords: reader.list("keywords", 50, 60),
  };
  reader.problems.push(...descending(content));
  const given = givenBy(content, columnOf, cells);
  const key = `${creditCode} ${titleKey(content.title)}`;
  return { row: { creditCode, content, given }, key, keyColumn: "title", problems: reader.problems };
}

/** Titles that differ only in width, case, blanks and unseen characters (older ones may hold some) name the same solution. */
export function titleKey(title: string): string {
  return fold(title).toLowerCase().replace(/\s+/g, " ");
}

/** Ranges whose upper end lies below the lower one: in a row, and in what a row of few columns makes of a listing. */
export function descending({ priceMinFen, priceMaxFen, levelFrom, levelTo }: Ranges): Problem[] {
  return [
    ...unlessAscending(["price_min_yuan", moneyCell(priceMinFen)], ["price_max_yuan", moneyCell(priceMaxFen)]),
    ...unlessAscending(["level_from", numberCell(levelFrom)], ["level_to", numberCell(levelTo)]),
  ];
}

type Ranges = Pick<ListedContent, "priceMinFen" | "priceMaxFen" | "levelFrom" | "levelTo">;

function unlessAscending([column, min]: [string, string], [maxColumn, value]: [string, string]): Problem[] {
  if (min === "" || value === "" || Number(min) <= Number(value)) return [];
  return [{ column: maxColumn, key: "exchange:max_below_min", values: { column, value, min } }];
}

/** The cells of one row, in the order of the columns. */
export function solutionCells(one: ListedContent & { creditCode: string }): string[] {
  return [
    one.creditCode,
    one.title,
    one.summary,
    one.description,
    listCell(one.industries),
    listCell(one.scenarios),
    listCell(one.parks),
    listCell(one.regions),
    listCell(one.deployment),
    one.priceModel ?? "",
    moneyCell(one.priceMinFen),
    moneyCell(one.priceMaxFen),
    numberCell(one.deployDays),
    numberCell(one.levelFrom),
    numberCell(one.levelTo),
    one.hardware,
    one.dataExport,
    one.security,
    one.ai ? "1" : "0",
    listCell(one.keywords),
  ];
}
