/** The file format of providers (product contract, "Data in"), both ways. */
import { providerTypes, type ProviderType } from "#db/vocabulary/catalogue";
import { CellReader, givenBy, type Cells, type Column, type Names } from "~/domain/file-cells";
import { listCell, numberCell } from "~/domain/written-cells";
import { creditCodeCell, foundedOnCell, placeCells, requiredLine } from "~/domain/identity/organisation-cells";
import type { ReadRow } from "~/domain/exchange";

export const providerColumns: readonly Column[] = [
  { name: "credit_code", isRequired: true },
  { name: "name", isRequired: true },
  { name: "type", isRequired: true },
  { name: "home_park", isRequired: false },
  { name: "region", isRequired: false },
  { name: "industries", isRequired: false },
  { name: "scenarios", isRequired: false },
  { name: "founded_on", isRequired: false },
  { name: "staff", isRequired: false },
  { name: "website", isRequired: false },
  { name: "summary", isRequired: false },
];

export type ProviderContent = {
  name: string;
  type: ProviderType;
  parkSlug: string | null;
  regionCode: string;
  industries: string[];
  scenarios: string[];
  foundedOn: string | null;
  staff: number | null;
  website: string | null;
  summary: string;
};

const columnOf: Record<Exclude<keyof ProviderContent, "regionCode">, string> = {
  name: "name",
  type: "type",
  parkSlug: "home_park",
  industries: "industries",
  scenarios: "scenarios",
  foundedOn: "founded_on",
  staff: "staff",
  website: "website",
  summary: "summary",
};

export type ProviderFileRow = { creditCode: string; content: ProviderContent; given: Partial<ProviderContent> };

/** Reads one row; `today` is the day in Shanghai, after which nothing was founded. */
export function readProvider(cells: Cells, names: Names, today: string): ReadRow<ProviderFileRow> {
  const reader = new CellReader(cells);
  const creditCode = creditCodeCell(reader, "credit_code");
  const type = reader.word("type", providerTypes);
  if (reader.code("type") === "") reader.wrong("type", "form:required");
  const placed = placeCells(reader, names, "home_park");
  const content = {
    name: requiredLine(reader, "name", 100),
    type: type ?? "product",
    ...placed.place,
    industries: reader.namedList("industries", { find: names.industry, key: "exchange:unknown_industry" }, 120),
    scenarios: reader.namedList("scenarios", { find: names.scenario, key: "exchange:unknown_scenario" }, 23),
    foundedOn: foundedOnCell(reader, today),
    staff: reader.whole("staff", 1, 1_000_000),
    website: reader.website("website"),
    summary: reader.paragraph("summary", 4000),
  };
  const given = { ...givenBy(content, columnOf, cells), ...placed.given };
  return { row: { creditCode, content, given }, key: creditCode, keyColumn: "credit_code", problems: reader.problems };
}

/** The cells of one row, in the order of the columns. */
export function providerCells(one: ProviderContent & { creditCode: string }): string[] {
  return [
    one.creditCode,
    one.name,
    one.type,
    one.parkSlug ?? "",
    one.regionCode,
    listCell(one.industries),
    listCell(one.scenarios),
    one.foundedOn ?? "",
    numberCell(one.staff),
    one.website ?? "",
    one.summary,
  ];
}
