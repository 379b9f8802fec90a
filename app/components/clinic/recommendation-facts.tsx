/** The measurable side of a finding and a recommendation: how grave, how urgent, how much, when. */
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { Recommendation } from "~/domain/clinic/draft-report.server";
import { formatMoney } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";

export function RecommendationFacts({ item, names }: { item: Recommendation; names: CaseNames }) {
  const t = useTranslate();
  const named = useNamed();
  const budget = useBudget(item);
  const scenario = names.scenarios[item.scenarioKey];
  const words = [
    scenario ? named(scenario) : item.scenarioKey,
    t(`clinic:priority.${item.priority}`),
    budget ? t("clinic:recommendation.budget", { amount: budget }) : null,
    item.quarter
      ? t("clinic:recommendation.quarter", { year: item.quarter.slice(0, 4), quarter: item.quarter.slice(5) })
      : null,
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

function useBudget({ budgetMinFen, budgetMaxFen }: Recommendation): string | null {
  const t = useTranslate();
  const locale = useLocale();
  if (budgetMinFen !== null && budgetMaxFen !== null)
    return t("clinic:money.range", { min: formatMoney(locale, budgetMinFen), max: formatMoney(locale, budgetMaxFen) });
  if (budgetMaxFen !== null) return t("clinic:money.up_to", { max: formatMoney(locale, budgetMaxFen) });
  return budgetMinFen === null ? null : t("clinic:money.from", { min: formatMoney(locale, budgetMinFen) });
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
