import { Table, type Column } from "~/components/kit/table";
import type { WeekFigures } from "~/domain/insight/provider-figures.server";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { weekMeasures } from "./week-charts";

type Row = Omit<WeekFigures, "week"> & { week: string | null };

/** Newest week first, the sum last. */
export function WeekTable({ weeks }: { weeks: readonly WeekFigures[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const present = weeks.at(-1)?.week;
  const name = ({ week }: Row) => {
    if (week === null) return t("reach:weeks.sum");
    const date = formatDate(locale, week);
    return week === present ? t("reach:weeks.present", { date }) : date;
  };
  const columns: Column<Row>[] = [
    { head: t("reach:weeks.week"), cell: (row) => name(row) },
    ...weekMeasures.map((measure) => ({
      head: t(`reach:measure.${measure}`),
      number: true as const,
      cell: (row: Row) => formatNumber(locale, row[measure]),
    })),
  ];
  return (
    <Table
      caption={t("reach:weeks.table")}
      rows={[...weeks.toReversed(), sumOf(weeks)]}
      columns={columns}
      keyOf={({ week }) => week ?? "sum"}
    />
  );
}

function sumOf(weeks: readonly WeekFigures[]): Row {
  const sum: Row = { week: null, views: 0, shown: 0, matches: 0, leads: 0 };
  for (const week of weeks) for (const measure of weekMeasures) sum[measure] += week[measure];
  return sum;
}
