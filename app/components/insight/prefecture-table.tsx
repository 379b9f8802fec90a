import { SMALLEST_SHOWN } from "~/domain/insight/figures";
import type { PrefectureFigures } from "~/domain/insight/figures.server";
import { formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { Table } from "../kit/table";

type Row = PrefectureFigures & { nameZh: string; nameEn: string };

const COLUMNS = ["enterprises_diagnosed", "enterprises_retrofitted", "park_sessions"] as const;

/** The cities side by side; counts of enterprises that are too small are hidden. */
export function PrefectureTable({ prefectures }: { prefectures: readonly Row[] }) {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const shown = (value: number | null) =>
    value === null ? (
      <span className="muted">{t("insight:hidden", { count: SMALLEST_SHOWN })}</span>
    ) : (
      formatNumber(locale, value)
    );
  return (
    <Table
      caption={t("insight:prefectures.table")}
      rows={prefectures}
      keyOf={({ code }) => code}
      columns={[
        { head: t("insight:prefectures.name"), cell: (row) => <span className="whitespace-nowrap">{named(row)}</span> },
        ...COLUMNS.map((key) => ({
          head: t(`insight:figure.${key}`),
          number: true as const,
          cell: (row: Row) => shown(row[key]),
        })),
      ]}
    />
  );
}
