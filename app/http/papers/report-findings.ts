/** The findings of a report on paper, each with its recommendations. */
import type { ReportOnPage, ShownFinding, ShownRecommendation } from "~/domain/clinic/report-page.server";
import type { Block, PaperFact, Picture } from "./paper";
import {
  budgetWords,
  gainWords,
  quarterWords,
  recommendationTitle,
  scenarioName,
  section,
  severityWords,
  solutionTitle,
  type ReportWords,
} from "./report-words";

/** By finding: the photos shown, and how many more there are. */
export type PhotosOfFindings = ReadonlyMap<string, { shown: readonly Picture[]; more: number }>;

export function findingBlocks(page: ReportOnPage, words: ReportWords, photos: PhotosOfFindings): Block[] {
  const { t } = words;
  return [
    section(t("reports:part.findings")),
    { kind: "text", text: t("clinic:report.findings_lead", { count: page.findings.length }), isMuted: true },
    ...page.findings.flatMap((item) => [
      ...oneFinding(page, item, words),
      ...photoBlocks(item, words, photos),
      ...item.recommendations.map((one): Block => recommendation(page, one, words)),
    ]),
  ];
}

function oneFinding(page: ReportOnPage, item: ShownFinding, words: ReportWords): Block[] {
  const { t } = words;
  const gain = gainWords(words, item);
  const facts: (PaperFact | null)[] = [
    item.evidence ? { label: t("clinic:finding.evidence"), value: item.evidence } : null,
    item.expectedGain ? { label: t("clinic:finding.expected_gain"), value: item.expectedGain } : null,
    gain === null ? null : { label: t("reports:gain"), value: gain },
  ];
  return [
    { kind: "heading", level: 2, text: `${t("clinic:finding.no", { no: item.no })}  ${item.title}` },
    {
      kind: "text",
      text: inOneLine(
        severityWords(words, item.severity),
        t(`reports:area.${item.area}`),
        scenarioName(words, page, item.scenarioKey),
      ),
    },
    ...(item.description ? [{ kind: "text", text: item.description } as const] : []),
    { kind: "facts", facts: facts.filter((fact) => fact !== null) },
  ];
}

function photoBlocks(item: ShownFinding, { t }: ReportWords, photos: PhotosOfFindings): Block[] {
  const found = photos.get(item.id);
  if (!found) return [];
  const pictures = found.shown.map((picture, index): Picture => {
    const caption = t("papers:photo", { finding: item.no, no: index + 1 });
    return { ...picture, caption: picture.caption ? `${caption} ${picture.caption}` : caption };
  });
  const rest: Block[] =
    found.more > 0 ? [{ kind: "text", text: t("papers:more_photos", { count: found.more }), isMuted: true }] : [];
  return [{ kind: "pictures", pictures }, ...rest];
}

function recommendation(page: ReportOnPage, item: ShownRecommendation, words: ReportWords): Block {
  const { t } = words;
  const budget = budgetWords(words, item);
  const line = inOneLine(
    scenarioName(words, page, item.scenarioKey),
    t(`clinic:priority.${item.priority}`),
    budget && t("clinic:recommendation.budget", { amount: budget }),
    item.quarter && quarterWords(words, item.quarter),
  );
  const solutions = item.solutions.map(
    (solution, index) => `${index + 1}. ${solutionTitle(words, solution)} ${solution.providerName}`,
  );
  const named = { label: t("clinic:recommendation.solutions"), value: solutions.join("\n") };
  return {
    kind: "indented",
    blocks: [
      { kind: "heading", level: 3, text: recommendationTitle(words, item) },
      ...(item.description ? [{ kind: "text", text: item.description } as const] : []),
      { kind: "text", text: line },
      { kind: "facts", facts: solutions.length > 0 ? [named] : [] },
    ],
  };
}

function inOneLine(...words: (string | null)[]): string {
  return words.filter(Boolean).join("  ·  ");
}
