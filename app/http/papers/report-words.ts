/** What the sections of a report on paper say their words with. */
import type { Recommendation } from "~/domain/clinic/draft-report.server";
import type { ReportOnPage, ShownSolution } from "~/domain/clinic/report-page.server";
import type { ReportWords } from "~/i18n/report-words";
import type { Block } from "./paper";

export { budgetWords, gainWords, quarterWords, type ReportWords } from "~/i18n/report-words";

type Named = { nameZh: string; nameEn: string };

export function nameIn({ locale }: ReportWords, row: Named): string {
  return locale === "en" ? row.nameEn : row.nameZh;
}

export function scenarioName(words: ReportWords, { names }: Pick<ReportOnPage, "names">, key: string): string {
  const scenario = names.scenarios[key];
  return scenario ? nameIn(words, scenario) : key;
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
