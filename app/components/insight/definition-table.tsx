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
        { head: t("insight:definitions.name"), cell: (key) => t(`insight:figure.${key}`) },
        { head: t("insight:definitions.definition"), cell: (key) => t(`insight:definition.${key}`) },
        { head: t("insight:definitions.unit"), cell: (key) => t(`insight:unit.${figures[key].unit}`) },
        { head: t("insight:definitions.period"), cell: (key) => t(`insight:period.${figures[key].period}`) },
        { head: t("insight:definitions.source"), cell: (key) => t(`insight:source.${figures[key].source}`) },
      ]}
    />
  );
}
