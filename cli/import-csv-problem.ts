/** What is wrong with a CSV file's quotation marks, in our own sentences: the parser speaks English only and counts lines. */
import type { CsvError } from "csv-parse";
import type { MessageKey, Translate } from "~/i18n/messages";

const SENTENCES: Partial<Record<CsvError["code"], MessageKey>> = {
  INVALID_OPENING_QUOTE: "exchange:csv_quote_in_cell",
  CSV_INVALID_CLOSING_QUOTE: "exchange:csv_text_after_quote",
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: "exchange:csv_text_after_quote",
  CSV_QUOTE_NOT_CLOSED: "exchange:csv_quote_not_closed",
  CSV_MAX_RECORD_SIZE: "exchange:csv_row_too_long",
};

/**
 * One sentence with the row in which the trouble begins, the header being row 1. The parser's own count of rows is taken: it
 * reads ahead, and rows it has read but not handed out yet are lost with the error.
 */
export function csvProblem({ code, records }: CsvError, t: Translate): string {
  const problem = t(SENTENCES[code] ?? "exchange:broken_csv");
  return typeof records === "number" ? t("exchange:row_problem", { row: records + 1, problem }) : problem;
}
