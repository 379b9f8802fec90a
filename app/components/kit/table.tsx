import { Diff } from "lucide-react";
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

type ScrollingProps = {
  caption: string;
  /** Of the box around it. */
  className: string;
  tableClassName?: string;
  role?: "group" | "region";
  children: ReactNode;
};

/** A table in a box that scrolls sideways by itself on a phone, also by keyboard. */
export function ScrollingTable({
  caption,
  className,
  tableClassName = "desk-table",
  role = "group",
  children,
}: ScrollingProps) {
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role={role} aria-label={caption} tabIndex={0} className={`overflow-x-auto ${className}`}>
      <table className={tableClassName}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** The head of a row of things side by side; `difference` says in words that they differ, null when they do not. */
export function ComparedRowHead({ label, difference }: { label: string; difference: string | null }) {
  return (
    <th
      scope="row"
      className={`sticky start-0 z-[1] bg-base-200 text-sm font-semibold break-words ${difference === null ? "" : "border-s-4 border-s-primary"}`}
    >
      {label}
      {difference === null ? null : (
        <span className="mt-1 flex items-center gap-1 font-normal text-primary">
          <Diff aria-hidden size={14} />
          {difference}
        </span>
      )}
    </th>
  );
}

/** A table for office work: sticky head. */
export function Table<Row>({ caption, rows, columns, keyOf }: TableProps<Row>) {
  return (
    <ScrollingTable caption={caption} className="rounded-box border border-base-300">
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
    </ScrollingTable>
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
