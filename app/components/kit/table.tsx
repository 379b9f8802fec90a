import type { ReactNode } from "react";
import { useTranslate } from "~/i18n/use-translate";
import { LinkButton } from "./button";

export type Column<Row> = {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, does not wrap. */
  number?: true;
};

type TableProps<Row> = {
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
};

/** A table for office work: sticky head; scrolls sideways by itself on a phone, also by keyboard. */
export function Table<Row>({ caption, rows, columns, keyOf }: TableProps<Row>) {
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-box border border-base-300">
      <table className="desk-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, number }, i) => (
              <th key={i} scope="col" className={number ? "number" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ cell, number }, i) => (
                <td key={i} className={number ? "number" : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Forward by cursor, or back to the start. */
export function Pager({ first, next, label }: { first: string | null; next: string | null; label: string }) {
  const t = useTranslate();
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="no-print mt-4 flex gap-2">
      {first ? <LinkButton to={first}>{t("common:first")}</LinkButton> : null}
      {next ? <LinkButton to={next}>{t("common:next")}</LinkButton> : null}
    </nav>
  );
}
