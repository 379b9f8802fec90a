/** The measurable side of a finding and a recommendation: how grave, how urgent, how much, when. */
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { Finding, Recommendation } from "~/domain/clinic/draft-report.server";
import { budgetWords, gainWords, quarterWords, type ReportWords } from "~/i18n/report-words";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";

type FactsProps = {
  item: Pick<Recommendation, "scenarioKey" | "priority" | "budgetMinFen" | "budgetMaxFen" | "quarter">;
  names: Pick<CaseNames, "scenarios">;
};

export function RecommendationFacts({ item, names }: FactsProps) {
  const t = useTranslate();
  const named = useNamed();
  const budget = useBudget()(item);
  const quarter = useQuarter();
  const scenario = names.scenarios[item.scenarioKey];
  const words = [
    scenario ? named(scenario) : item.scenarioKey,
    t(`clinic:priority.${item.priority}`),
    budget ? t("clinic:recommendation.budget", { amount: budget }) : null,
    item.quarter ? quarter(item.quarter) : null,
  ];
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
      {words
        .filter((word) => word !== null)
        .map((word) => (
          <li key={word}>{word}</li>
        ))}
    </ul>
  );
}

type Range = Pick<Recommendation, "budgetMinFen" | "budgetMaxFen">;

/** A range of money in words; null when nothing was said. */
export function useBudget(): (range: Range) => string | null {
  const words = useWords();
  return (range) => budgetWords(words, range);
}

/** 2027Q1 in words. */
export function useQuarter(): (quarter: string | null) => string {
  const words = useWords();
  return (quarter) => quarterWords(words, quarter);
}

/** The gain of a finding as a figure; null when none was given. */
export function useGain(): (item: Pick<Finding, "gainMetric" | "gainValue" | "gainUnit">) => string | null {
  const words = useWords();
  return (item) => gainWords(words, item);
}

function useWords(): ReportWords {
  return { locale: useLocale(), t: useTranslate() };
}

const grades = [1, 2, 3, 4] as const;

/** Four bars and a word. */
export function Severity({ severity }: { severity: number }) {
  const t = useTranslate();
  const grade = grades.find((one) => one === severity) ?? 1;
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className="flex items-end gap-0.5">
        {grades.map((one) => (
          <span
            key={one}
            style={{ height: `${one * 3 + 3}px` }}
            className={`w-1.5 rounded-sm ${one <= grade ? "bg-base-content" : "bg-base-300"}`}
          />
        ))}
      </span>
      {t(`clinic:severity.${grade}`)}
    </span>
  );
}
