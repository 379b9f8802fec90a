/** What to do first, what it costs, with whom, by when, and what a programme might add, on paper. */
import { priorities, type Priority } from "#db/vocabulary/clinic";
import type { ShownAward } from "~/domain/clinic/frozen";
import { isOverridden, matrixOf } from "~/domain/clinic/priority-matrix";
import type { ReportOnPage, ShownRecommendation, ShownSolution } from "~/domain/clinic/report-page.server";
import { formatMoney, formatMoneyExact, formatShare } from "~/i18n/format";
import type { Block, CellTone } from "./paper";
import {
  budgetWords,
  caption,
  nameIn,
  quarterWords,
  recommendationTitle,
  section,
  solutionTitle,
  type ReportWords,
} from "./report-words";

export function priorityBlocks({ findings }: ReportOnPage, words: ReportWords): Block[] {
  const { t } = words;
  const all = findings.flatMap(({ recommendations }) => recommendations);
  const isMarked = all.some(({ effort, effect }) => effort !== null && effect !== null);
  const drawn: Block[] = isMarked
    ? [
        { kind: "text", text: t("reports:matrix_rule"), isMuted: true },
        caption(t("reports:matrix")),
        matrix(all, words),
      ]
    : [];
  return [
    section(t("reports:part.priorities")),
    ...drawn,
    caption(t("reports:recommendation_table")),
    inOrder(all, words),
  ];
}

const tones: Record<Priority, CellTone> = { high: "strong", medium: "middle", low: "faint" };

function matrix(all: readonly ShownRecommendation[], { t }: ReportWords): Block {
  const rows = matrixOf(all);
  return {
    kind: "matrix",
    corner: "",
    columns: (rows[0] ?? []).map(({ effort }) => t("reports:effort_column", { step: t(stepOf(effort)) })),
    rows: rows.map((cells) => ({
      label: t("reports:effect_row", { step: t(stepOf(cells[0]?.effect ?? 1)) }),
      cells: cells.map(({ priority, items }) => ({
        tone: tones[priority],
        text: `${t(`clinic:priority.${priority}`)}\n${items.map(({ no }) => no).join(t("clinic:list_comma"))}`,
      })),
    })),
  };
}

function stepOf(step: number) {
  return step === 3 ? "reports:step.3" : step === 2 ? "reports:step.2" : "reports:step.1";
}

function inOrder(all: readonly ShownRecommendation[], words: ReportWords): Block {
  const { t } = words;
  const rank = ({ priority, no }: ShownRecommendation) => priorities.indexOf(priority) * all.length * 2 + no;
  const priorityOf = (item: ShownRecommendation) =>
    [t(`clinic:priority.${item.priority}`), ...(isOverridden(item) ? [t("reports:by_hand")] : [])].join("\n");
  return {
    kind: "table",
    head: [
      t("reports:no"),
      t("reports:recommendation"),
      t("reports:priority"),
      t("reports:quarter"),
      t("reports:budget"),
    ],
    widths: [7, 38, 15, 19, 21],
    rows: all
      .toSorted((a, b) => rank(a) - rank(b))
      .map((item) => [
        String(item.no),
        item.title,
        priorityOf(item),
        quarterWords(words, item.quarter),
        budgetWords(words, item) ?? t("clinic:unknown"),
      ]),
  };
}

export function solutionBlocks({ budget, findings }: ReportOnPage, words: ReportWords): Block[] {
  const { t } = words;
  const sum =
    budget.maxFen === 0 ? null : budgetWords(words, { budgetMinFen: budget.minFen, budgetMaxFen: budget.maxFen });
  const rows = namedIn(findings);
  const unpriced: Block[] =
    sum !== null && budget.unpriced > 0
      ? [{ kind: "text", text: t("reports:budget_unpriced", { count: budget.unpriced }), isMuted: true }]
      : [];
  const named: Block[] =
    rows.length === 0
      ? [{ kind: "text", text: t("reports:solutions_none"), isMuted: true }]
      : [
          caption(t("reports:solution_table")),
          {
            kind: "table",
            head: [
              ...[t("reports:solution"), t("reports:provider")],
              ...[t("reports:solution_version"), t("reports:for_recommendations")],
            ],
            widths: [34, 26, 12, 28],
            rows: rows.map(({ solution, numbers }) => [
              ...[solutionTitle(words, solution), solution.providerName],
              ...[t("reports:version", { number: solution.versionNumber }), numbers.join(t("clinic:list_comma"))],
            ]),
          },
        ];
  return [
    section(t("reports:part.solutions")),
    { kind: "facts", facts: [{ label: t("reports:budget_sum"), value: sum ?? t("reports:budget_none") }] },
    ...unpriced,
    ...named,
  ];
}

/** Every named solution once, with the numbers of the recommendations that name it. */
function namedIn(findings: ReportOnPage["findings"]): { solution: ShownSolution; numbers: number[] }[] {
  const rows = new Map<string, { solution: ShownSolution; numbers: number[] }>();
  for (const { no, solutions } of findings.flatMap(({ recommendations }) => recommendations))
    for (const solution of solutions) {
      const row = rows.get(solution.solutionId);
      if (row) row.numbers.push(no);
      else rows.set(solution.solutionId, { solution, numbers: [no] });
    }
  return [...rows.values()];
}

export function roadmapBlocks({ roadmap }: ReportOnPage, words: ReportWords): Block[] {
  const { t } = words;
  const stops: Block =
    roadmap.length === 0
      ? { kind: "text", text: t("reports:roadmap_none"), isMuted: true }
      : {
          kind: "table",
          head: [t("reports:quarter"), t("reports:recommendation")],
          widths: [24, 76],
          rows: roadmap.flatMap(({ quarter, items }) =>
            items.map((item) => [quarterWords(words, quarter), recommendationTitle(words, item)]),
          ),
        };
  return [section(t("reports:part.roadmap")), stops];
}

export function awardBlocks({ awards }: ReportOnPage, words: ReportWords): Block[] {
  const { t } = words;
  const head = section(t("reports:part.awards"));
  if (awards.length === 0) return [head, { kind: "text", text: t("reports:award_none"), isMuted: true }];
  const lead = [t("reports:award_lead"), ...(awards.length > 1 ? [t("reports:award_batches")] : [])];
  const sources = [...new Set(awards.map(({ source }) => source))];
  return [
    head,
    { kind: "note", text: lead.join("\n") },
    caption(t("reports:award_table")),
    {
      kind: "table",
      head: [t("reports:award_place"), t("reports:award_rule"), t("reports:award_amount")],
      widths: [28, 44, 28],
      rows: awards.map((award) => awardRow(award, words)),
    },
    ...sources.map((source): Block => ({ kind: "text", text: t("reports:award_source", { source }), isMuted: true })),
  ];
}

function awardRow(award: ShownAward, words: ReportWords): string[] {
  const { t, locale } = words;
  const [min, max] = [formatMoneyExact(locale, award.minFen), formatMoneyExact(locale, award.maxFen)];
  return [
    t("reports:award_batch", { place: nameIn(words, award.place), batch: award.batch }),
    t("reports:award_rule_is", {
      share: formatShare(locale, award.ratioThousandths / 1000),
      cap: formatMoney(locale, award.capFen),
      level: award.requiredLevel,
    }),
    min === max ? min : t("clinic:money.range", { min, max }),
  ];
}
