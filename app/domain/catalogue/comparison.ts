/** What is compared between solutions, and where they differ. */
import type { SolutionContent, SolutionField } from "./solution-sections";

/** What people decide by comes first, prose last. */
export const comparedFields = [
  "scenarios",
  "industries",
  "deployment",
  "priceModel",
  "priceMinFen",
  "priceMaxFen",
  "firstYearCostFen",
  "deployDays",
  "levelFrom",
  "levelTo",
  "hardware",
  "trial",
  "ai",
  "regions",
  "parks",
  "functions",
  "effects",
  "service",
  "dataExport",
  "security",
] as const satisfies readonly SolutionField[];

export type ComparedField = (typeof comparedFields)[number];

/** The fields in which not all of them say the same. The order of a list, and blanks around a text, say nothing. */
export function differingFields(contents: readonly Pick<SolutionContent, ComparedField>[]): ReadonlySet<ComparedField> {
  return new Set(comparedFields.filter((field) => new Set(contents.map((content) => saying(content[field]))).size > 1));
}

function saying(value: SolutionContent[ComparedField]): string {
  if (typeof value === "string") return value.trim();
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
}
