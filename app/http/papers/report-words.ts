/** What the sections of a report on paper say their words with. */
import type { Locale } from "#db/vocabulary/identity";
import type { Finding, Recommendation } from "~/domain/clinic/draft-report.server";
import type { ReportOnPage, ShownSolution } from "~/domain/clinic/report-page.server";
import { formatMoney, formatNumber } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import type { Block } from "./paper";

export type ReportWords = { locale: Locale; t: Translate };

type Named = { nameZh: string; nameEn: string };

export function nameIn({ locale }: ReportWords, row: Named): string {
  return locale === "en" ? row.nameEn : row.nameZh;
}

export function scenarioName(words: ReportWords, { names }: Pick<ReportOnPage, "names">, key: string): string {
  const scenario = names.scenarios[key];
  return scenario ? nameIn(words, scenario) : key;
}

type Range = Pick<Recommendation, "budgetMinFen" | "budgetMaxFen">;

/** A range of money; null when nothing was said. */
export function budgetWords({ locale, t }: ReportWords, { budgetMinFen, budgetMaxFen }: Range): string | null {
  if (budgetMinFen !== null && budgetMaxFen !== null) {
    const [min, max] = [formatMoney(locale, budgetMinFen), formatMoney(locale, budgetMaxFen)];
    return min === max ? min : t("clinic:money.range", { min, max });
  }
  if (budgetMaxFen !== null) return t("clinic:money.up_to", { max: formatMoney(locale, budgetMaxFen) });
  return budgetMinFen === null ? null : t("clinic:money.from", { min: formatMoney(locale, budgetMinFen) });
}

/** 2027Q1. */
export function quarterWords({ t }: ReportWords, quarter: string | null): string {
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

const grades = [1, 2, 3, 4] as const;

/** Four squares and a word: a print without colours still tells. */
export function severityWords({ t }: ReportWords, severity: number): string {
  const grade = grades.find((one) => one === severity) ?? 1;
  return `${"■".repeat(grade)}${"□".repeat(grades.length - grade)} ${t(`clinic:severity.${grade}`)}`;
}

export function recommendationTitle({ t }: ReportWords, { no, title }: Pick<Recommendation, "no" | "title">): string {
  return t("clinic:recommendation.title", { no, title });
}

/** Paper cannot tell whether a solution is still published when it is read: only ties are said. */
export function solutionTitle({ t }: ReportWords, { title, isTied }: ShownSolution): string {
  return isTied ? `${title}（${t("clinic:recommendation.tied")}）` : title;
}

export function section(text: string): Block {
  return { kind: "heading", level: 1, text };
}

/** Stands over a table. */
export function caption(text: string): Block {
  return { kind: "heading", level: 3, text };
}

/** What the expert wrote, or that there is nothing yet. */
export function written({ t }: ReportWords, text: string): Block {
  return text ? { kind: "text", text } : { kind: "text", text: t("reports:not_written"), isMuted: true };
}
