/** `export`: providers, solutions or enterprises into a file of the same shape as `import` reads. */
import type { Command } from "commander";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Reader } from "#db/store.server";
import type { Locale } from "#db/vocabulary/identity";
import { providersPage, solutionsPage } from "~/domain/catalogue/export.server";
import { providerColumns } from "~/domain/catalogue/provider-file";
import { solutionColumns } from "~/domain/catalogue/solution-file";
import type { ExportPage } from "~/domain/exchange";
import type { Column } from "~/domain/file-cells";
import { env } from "~/env.server";
import { enterpriseColumns } from "~/domain/identity/enterprise-file";
import { enterprisesPage } from "~/domain/identity/export.server";
import type { Translate } from "~/i18n/messages";
import { translator } from "~/i18n/translator.server";
import { connections, store } from "~/store.server";
import { fileNamed, kindArgument, languageOption, type FileKind } from "./exchange-options";
import { MOST_XLSX_ROWS, printCsv, TooManyRows, writeCsv, writeXlsx } from "./export-file";
import { progressOf, say } from "./progress";

type Export = {
  columns: readonly Column[];
  page(db: Reader, after: string | null, limit: number): Promise<ExportPage>;
};

const PAGE = 1000;
const exports: Record<FileKind, Export> = {
  providers: { columns: providerColumns, page: providersPage },
  solutions: { columns: solutionColumns, page: solutionsPage },
  enterprises: { columns: enterpriseColumns, page: enterprisesPage },
};

export function addExportCommand(program: Command): void {
  program
    .command("export")
    .addArgument(kindArgument())
    .argument("<file>", "a .csv or .xlsx file, which is replaced; - for CSV on standard output")
    .addOption(languageOption())
    .description("write providers, solutions (those readers see) or enterprises into a file")
    .action(runExport);
}

async function runExport(kind: FileKind, given: string, { lang }: { lang: Locale }): Promise<void> {
  if (!existsSync(env.databaseFile)) throw new Error(`There is no database at ${env.databaseFile}.`);
  const t = translator(lang);
  const header = exports[kind].columns.map(({ name }) => name);
  const { reader } = connections();
  const counted = { rows: 0 };
  // One moment for all pages, whatever is written meanwhile.
  reader.exec("BEGIN");
  try {
    await writeTo(given, header, rowsOf(kind, t, counted), t);
  } finally {
    reader.exec("COMMIT");
  }
  if (given !== "-") say(t("exchange:exported", { rows: counted.rows, file: fileNamed(given) }));
}

async function writeTo(given: string, header: string[], rows: AsyncGenerator<string[]>, t: Translate): Promise<void> {
  if (given === "-") return printCsv(header, rows);
  const path = fileNamed(given);
  const isCsv = /\.csv$/i.test(path);
  if (!isCsv && !/\.xlsx$/i.test(path)) throw new Error(t("exchange:unknown_kind_of_file", { file: path }));
  const folder = dirname(path);
  if (!existsSync(folder)) throw new Error(t("exchange:no_such_folder", { folder }));
  try {
    await (isCsv ? writeCsv : writeXlsx)(path, header, rows);
  } catch (error) {
    throw saidOf(error, path, t);
  }
}

/** The sentence for what a full sheet or the operating system refused; any other error is a bug and stays as it is. */
function saidOf(error: unknown, file: string, t: Translate): unknown {
  if (error instanceof TooManyRows)
    return new Error(t("exchange:too_many_for_xlsx", { max: MOST_XLSX_ROWS }), { cause: error });
  const isOfSystem = error instanceof Error && "syscall" in error;
  return isOfSystem ? new Error(t("exchange:cannot_write", { file }), { cause: error }) : error;
}

async function* rowsOf(kind: FileKind, t: Translate, counted: { rows: number }): AsyncGenerator<string[]> {
  const progress = progressOf((rows, _share, seconds) =>
    t("exchange:progress_rows", { name: t("exchange:exporting"), rows, seconds }),
  );
  for (let after: string | null = null; ;) {
    const page: ExportPage = await exports[kind].page(store().db, after, PAGE);
    yield* page.rows;
    counted.rows += page.rows.length;
    progress.tell(counted.rows, 0);
    after = page.next;
    if (after === null) break;
  }
  progress.end();
}
