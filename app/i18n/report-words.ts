/** Budgets, quarters and gains of a report in words, the same on the page and on paper. */
import type { Locale } from "#db/vocabulary/identity";
import type { Finding, Recommendation } from "~/domain/clinic/draft-report.server";
import { formatMoney, formatNumber } from "./format";
import type { Translate } from "./messages";

export type ReportWords = { locale: Locale; t: Translate };

/** A range of money; null when nothing was said. */
export function budgetWords(
  { locale, t }: ReportWords,
  { budgetMinFen, budgetMaxFen }: Pick<Recommendation, "budgetMinFen" | "budgetMaxFen">,
): string | null {
  if (budgetMinFen !== null && budgetMaxFen !== null) {
    const [min, max] = [formatMoney(locale, budgetMinFen), formatMoney(locale, budgetMaxFen)];
    return min === max ? min : t("clinic:money.range", { min, max });
  }
  if (budgetMaxFen !== null) return t("clinic:money.up_to", { max: formatMoney(locale, budgetMaxFen) });
  return budgetMinFen === null ? null : t("clinic:money.from", { min: formatMoney(locale, budgetMinFen) });
}

/** 2027Q1 in words. */
export function quarterWords({ t }: Pick<ReportWords, "t">, quarter: string | null): string {
  if (quarter === null) return t("reports:no_quarter");
  return t("clinic:recommendation.quarter", { year: quarter.slice(0, 4), quarter: quarter.slice(5) });
}

/** The gain of a finding as a figure; null when none was given. */
export function gainWords(
  { locale, t }: ReportWords,
  { gainMetric, gainValue, gainUnit }: Pick<Finding, "gainMetric" | "gainValue" | "gainUnit">,
): string | null {
  if (gainMetric === null || gainValue === null || gainUnit === null) return null;
  return t("reports:gain_is", {
    metric: t(`reports:metric.${gainMetric}`),
    value: formatNumber(locale, gainValue),
    unit: t(`reports:unit.${gainUnit}`),
  });
}
