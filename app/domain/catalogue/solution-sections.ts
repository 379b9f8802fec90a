/** The editor's sections as data: in which order they come, which fields each holds, and what a complete version needs. */
import type { SectionValues } from "./solution-form";

export type SectionKey = keyof SectionValues;
/** All content of a version. */
export type SolutionContent = SectionValues["basics"] &
  SectionValues["functions"] &
  SectionValues["audience"] &
  SectionValues["price"] &
  SectionValues["delivery"] &
  SectionValues["security"] &
  SectionValues["proof"];
export type SolutionField = keyof SolutionContent;

/** Fields by section; `needed` before the version may be submitted. */
export const solutionSections = [
  { key: "basics", fields: ["title", "summary"], needed: ["title", "summary"] },
  { key: "functions", fields: ["painPoints", "functions", "description"], needed: ["painPoints", "functions"] },
  { key: "audience", fields: ["scenarios", "industries", "parks", "regions"], needed: ["scenarios"] },
  {
    key: "price",
    fields: ["deployment", "priceModel", "priceMinFen", "priceMaxFen", "firstYearCostFen"],
    needed: ["deployment", "priceModel", "priceMinFen"],
  },
  {
    key: "delivery",
    fields: ["deployDays", "levelFrom", "levelTo", "hardware"],
    needed: ["deployDays", "levelFrom", "levelTo"],
  },
  { key: "security", fields: ["dataExport", "security"], needed: ["dataExport", "security"] },
  { key: "proof", fields: ["effects", "service", "keywords", "trial", "ai"], needed: ["service"] },
] as const satisfies readonly { key: SectionKey; fields: readonly SolutionField[]; needed: readonly SolutionField[] }[];

/** All fields in the editor's order. */
export const solutionFields: readonly SolutionField[] = solutionSections.flatMap(({ fields }) => fields);

/** Those in which a provider writes freely, in the order of the page. */
export const writtenFields = [
  "title",
  "summary",
  "painPoints",
  "functions",
  "description",
  "hardware",
  "dataExport",
  "security",
  "effects",
  "service",
] as const satisfies readonly SolutionField[];

export function fieldsOf(section: SectionKey): readonly SolutionField[] {
  return solutionSections.find(({ key }) => key === section)?.fields ?? [];
}

/** The section a field is edited in. */
export function sectionOf(field: SolutionField): SectionKey {
  const holds = (fields: readonly SolutionField[]) => fields.includes(field);
  return solutionSections.find(({ fields }) => holds(fields))?.key ?? "basics";
}

export const sectionKeys = solutionSections.map((section) => section.key);

export function isSectionKey(key: string | undefined): key is SectionKey {
  return sectionKeys.some((known) => known === key);
}

export type NeededField = (typeof solutionSections)[number]["needed"][number];
export type Missing = { section: SectionKey; field: NeededField };

/** The fields a version still lacks before it may be submitted; what is free needs no price. */
export function missingForSubmit(version: Pick<SolutionContent, NeededField>): Missing[] {
  return solutionSections.flatMap(({ key, needed }) =>
    needed.filter((field) => isMissing(version, field)).map((field) => ({ section: key, field })),
  );
}

function isMissing(version: Pick<SolutionContent, NeededField>, field: NeededField): boolean {
  if (field === "priceMinFen" && version.priceModel === "free") return false;
  const value = version[field];
  return value === null || (typeof value !== "number" && value.length === 0);
}
