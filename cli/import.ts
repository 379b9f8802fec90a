/** `import`: providers, solutions or enterprises from a file; all of it or nothing (docs/guide/data.md). */
import type { Command } from "commander";
import { basename } from "node:path";
import type { Reader, Writer } from "#db/store.server";
import type { Locale } from "#db/vocabulary/identity";
import { providersImport, providersWriting } from "~/domain/catalogue/import-providers.server";
import { solutionsImport } from "~/domain/catalogue/import-solutions.server";
import { solutionsWriting } from "~/domain/catalogue/imported-solutions.server";
import { rebuildIfStale } from "~/domain/catalogue/published.server";
import { dayAt } from "~/domain/clinic/shanghai-time";
import type { Importing, ImportWriting } from "~/domain/exchange";
import { enterprisesImport, enterprisesWriting } from "~/domain/identity/import-enterprises.server";
import { referenceNames } from "~/domain/scenarios/reference-names";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Translate } from "~/i18n/messages";
import { translator } from "~/i18n/translator.server";
import { connections, store } from "~/store.server";
import { fileNamed, kindArgument, languageOption, type FileKind } from "./exchange-options";
import { openImportFile, type ImportFile } from "./import-file";
import { readThrough, type Tally } from "./import-pass";
import { problemLines } from "./import-problems";
import { progressOf, say } from "./progress";
import { prepareDatabase } from "./setup";

type Options = { dryRun?: true; lang: Locale };
type Job<Row, Made, Changed> = {
  open(db: Reader): Importing<Row, Made, Changed>;
  writing(tx: Writer): Promise<ImportWriting<Made, Changed>>;
};

/** Negative: KiB. Pages of growing indexes stay in memory instead of going to the log again and again. */
const LOADING_CACHE = -262_144;

export function addImportCommand(program: Command): void {
  program
    .command("import")
    .addArgument(kindArgument())
    .argument("<file>", "a .csv (UTF-8) or .xlsx file")
    .option("--dry-run", "check and count, write nothing")
    .addOption(languageOption())
    .description("read a file into the database: all of it or nothing")
    .action(runImport);
}

async function runImport(kind: FileKind, given: string, options: Options): Promise<void> {
  await prepareDatabase();
  const { db } = store();
  const reference = await referenceOf(db);
  const names = referenceNames(reference);
  const { writer } = connections();
  const at = Date.now();
  const today = dayAt(at);
  const importing = importer(fileNamed(given), options);
  if (kind === "providers")
    return importing({
      open: (from) => providersImport(from, names, today),
      writing: async (tx) => providersWriting(tx, writer, at),
    });
  if (kind === "enterprises")
    return importing({
      open: (from) => enterprisesImport(from, names, today),
      writing: async (tx) => enterprisesWriting(tx, writer, at),
    });
  return importing({
    open: (from) => solutionsImport(from, names),
    writing: (tx) => solutionsWriting(tx, writer, reference, at),
  });
}

function importer(path: string, { dryRun, lang }: Options) {
  const t = translator(lang);
  return async <Row, Made, Changed>(job: Job<Row, Made, Changed>): Promise<void> => {
    const importing = job.open(store().db);
    const file = await openImportFile(path, importing.columns, t);
    const found = await shown(t, "exchange:checking", (tell) => readThrough(file, importing, null, tell));
    if (found.problemCount > 0) {
      for (const line of problemLines(found, file.columnCount, t)) process.stderr.write(`${line}\n`);
      throw new Error(t("exchange:refused", { rows: found.rows, count: found.problemCount }));
    }
    // No error: a nightly script goes on after a day on which nothing was new.
    if (found.rows === 0) return say(t("exchange:no_rows"));
    if (dryRun) return say(t("exchange:dry_run", numbersOf(found)));
    if (found.created + found.updated === 0) return say(t("exchange:nothing_new", { rows: found.rows }));
    say(t("exchange:imported", numbersOf(await write(job, file, basename(path), t))));
  };
}

/** The rows are read and settled anew under the write lock: what was found before may have changed. */
async function write<Row, Made, Changed>(
  job: Job<Row, Made, Changed>,
  file: ImportFile,
  name: string,
  t: Translate,
): Promise<Tally> {
  await rebuildIfStale(store());
  const { writer } = connections();
  writer.pragma(`cache_size = ${LOADING_CACHE}`);
  const written = await store().write(async (tx) => {
    const writing = await job.writing(tx);
    const tally = await shown(t, "exchange:writing", (tell) => readThrough(file, job.open(tx), writing, tell));
    if (tally.problemCount > 0) throw new Error(t("exchange:changed_meanwhile"));
    const { created, updated, unchanged } = tally;
    await writing.finish(name, { created, updated, unchanged });
    return tally;
  });
  // A large import leaves a log as large; a server that reads just now keeps it a little longer.
  writer.pragma("wal_checkpoint(TRUNCATE)");
  return written;
}

async function shown(
  t: Translate,
  name: "exchange:checking" | "exchange:writing",
  work: (tell: (rows: number, share: number) => void) => Promise<Tally>,
): Promise<Tally> {
  const progress = progressOf((rows, share, seconds) =>
    t("exchange:progress", { name: t(name), rows, percent: Math.floor(share * 100), seconds }),
  );
  try {
    return await work((rows, share) => progress.tell(rows, share));
  } finally {
    progress.end();
  }
}

function numbersOf({ rows, created, updated, unchanged }: Tally) {
  return { rows, created, updated, unchanged };
}
