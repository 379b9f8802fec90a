/** What is wrong with a file, in sentences with row and column. */
import type { Problem } from "~/domain/file-cells";
import type { MessageKey, Translate } from "~/i18n/messages";
import { exchange } from "~/i18n/zh-CN/exchange";
import type { RowProblem, Tally } from "./import-pass";

/** One line for each of the problems kept, and one for the number of the others. */
export function problemLines({ problems, problemCount }: Tally, columnCount: number, t: Translate): string[] {
  const lines = problems.map((each) => lineOf(each, columnCount, t));
  const more = problemCount - problems.length;
  return more > 0 ? [...lines, t("exchange:more_problems", { count: more })] : lines;
}

function lineOf({ row, problem, cells }: RowProblem, columnCount: number, t: Translate): string {
  if (problem === null) {
    const surplus = t("exchange:too_many_cells", { count: cells, columns: columnCount });
    return t("exchange:row_problem", { row, problem: surplus });
  }
  const sentence = t(problem.key, problem.values);
  return t("exchange:cell_problem", { row, column: problem.column, label: labelOf(problem, t), problem: sentence });
}

function labelOf({ column }: Problem, t: Translate): string {
  const key = `exchange:column.${column}`;
  return isKey(key) ? t(key) : column;
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(exchange, key.slice("exchange:".length));
}
