/** The file format of enterprises (product contract, "Data in"), both ways. */
import { givenBy, CellReader, type Cells, type Column, type Names } from "../file-cells";
import { listCell, numberCell } from "../written-cells";
import type { ReadRow } from "../exchange";
import { creditCodeCell, foundedOnCell, placeCells, requiredLine } from "./organisation-cells";

export const enterpriseColumns: readonly Column[] = [
  { name: "credit_code", isRequired: true },
  { name: "name", isRequired: true },
  { name: "region", isRequired: false },
  { name: "park", isRequired: false },
  { name: "industry", isRequired: true },
  { name: "employees", isRequired: false },
  { name: "revenue_wan", isRequired: false },
  { name: "founded_on", isRequired: false },
  { name: "tags", isRequired: false },
];

export type EnterpriseContent = {
  name: string;
  regionCode: string;
  parkSlug: string | null;
  industryCode: string;
  employees: number | null;
  /** 万元 a year */
  revenueWan: number | null;
  foundedOn: string | null;
  tags: string[];
};

const columnOf: Record<Exclude<keyof EnterpriseContent, "regionCode">, string> = {
  name: "name",
  parkSlug: "park",
  industryCode: "industry",
  employees: "employees",
  revenueWan: "revenue_wan",
  foundedOn: "founded_on",
  tags: "tags",
};

export type EnterpriseRow = { creditCode: string; content: EnterpriseContent; given: Partial<EnterpriseContent> };

/** Reads one row; `today` is the day in Shanghai, after which nothing was founded. */
export function readEnterprise(cells: Cells, names: Names, today: string): ReadRow<EnterpriseRow> {
  const reader = new CellReader(cells);
  const creditCode = creditCodeCell(reader, "credit_code");
  const placed = placeCells(reader, names, "park");
  const content = {
    name: requiredLine(reader, "name", 100),
    ...placed.place,
    industryCode: requiredIndustry(reader, names),
    employees: reader.whole("employees", 1, 1_000_000),
    revenueWan: reader.whole("revenue_wan", 0, 100_000_000),
    foundedOn: foundedOnCell(reader, today),
    tags: reader.list("tags", 20, 60),
  };
  const given = { ...givenBy(content, columnOf, cells), ...placed.given };
  return { row: { creditCode, content, given }, key: creditCode, keyColumn: "credit_code", problems: reader.problems };
}

/** The cells of one row, in the order of the columns. */
export function enterpriseCells(one: EnterpriseContent & { creditCode: string }): string[] {
  return [
    one.creditCode,
    one.name,
    one.regionCode,
    one.parkSlug ?? "",
    one.industryCode,
    numberCell(one.employees),
    numberCell(one.revenueWan),
    one.foundedOn ?? "",
    listCell(one.tags),
  ];
}

function requiredIndustry(reader: CellReader, names: Names): string {
  const code = reader.named("industry", { find: names.industryClass, key: "exchange:unknown_industry" });
  if (reader.code("industry") === "") reader.wrong("industry", "form:required");
  return code ?? "";
}
