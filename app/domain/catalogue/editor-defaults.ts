import type { SolutionContent } from "./solution-sections";

/** A version as its form is filled in: money in yuan, numbers and lists of words as text. */
export function editorDefaults(content: SolutionContent) {
  return {
    ...content,
    priceMinFen: yuanText(content.priceMinFen),
    priceMaxFen: yuanText(content.priceMaxFen),
    firstYearCostFen: yuanText(content.firstYearCostFen),
    deployDays: numberText(content.deployDays),
    levelFrom: numberText(content.levelFrom),
    levelTo: numberText(content.levelTo),
    priceModel: content.priceModel ?? "",
    keywords: content.keywords.join("，"),
  };
}

function yuanText(fen: number | null): string {
  return fen === null ? "" : String(fen / 100);
}

function numberText(value: number | null): string {
  return value === null ? "" : String(value);
}
