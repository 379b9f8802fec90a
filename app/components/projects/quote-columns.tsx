/** Quotes side by side, one column a provider; rows in which they differ are marked in words, and the best of each is named. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { LinkButton } from "~/components/kit/button";
import { Tag } from "~/components/kit/status";
import { ComparedRowHead, ScrollingTable } from "~/components/kit/table";
import { mayMove } from "~/domain/projects/enquiry-status";
import { hasLapsed, type Quote } from "~/domain/projects/quote";
import { bestOf, comparedRows, differs, type ComparedRow } from "~/domain/projects/quote-comparison";
import type { ComparedColumn, QuoteComparison } from "~/domain/projects/quote-comparison.server";
import { formatDate, formatMoneyExact } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { EnquiryStanding } from "./enquiry-standing";
import { EligibleMark } from "./quote-lines";
import { daysWords, responseWords, warrantyWords } from "./quote-words";

type Props = { comparison: QuoteComparison; now: number };

export function QuoteColumns({ comparison, now }: Props) {
  const t = useTranslate();
  const { columns } = comparison;
  return (
    <ScrollingTable
      caption={t("quotes:compare.title")}
      role="region"
      className="compared panel relative p-0"
      tableClassName="desk-table table-fixed"
    >
      <thead>
        <tr>
          <th scope="col" className="start-0 z-10 w-28 sm:w-36">
            {t("quotes:compare.item")}
          </th>
          {columns.map((column) => (
            <th key={column.id} scope="col" className="w-48 !whitespace-normal sm:w-60">
              <ColumnHead column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <PlainRow label={t("quotes:row.standing")} columns={columns}>
          {({ state }) => <EnquiryStanding state={state} side="enterprise" />}
        </PlainRow>
        {comparedRows.map((row) => (
          <FigureRow key={row} row={row} columns={columns} />
        ))}
        <PlainRow label={t("quotes:row.lines")} columns={columns}>
          {({ quote }) => (quote ? <Lines quote={quote} /> : null)}
        </PlainRow>
        <PlainRow label={t("quotes:row.note")} columns={columns}>
          {({ quote }) => <span className="whitespace-pre-line">{quote?.note}</span>}
        </PlainRow>
        <PlainRow label={t("quotes:row.decide")} columns={columns} isHiddenInPrint>
          {(column) => <Decide column={column} comparisonId={comparison.id} now={now} />}
        </PlainRow>
      </tbody>
    </ScrollingTable>
  );
}

function ColumnHead({ column }: { column: ComparedColumn }) {
  const t = useTranslate();
  return (
    <div className="grid gap-1">
      <span className="text-base break-words">{column.providerName}</span>
      {column.isListed ? (
        <Link to={paths.solution(column.slug)} className="link-plain py-1 font-normal break-words">
          {column.title}
        </Link>
      ) : (
        <span className="py-1 font-normal break-words">{column.title}</span>
      )}
      <Link
        to={paths.enterprise.enquiry(column.id)}
        aria-label={`${t("quotes:compare.open")}: ${column.providerName}`}
        className="no-print muted inline-flex min-h-11 items-center font-normal underline underline-offset-4"
      >
        {t("quotes:compare.open")}
      </Link>
    </div>
  );
}

function FigureRow({ row, columns }: { row: ComparedRow; columns: readonly ComparedColumn[] }) {
  const t = useTranslate();
  const best = bestOf(row, columns);
  const areDifferent = columns.length > 1 && differs(row, columns);
  const lowest = Math.min(...columns.flatMap(({ quote }) => quote?.totalFen ?? []));
  return (
    <tr>
      <ComparedRowHead label={t(`quotes:row.${row}`)} difference={areDifferent ? t("quotes:compare.differs") : null} />
      {columns.map((column, at) => (
        <td key={column.id} className={`break-words ${areDifferent || columns.length === 1 ? "" : "muted"}`}>
          <span className={row === "total" ? "font-semibold" : undefined}>
            <FigureWords row={row} column={column} />
          </span>{" "}
          {best[at] ? <Tag>{t(`quotes:best.${row}`)}</Tag> : null}
          {row === "total" && column.quote && column.quote.totalFen > lowest ? (
            <AboveLowest fen={column.quote.totalFen - lowest} />
          ) : null}
        </td>
      ))}
    </tr>
  );
}

function AboveLowest({ fen }: { fen: number }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <span className="muted block text-sm">{t("quotes:above_lowest", { amount: formatMoneyExact(locale, fen) })}</span>
  );
}

function FigureWords({ row, column }: { row: ComparedRow; column: ComparedColumn }) {
  const t = useTranslate();
  const locale = useLocale();
  const { quote, responseHours } = column;
  if (row === "response")
    return <>{responseHours === null ? t("quotes:response.none") : responseWords(t, responseHours)}</>;
  if (quote === null) return row === "total" ? <>{t("quotes:compare.none")}</> : <>—</>;
  const words: Record<typeof row, string> = {
    total: formatMoneyExact(locale, quote.totalFen),
    eligible: formatMoneyExact(locale, quote.eligibleFen),
    days: daysWords(t, quote.days),
    warranty: warrantyWords(t, quote.warrantyMonths),
    validity: formatDate(locale, quote.validUntil),
  };
  return <>{words[row]}</>;
}

function Lines({ quote }: { quote: Quote }) {
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {quote.lines.map(({ text, priceFen, isEligible }, index) => (
        <li key={index}>
          <span className="break-words">{text}</span>
          <span className="flex flex-wrap gap-x-3">
            <span className="font-semibold">{formatMoneyExact(locale, priceFen)}</span>
            <EligibleMark isEligible={isEligible} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Decide({ column, comparisonId, now }: { column: ComparedColumn; comparisonId: string; now: number }) {
  const t = useTranslate();
  const { quote, state } = column;
  if (!quote || !mayMove("enterprise", state, "accepted") || hasLapsed(quote, now)) return <>—</>;
  return (
    <LinkButton to={`${paths.enterprise.quotes(comparisonId, { accept: quote.id })}#accept`} tone="primary" small>
      {t("quotes:panel.accept")}
      <span className="sr-only">{column.providerName}</span>
    </LinkButton>
  );
}

type PlainRowProps = {
  label: string;
  columns: readonly ComparedColumn[];
  children: (column: ComparedColumn) => ReactNode;
  isHiddenInPrint?: true;
};

function PlainRow({ label, columns, children, isHiddenInPrint }: PlainRowProps) {
  return (
    <tr className={isHiddenInPrint ? "no-print" : undefined}>
      <ComparedRowHead label={label} difference={null} />
      {columns.map((column) => (
        <td key={column.id} className="break-words">
          {children(column)}
        </td>
      ))}
    </tr>
  );
}
