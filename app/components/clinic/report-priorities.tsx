/** Recommendations in order: the matrix of effort and effect, and the same as a table. */
import { Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import { priorities, type Priority } from "#db/vocabulary/clinic";
import { isOverridden, matrixOf, type MatrixCell } from "~/domain/clinic/priority-matrix";
import type { ReportOnPage, ShownRecommendation } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { useBudget, useQuarter } from "./recommendation-facts";

export function ReportPriorities({ page }: { page: ReportOnPage }) {
  const t = useTranslate();
  const all = page.findings.flatMap(({ recommendations }) => recommendations);
  const isMarked = all.some(({ effort, effect }) => effort !== null && effect !== null);
  return (
    <Section id="priorities" title={t("reports:part.priorities")}>
      <div className="grid items-start gap-6 xl:grid-cols-[26rem_minmax(0,1fr)] print:grid-cols-1">
        {isMarked ? (
          <figure className="break-inside-avoid">
            <Matrix items={all} />
            <figcaption className="muted mt-1 text-sm">{t("reports:matrix_rule")}</figcaption>
          </figure>
        ) : null}
        <InOrder items={all} />
      </div>
    </Section>
  );
}

const tones: Record<Priority, string> = {
  high: "bg-success text-success-content",
  medium: "bg-info text-info-content",
  low: "bg-base-200",
};

function Matrix({ items }: { items: ShownRecommendation[] }) {
  const t = useTranslate();
  const rows = matrixOf(items);
  const [first = []] = rows;
  return (
    <table className="w-full table-fixed border-separate border-spacing-1 break-inside-avoid text-center">
      <caption className="mb-1 text-start font-semibold">{t("reports:matrix")}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.effect}>
            <th scope="row" className="w-20 text-start text-sm font-normal">
              {t("reports:effect_row", { step: t(stepOf(row[0]?.effect ?? 1)) })}
            </th>
            {row.map((cell) => (
              <Cell key={cell.effort} cell={cell} />
            ))}
          </tr>
        ))}
        <tr>
          <td aria-hidden />
          {first.map(({ effort }) => (
            <th key={effort} scope="col" className="text-sm font-normal">
              {t("reports:effort_column", { step: t(stepOf(effort)) })}
            </th>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Cell({ cell }: { cell: MatrixCell<ShownRecommendation> }) {
  const t = useTranslate();
  return (
    <td className={`h-20 rounded-field p-1 align-top ${tones[cell.priority]}`}>
      <span className="block text-xs">{t(`clinic:priority.${cell.priority}`)}</span>
      {cell.items.map((item) => (
        <a
          key={item.id}
          href={`#${item.id}`}
          title={item.title}
          aria-label={t("clinic:recommendation.title", { no: item.no, title: item.title })}
          className="inline-block min-w-7 px-1 py-0.5 font-semibold underline"
        >
          {item.no}
        </a>
      ))}
    </td>
  );
}

function stepOf(step: number) {
  return step === 3 ? "reports:step.3" : step === 2 ? "reports:step.2" : "reports:step.1";
}

function InOrder({ items }: { items: ShownRecommendation[] }) {
  const t = useTranslate();
  const budget = useBudget();
  const quarter = useQuarter();
  const rank = ({ priority, no }: ShownRecommendation) => priorities.indexOf(priority) * items.length * 2 + no;
  return (
    <Table
      caption={t("reports:recommendation_table")}
      rows={items.toSorted((a, b) => rank(a) - rank(b))}
      keyOf={({ id }) => id}
      columns={[
        { head: t("reports:no"), cell: ({ no }) => no, number: true },
        {
          head: t("reports:recommendation"),
          cell: ({ id, title }) => (
            <a href={`#${id}`} className="link-plain">
              {title}
            </a>
          ),
        },
        {
          head: t("reports:priority"),
          cell: (item) => (
            <>
              {t(`clinic:priority.${item.priority}`)}
              {isOverridden(item) ? <span className="muted block text-sm">{t("reports:by_hand")}</span> : null}
            </>
          ),
        },
        { head: t("reports:quarter"), cell: (item) => quarter(item.quarter) },
        { head: t("reports:budget"), cell: (item) => budget(item) ?? t("clinic:unknown"), number: true },
      ]}
    />
  );
}
