import { figureKeys, figures } from "~/domain/insight/figures";
import { useTranslate } from "~/i18n/use-translate";
import { Table } from "../kit/table";

/** What each figure counts, in which unit, for which period, from which records. */
export function DefinitionTable() {
  const t = useTranslate();
  return (
    <Table
      caption={t("insight:definitions.table")}
      rows={figureKeys}
      keyOf={(key) => key}
      columns={[
        {
          head: t("insight:definitions.name"),
          cell: (key) => <span className="inline-block min-w-36">{t(`insight:figure.${key}`)}</span>,
        },
        {
          head: t("insight:definitions.definition"),
          cell: (key) => <span className="inline-block min-w-64">{t(`insight:definition.${key}`)}</span>,
        },
        {
          head: t("insight:definitions.unit"),
          cell: (key) => <span className="whitespace-nowrap">{t(`insight:unit.${figures[key].unit}`)}</span>,
        },
        {
          head: t("insight:definitions.period"),
          cell: (key) => <span className="whitespace-nowrap">{t(`insight:period.${figures[key].period}`)}</span>,
        },
        {
          head: t("insight:definitions.source"),
          cell: (key) => <span className="whitespace-nowrap">{t(`insight:source.${figures[key].source}`)}</span>,
        },
      ]}
    />
  );
}
